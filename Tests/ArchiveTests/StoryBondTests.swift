import GRDB
import News
import Testing

@testable import Archive

@Suite struct StoryBondTests {
    static let now = TemporaryArchive.now

    private func library() async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        _ = try await library.fill(["One", "Two", "Three"].map { TemporaryArchive.article($0) })
        return library
    }

    @Test func isKeptThoughItsArticlesGoAndComeBack() async throws {
        let library = try await library()
        #expect(try await library.archive.part(ArticleID(1), from: ArticleID(2), at: Self.now))
        try await library.archive.write(.normal) { try $0.execute(sql: "DELETE FROM article") }
        _ = try await library.fill(["Two", "One"].map { TemporaryArchive.article($0) })
        let ids = try await library.archive.articles(named: "https://post.example/One")
        let one = try #require(ids.first)
        #expect(try await library.archive.bonds(of: one).apart.count == 1)
    }

    @Test func whatIsSaidLastCountsAndUndoGoesBackStepByStep() async throws {
        let library = try await library()
        let (one, two) = (ArticleID(1), ArticleID(2))
        #expect(try await library.archive.part(one, from: two, at: Self.now))
        #expect(try await library.archive.join(two, one, at: Self.now) == .joined([]))
        #expect(try await library.archive.bonds(of: one).same == [two])
        #expect(try await library.archive.undo()?.change == .stories(.together))
        #expect(try await library.archive.bonds(of: one).apart == [two])
        #expect(try await library.archive.undo()?.change == .stories(.apart))
        #expect(try await library.archive.bonds(of: one).apart.isEmpty)
        #expect(try await library.archive.redo()?.change == .stories(.apart))
        #expect(try await library.archive.bonds(of: two).apart == [one])
    }

    @Test func saysNothingOfOneArticleOrOfNone() async throws {
        let library = try await library()
        #expect(try await !library.archive.part(ArticleID(1), from: ArticleID(1), at: Self.now))
        #expect(try await !library.archive.part(ArticleID(1), from: ArticleID(9), at: Self.now))
        #expect(try await library.archive.join(ArticleID(9), ArticleID(1), at: Self.now) == .joined([]))
        #expect(try await library.archive.undo() == nil)
    }

    @Test func isSavedFromADamagedLibrary() async throws {
        let library = try await library()
        _ = try await library.archive.part(ArticleID(1), from: ArticleID(2), at: Self.now)
        await library.archive.close()
        _ = try await Archive.rescue(from: library.path, to: library.path + ".rescued", now: Self.now)
        let rescued = try Archive(path: library.path + ".rescued")
        #expect(try await rescued.bonds(of: ArticleID(1)).apart == [ArticleID(2)])
        _ = try await rescued.undo()
        #expect(try await rescued.bonds(of: ArticleID(1)).apart.isEmpty)
    }

    @Test func anArchiveOfFormat4KeepsItsStoriesAndItsJournal() async throws {
        let library = try TemporaryArchive()
        let path = library.path + "4"
        let connection = try DatabaseQueue(path: path)
        try await connection.write { db in
            for sql in Schema.migrations.prefix(4) { try db.execute(sql: sql) }
            try db.execute(
                sql: """
                    INSERT INTO source(id, key, title) VALUES (1, 1, 'Post');
                    INSERT INTO article(id, source_id, key, digest, title, moment, story_id, is_read)
                    VALUES (1, 1, 1, 1, 'One', 1, 1, 1), (2, 1, 2, 2, 'Two', 2, 1, 0);
                    INSERT INTO body(article_id, html, details) VALUES (1, x'00', x'00'), (2, x'0000', x'00');
                    INSERT INTO change(id, moment, verb, count) VALUES (1, 1, 'read', 1);
                    INSERT INTO change_article VALUES (1, 1);
                    PRAGMA application_id = \(Schema.applicationID);
                    PRAGMA user_version = 4;
                    """)
        }
        try connection.close()
        let archive = try Archive(path: path)
        let story = try #require(try await archive.story(StoryID(1)))
        #expect(story.articles.count == 2 && !story.isFollowed && story.representative == ArticleID(2))
        #expect(try await archive.follow(StoryID(1), true, at: Self.now) == true)
        #expect(try await archive.undo()?.change == .stories(.followed(true)))
        #expect(try await archive.undo()?.change == .marks(.read(true)))
        #expect(try await archive.listings(of: [ArticleID(1)]).first?.isRead == false)
    }
}
