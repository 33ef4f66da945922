/// From the last key of a search to its first results.
struct SearchBenchmark: Benchmark {
    let readers: [Reader]
    private let word: String

    init(_ inputs: Inputs) throws {
        readers = try Readers(try Corpora()).all(articles: ScreenBenchmark.articles)
            .filter { ["tidings", "newsboat"].contains($0.name) }
        // A name of an event in the middle of the archive: a dozen articles have it.
        let title = NewsText().article(ScreenBenchmark.articles / 2).title
        word =
            title.split { !$0.isLetter }.filter { $0.first?.isUppercase == true }.last.map(String.init)
            ?? title
    }

    func figures() throws -> [Figure] {
        let medians = try ScreenBenchmark.medians(of: readers) { reader in
            let (terminal, _) = try reader.started()
            terminal.send("/" + word.dropLast())
            _ = try terminal.frame(quiet: 150)
            // Newsboat searches when the word is whole, Tidings with each letter: both have one key left.
            terminal.send(reader.name == "tidings" ? String(word.suffix(1)) : String(word.suffix(1)) + "\r")
            let burst = try terminal.frame(
                with: reader.name == "tidings" ? [] : ["Search results"], pause: 0.02, quiet: 150)
            return [burst.seconds, burst.cpuInAll]
        }
        return [
            ScreenBenchmark.figure(
                "search in 100k for a rare word, first results", 0, of: medians, .milliseconds,
                scale: 1000,
                goals: [.times(0.05, of: "newsboat")]),
            ScreenBenchmark.figure("… CPU", 1, of: medians, .milliseconds, scale: 1000),
        ]
    }
}
