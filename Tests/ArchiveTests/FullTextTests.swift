import GRDB
import News
import Testing

@testable import Archive

/// Full texts beside the texts of feeds, and what the full-text index holds of both.
@Suite struct FullTextTests {
    private static let now = TemporaryArchive.now

    private func text(_ html: String, stands: Bool = true) -> KeptPage {
        KeptPage(
            fetched: Self.now,
            text: FullText(
                article: TemporaryArchive.article("One", html: html), notes: FullTextNotes(pages: 2)),
            stands: stands, extractor: 7)
    }

    private func original(_ body: String) throws -> OriginalPage {
        OriginalPage(
            address: try #require(WebAddress("https://post.example/One")), contentType: "text/html",
            body: Array(body.utf8))
    }

    private func hits(_ query: String, in archive: Archive) async throws -> Int {
        try await archive.search(query, limit: 9, now: Self.now).count
    }

    /// Asks FTS5 whether the words it holds are those of the rows that it was given.
    private func indexIsSound(_ library: TemporaryArchive, words: [String]) async throws -> Bool {
        for word in words {
            let count = try await library.archive.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM search WHERE search MATCH ?", arguments: [word])
            }
            if count != 0 { return false }
        }
        return true
    }

    @Test func aFullTextIsKeptBesideTheFeedsAndComesBackWhole() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("One", html: "<p>Beginning…</p>")])
        let id = ArticleID(1)
        let page = text("<p>Beginning and end.</p>")
        try await library.archive.keep(page, originals: [try original("<html>")], of: id)
        let kept = try #require(try await library.archive.article(id))
        #expect(kept.article.html == "<p>Beginning…</p>" && kept.html == "<p>Beginning and end.</p>")
        #expect(kept.page == page && kept.listing.hasFullText)
        #expect(try await library.archive.originals(of: id) == [try original("<html>")])
        #expect(try await library.archive.check() == [])
    }

    @Test func theIndexHoldsTheTextThatIsReadAndNothingElse() async throws {
        let library = try TemporaryArchive()
        let archive = library.archive
        let source = try await library.fill([TemporaryArchive.article("One", html: "<p>alpha</p>")])
        try await library.index()
        let id = ArticleID(1)
        try await archive.keep(text("<p>bravo</p>"), of: id)
        // Before it is indexed the feed edits its own text, and the page is read again.
        _ = try await archive.store(
            [TemporaryArchive.article("One", html: "<p>charlie</p>")], of: source, arrived: Self.now)
        try await archive.keep(text("<p>delta</p>"), of: id)
        try await library.index()
        #expect(try await hits("delta", in: archive) == 1)
        #expect(try await indexIsSound(library, words: ["alpha", "bravo", "charlie"]))
        // A page that has less than the feed stands no longer.
        try await archive.keep(text("<p>echo</p>", stands: false), of: id)
        try await library.index()
        #expect(try await hits("charlie", in: archive) == 1)
        #expect(try await indexIsSound(library, words: ["alpha", "bravo", "delta", "echo"]))
        let kept = try #require(try await archive.article(id))
        #expect(!kept.listing.hasFullText)
    }

    @Test func aTextThatComesWhileTheOlderOneIsIndexedStillWaits() async throws {
        let library = try TemporaryArchive()
        let archive = library.archive
        _ = try await library.fill([TemporaryArchive.article("One", html: "<p>alpha</p>")])
        var read = try await archive.pendingTexts(of: archive.pendingArticles()[...])
        for index in read.indices { read[index].body = "alpha" }
        try await archive.keep(text("<p>bravo</p>"), of: ArticleID(1))
        try await archive.index(read, now: TemporaryArchive.now)
        #expect(try await archive.pendingCount() == 1)
        try await library.index()
        #expect(try await hits("bravo", in: archive) == 1)
        #expect(try await indexIsSound(library, words: ["alpha"]))
    }

    @Test func fullTextsAreFoundByAField() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("One"), TemporaryArchive.article("Two")])
        try await library.archive.keep(text("<p>x</p>"), of: ArticleID(2))
        let found = try await library.archive.listings(.query("has:fulltext"), limit: 9, now: Self.now)
        #expect(found.map(\.headline) == ["Two"])
    }

    @Test func aFailureIsRememberedAndTakesNothingAway() async throws {
        let library = try TemporaryArchive()
        let archive = library.archive
        _ = try await library.fill([TemporaryArchive.article("One")])
        let id = ArticleID(1)
        let later = Self.now.advanced(by: 60)
        try await archive.keep(KeptPage(fetched: Self.now, trouble: "not found (404)"), of: id)
        #expect(
            try await archive.article(id)?.page == KeptPage(fetched: Self.now, trouble: "not found (404)"))
        try await archive.keep(text("<p>bravo</p>"), of: id)
        try await archive.keep(KeptPage(fetched: later, trouble: "too slow"), of: id)
        let page = try #require(try await archive.article(id)?.page)
        #expect(page.fetched == later && page.trouble == "too slow" && page.text != nil && page.stands)
    }

    @Test func anArchiveOfFormat3KeepsWhatItsIndexHoldsOfAnEditedArticle() async throws {
        let library = try TemporaryArchive()
        let path = library.path + "3"
        let connection = try DatabaseQueue(path: path)
        try await connection.write { db in
            for sql in Schema.migrations.prefix(3) { try db.execute(sql: sql) }
            try db.execute(
                sql: """
                    INSERT INTO source(id, key, title) VALUES (1, 1, 'Post');
                    INSERT INTO article(id, source_id, key, digest, title, moment) VALUES (1, 1, 1, 1, 'New', 1);
                    INSERT INTO revision(id, article_id, replaced, title, html) VALUES (5, 1, 1, 'Old', x'00');
                    INSERT INTO pending(article_id, indexed_revision) VALUES (1, 5);
                    PRAGMA application_id = \(Schema.applicationID);
                    PRAGMA user_version = 3;
                    """)
        }
        try connection.close()
        let archive = try Archive(path: path)
        let waiting = try await archive.pendingTexts(of: [ArticleID(1)])
        #expect(waiting.first?.replaced?.headline == "Old")
    }
}
