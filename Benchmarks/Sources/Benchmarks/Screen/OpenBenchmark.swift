/// Opening all articles, one article, and one of 200 KB.
struct OpenBenchmark: Benchmark {
    let readers: [Reader]
    let long: [Reader]

    init(_ inputs: Inputs) throws {
        let corpora = try Corpora()
        readers = try Readers(corpora).all(articles: ScreenBenchmark.articles).filter { $0.openKeys != nil }
        long = try Self.longReaders(corpora)
    }

    /// Readers whose library is one long article.
    private static func longReaders(_ corpora: Corpora) throws -> [Reader] {
        let article = try corpora.longArticle()
        let home = try corpora.made("tidings-long") { try Readers.fillTidings($0, from: article.archive) }
        var readers = [Readers.tidings(in: home)]
        if let program = Child.path(of: "newsboat") {
            let home = try corpora.made("newsboat-long") {
                try Readers.fillNewsboat($0, program, addresses: ["file://" + article.feed])
            }
            readers.append(
                Reader(
                    name: "newsboat", command: Readers.newsboatCommand(program, home),
                    environment: ["HOME=" + home],
                    firstFrame: [Corpora.title(0)], listKeys: "\r", list: ["Articles in feed"]))
        }
        return readers
    }

    func figures() throws -> [Figure] {
        let all = try ScreenBenchmark.medians(of: readers.filter { $0.name == "tidings" }) { reader in
            let (terminal, _) = try reader.started()
            // From what is unread to everything and back.
            terminal.send("ga")
            let burst = try terminal.frame(pause: .infinity)
            return [burst.seconds, burst.cpuInAll]
        }
        let one = try ScreenBenchmark.medians(of: readers, opened)
        let long = try ScreenBenchmark.medians(of: long, opened)
        let costs = [
            ScreenBenchmark.figure(
                "an article, CPU", 1, of: one, .milliseconds, scale: 1000, goals: [.times(1, of: "newsboat")]),
            ScreenBenchmark.figure(
                "200 KB article, CPU", 1, of: long, .milliseconds, scale: 1000,
                goals: [.times(0.3, of: "newsboat")]),
        ]
        return [
            ScreenBenchmark.figure(
                "list of all articles, 100k", 0, of: all, .milliseconds, scale: 1000, goals: [.atMost(20)]),
            ScreenBenchmark.figure(
                "an article to its last byte, 45 ms of Tidings' rest after a key included", 0, of: one,
                .milliseconds, scale: 1000),
            ScreenBenchmark.figure(
                "200 KB article to its last byte, as above", 0, of: long, .milliseconds, scale: 1000,
                goals: [.times(0.3, of: "newsboat")]),
        ] + costs
    }

    /// Opens the second article; the time is that of the last byte of all that comes of it.
    private func opened(_ reader: Reader) throws -> [Double] {
        let terminal = try reader.listing()
        guard let keys = reader.openKeys else { return [.nan, .nan] }
        // What a program still does after its start is not the article's.
        terminal.send(keys.before)
        terminal.rest()
        terminal.send(keys.last)
        let burst = try terminal.frame(pause: .infinity)
        return [burst.seconds, burst.cpuInAll]
    }
}
