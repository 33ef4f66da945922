import News
import Testing

@testable import Archive

/// Whatever the query language takes, SQLite and its full-text search take as well.
@Suite struct QueryRunsTests {
    private static let pieces = [
        "storm", "aila*", "\"the storm\"", "title:storm", "author:\"m l\"", "source:post", "tag:a", "story:1",
        "is:unread",
        "is:edited", "has:fulltext", "before:2026-05", "after:2026", "age<3d", "(", ")", "or", "and", "not",
        "-", "*", "\"",
        "'", "NEAR", "AND", "^", "+", "{a b}", "col:", "a:b", "%", "_", "\\", "\u{0}", "é", "東京", "🌊", "--",
        ";", "0x", "null",
        "title:*", "title:\"\"", "a-b", "a.b@c",
    ]

    @Test(arguments: 1...8) func everyQueryThatIsReadCanBeAsked(_ seed: Int) async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([
            TemporaryArchive.article("Storm Aila", html: "<p>The storm is here.</p>"),
            TemporaryArchive.article("東京", html: "<p>a-b and 'c' AND d.</p>"),
        ])
        try await library.index()
        var state = UInt64(seed)
        var asked = 0
        for _ in 0..<150 {
            var words: [String] = []
            for _ in 0...Int(state % 6) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                words.append(Self.pieces[Int(state >> 33) % Self.pieces.count])
            }
            let text = words.joined(separator: state & 4 == 0 ? "" : " ")
            guard (try? QueryParser.parse(text, now: TemporaryArchive.now)) != nil else { continue }
            asked += 1
            do {
                _ = try await library.archive.search(text, limit: 5, now: TemporaryArchive.now)
                _ = try await library.archive.counts(.query(text), now: TemporaryArchive.now)
                _ = try await library.archive.listings(
                    .query(text), .older, from: nil, limit: 5, now: TemporaryArchive.now)
            } catch {
                Issue.record("“\(text)”: \(error)")
            }
        }
        #expect(asked > 20)
    }
}
