import Foundation

/// Marking a hundred thousand articles read, from the screen.
struct MarkBenchmark: Benchmark {
    let readers: [Reader]
    private let corpora: Corpora

    init(_ inputs: Inputs) throws {
        corpora = try Corpora()
        readers = try Readers(corpora).all(articles: ScreenBenchmark.articles)
            .filter { ["tidings", "newsboat"].contains($0.name) }
    }

    func figures() throws -> [Figure] {
        let copy = corpora.folder.appendingPathComponent("marked").path
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let medians = try ScreenBenchmark.medians(of: readers, rounds: 2) { reader in
            // Each round marks a copy of the library, which has to be unread.
            let home = corpora.folder.appendingPathComponent("\(reader.name)-\(ScreenBenchmark.articles)")
                .path
            try? FileManager.default.removeItem(atPath: copy)
            try FileManager.default.copyItem(atPath: home, toPath: copy)
            let reader = Reader(
                name: reader.name, command: reader.command.map { $0.replacing(home, with: copy) },
                environment: ["HOME=" + copy], firstFrame: reader.firstFrame)
            let (terminal, _) = try reader.started()
            if reader.name == "newsboat" {
                terminal.send("C")
                _ = try terminal.frame(with: ["really"])
                terminal.send("y")
            } else {
                terminal.send("A")
            }
            // Both clear a question or a row at once; the frame that counts is the last one.
            let burst = try terminal.frame(pause: .infinity, quiet: 2000)
            return [burst.seconds, burst.cpuInAll]
        }
        return [
            ScreenBenchmark.figure(
                "mark all read, 100k", 0, of: medians, .milliseconds, scale: 1000,
                goals: [.times(0.25, of: "newsboat")]),
            ScreenBenchmark.figure("… CPU", 1, of: medians, .milliseconds, scale: 1000),
        ]
    }
}
