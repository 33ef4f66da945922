import Archive
import Foundation
import News
import Related

/// What related news costs in a real library file: indexing, asking, and bytes an article.
///
/// The file has no articles but the index alone, so that a million fit; the index is the one a library has.
struct RelatedBenchmark: Benchmark {
    /// Articles in the archive.
    let articles: Int
    private static let batch = 1000
    private static let queries = 200

    init(_ inputs: Inputs) { articles = inputs.articles }

    func figures() async throws -> [Figure] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tidings-related-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("library.sqlite").path
        let archive = try Archive(path: path)
        let empty = Self.size(of: path)
        let (engine, seconds) = try await index(into: archive)
        await archive.close()
        let bytes = Double(Self.size(of: path) - empty) / Double(articles)
        let payload =
            try RawTable(path: path).number("SELECT sum(length(value)) FROM related") / Double(articles)
        let times = try await ask(engine, try Archive(path: path))
        let size = articles >= 1_000_000 ? "\(articles / 1_000_000)M" : "\(articles / 1000)k"
        return [
            Figure("related, \(size), median", times[times.count / 2] * 1000, .milliseconds),
            Figure(
                "related, \(size), p99", times[times.count * 99 / 100] * 1000, .milliseconds,
                goal: .atMost(articles > 100_000 ? 50 : 10)),
            Figure(
                "related: indexing an article, tokenising included",
                seconds.reduce(0, +) / Double(articles) * 1000, .milliseconds, goal: .atMost(0.5)),
            Figure("related: postings and vector of an article", payload, .bytes, goal: .atMost(1000)),
            Figure("… in the file, with the words and room for merging", bytes, .bytes),
        ]
    }

    /// The CPU seconds of each batch, the making of the texts left out.
    private func index(into archive: Archive) async throws -> (RelatedEngine, [Double]) {
        let news = NewsText()
        var engine = RelatedEngine()
        var seconds: [Double] = []
        for start in stride(from: 0, to: articles, by: Self.batch) {
            let documents = (start..<min(start + Self.batch, articles)).map { number in
                let article = news.article(number)
                return RelatedDocument(
                    id: ArticleID(Int64(number + 1)), title: article.title, text: article.text,
                    published: Timestamp(seconds: article.published))
            }
            let before = CPUTime.own()
            let known = engine
            engine = try await archive.relate([], now: Timestamp(seconds: 0)) { tables, _ in
                var engine = known
                try engine.index(documents, into: &tables)
                return engine
            }
            seconds.append(CPUTime.own() - before)
        }
        return (engine, seconds)
    }

    /// The CPU seconds of each question, sorted; the first quarter only warms the file up.
    private func ask(_ engine: RelatedEngine, _ archive: Archive) async throws -> [Double] {
        var dice = Dice(seed: 3)
        let asked = (0..<Self.queries * 5 / 4).map { _ in ArticleID(Int64(dice.below(articles) + 1)) }
        let times = try await archive.related { tables in
            var engine = engine
            return try asked.map { id in
                let before = CPUTime.own()
                _ = try engine.related(to: id, in: tables)
                return CPUTime.own() - before
            }
        }
        await archive.close()
        return times.dropFirst(Self.queries / 4).sorted()
    }

    private static func size(of path: String) -> Int {
        ["", "-wal"].reduce(0) { sum, ending in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + ending)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }
}
