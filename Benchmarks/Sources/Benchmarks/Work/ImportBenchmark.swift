import Foundation

/// Importing ten thousand articles beside SQLite alone, and what an article takes on the disk.
struct ImportBenchmark: Benchmark {
    private static let articles = 10_000
    private let corpora: Corpora
    private let readers: [Reader]

    init(_ inputs: Inputs) throws {
        corpora = try Corpora()
        readers = try Readers(corpora).all(articles: ScreenBenchmark.articles)
    }

    func figures() throws -> [Figure] {
        let archive = try corpora.archive(articles: Self.articles)
        let folder = corpora.folder.appendingPathComponent("import").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var imported = Double.infinity
        var raw = Double.infinity
        for _ in 0..<3 {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            raw = min(
                raw,
                try RawTable(path: folder + "/raw.sqlite").fill(
                    articles: Self.articles, corpora, withText: true))
            let cost = try Child.run(
                [Readers.tidings, "--library", folder + "/library.sqlite", "import", "--quiet", archive],
                environment: ["HOME=" + folder])
            imported = min(imported, cost.cpu)
        }
        let rows = Double(Self.articles)
        return [
            Figure(
                "import with the full-text index, by CPU", rows / imported, .rowsPerSecond,
                others: [(name: "SQLite alone", value: rows / raw)],
                goal: .atLeastTimes(0.6, of: "SQLite alone"))
        ] + disk()
    }

    private func disk() -> [Figure] {
        let count = Double(ScreenBenchmark.articles)
        let size = { (path: String) in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return ((attributes?[.size] as? Int).map(Double.init) ?? 0) / count
        }
        let folder = corpora.folder.path
        let library = size("\(folder)/tidings-\(ScreenBenchmark.articles)/library.sqlite")
        let others = readers.compactMap { reader -> (name: String, value: Double)? in
            switch reader.name {
            case "newsboat": ("newsboat", size("\(folder)/newsboat-\(ScreenBenchmark.articles)/cache.db"))
            default: nil
            }
        }
        return [
            Figure(
                "disk, an article with its full-text index", library, .bytes, others: others,
                goal: .times(1, of: "newsboat"))
        ]
    }
}
