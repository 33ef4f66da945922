import Foundation

/// Fetching two hundred feeds of fifty items for the first time, and again when nothing is new.
///
/// The server is on this machine, has no latency and packs nothing, so that the figures are those of the reader's own work.
struct RefreshBenchmark: Benchmark {
    private let corpora: Corpora
    private let feeds: String

    init(_ inputs: Inputs) throws {
        corpora = try Corpora()
        feeds = try corpora.feeds(items: 50)
    }

    func figures() throws -> [Figure] {
        let server = try CorpusServer(folder: feeds)
        defer { server.stop() }
        let folder = corpora.folder.appendingPathComponent("refresh").path
        let addresses = (0..<Corpora.sources).map { Corpora.address(of: $0, port: server.port) }
        var costs: [String: [[Child.Cost]]] = [:]
        for _ in 0..<3 {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            costs["tidings", default: []].append(try tidings(folder, addresses))
            if let program = Child.path(of: "newsboat") {
                costs["newsboat", default: []].append(try newsboat(program, folder + "/newsboat", addresses))
            }
        }
        try? FileManager.default.removeItem(atPath: folder)
        let best = costs.mapValues { rounds in
            (0..<2).map { stage in
                let stages = rounds.map { $0[stage] }
                return [
                    stages.map(\.cpu).min() ?? 0, stages.map(\.wall).min() ?? 0,
                    stages.map(\.peak).max() ?? 0,
                ]
            }
        }
        let cold = best.mapValues { $0[0] }
        let warm = best.mapValues { $0[1] }
        return [
            ScreenBenchmark.figure(
                "refresh, 10k new articles, full-text index included: CPU", 0, of: cold, .seconds,
                goals: [.times(0.6, of: "newsboat")]),
            ScreenBenchmark.figure("… wall", 1, of: cold, .seconds),
            ScreenBenchmark.figure("… peak memory", 2, of: cold, .megabytes, goals: [.atMost(60)]),
            ScreenBenchmark.figure("refresh, nothing new (304): CPU", 0, of: warm, .seconds),
            ScreenBenchmark.figure("… wall", 1, of: warm, .seconds),
        ]
    }

    private func tidings(_ folder: String, _ addresses: [String]) throws -> [Child.Cost] {
        let command = [Readers.tidings, "--library", folder + "/library.sqlite"]
        let opml = folder + "/feeds.opml"
        try """
        <opml version="2.0"><body>\(addresses.map { "<outline type=\"rss\" text=\"\($0)\" xmlUrl=\"\($0)\"/>" }.joined())\
        </body></opml>
        """.write(toFile: opml, atomically: false, encoding: .utf8)
        let environment = ["HOME=" + folder]
        _ = try Child.run(command + ["import", "--quiet", opml], environment: environment)
        return try (0..<2).map { _ in
            try Child.run(command + ["refresh", "--quiet", "--all"], environment: environment)
        }
    }

    private func newsboat(_ program: String, _ home: String, _ addresses: [String]) throws -> [Child.Cost] {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try (addresses.joined(separator: "\n") + "\n")
            .write(toFile: home + "/urls", atomically: false, encoding: .utf8)
        try "reload-threads 20\n".write(toFile: home + "/config", atomically: false, encoding: .utf8)
        let command = Readers.newsboatCommand(program, home) + ["-x", "reload"]
        let cold = try Child.run(command, environment: ["HOME=" + home])
        try RawTable(path: home + "/cache.db").execute("ANALYZE")
        return [cold, try Child.run(command, environment: ["HOME=" + home])]
    }
}
