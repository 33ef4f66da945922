import GRDB
import News
import Testing

@testable import Archive

@Suite struct JournalTests {
    static let now = TemporaryArchive.now
    static let ids = [ArticleID(1), ArticleID(2), ArticleID(3)]

    private func library() async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        try await fill(library)
        return library
    }

    private func fill(_ library: TemporaryArchive) async throws {
        _ = try await library.fill(["One", "Two", "Three"].map { TemporaryArchive.article($0) })
    }

    private func read(_ library: TemporaryArchive) async throws -> [Bool] {
        try await library.archive.listings(of: Self.ids).map(\.isRead)
    }

    @Test func undoTakesBackOnlyWhatTheChangeChanged() async throws {
        let library = try await library()
        _ = try await library.archive.mark([ArticleID(2)], .read(true), at: Self.now)
        #expect(try await library.archive.mark(.all, .read(true), at: Self.now) == 2)
        #expect(try await library.archive.undo()?.count == 2)
        #expect(try await read(library) == [false, true, false])
        #expect(try await library.archive.undo()?.count == 1)
        #expect(try await read(library) == [false, false, false])
        #expect(try await library.archive.undo() == nil)
    }

    @Test func undoAndRedoWorkAfterARestart() async throws {
        let library = try await library()
        _ = try await library.archive.mark(.all, .starred(true), at: Self.now)
        await library.archive.close()
        let again = try Archive(path: library.path)
        #expect(try await again.undo()?.change == .marks(.starred(true)))
        #expect(try await again.counts(.starred, now: Self.now).all == 0)
        #expect(try await again.redo()?.count == 3)
        #expect(try await again.counts(.starred, now: Self.now).all == 3)
        #expect(try await again.redo() == nil)
    }

    @Test func redoLeavesAloneWhatCameSince() async throws {
        let library = try await library()
        #expect(try await library.archive.mark(.all, .read(true), at: Self.now) == 3)
        #expect(try await library.archive.counts(.all, now: Self.now).unread == 0)
        #expect(try await library.archive.undo()?.count == 3)
        _ = try await library.fill([TemporaryArchive.article("Four")])
        #expect(try await library.archive.redo()?.count == 3)
        let unread = try await library.archive.listings(.unread, limit: 9, now: Self.now)
        #expect(unread.map(\.id) == [ArticleID(4)])
        #expect(try await library.archive.undo()?.count == 3)
        #expect(try await library.archive.counts(.unread, now: Self.now).all == 4)
        #expect(try await library.archive.check() == [])
    }

    @Test func anArticleThatGoesLeavesItsMarksAndNothingUnread() async throws {
        let library = try await library()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: Self.now)
        _ = try await library.archive.mark([ArticleID(2)], .starred(true), at: Self.now)
        let marks = try await library.archive.write(.full) { db in
            try db.execute(sql: "DELETE FROM article")
            return try Row.fetchAll(db, sql: "SELECT is_read, is_starred FROM mark ORDER BY is_starred").map {
                [$0[0] as Int, $0[1] as Int]
            }
        }
        #expect(marks == [[1, 0], [0, 1]])
        #expect(try await library.archive.statistics().unread == 0)
        try await fill(library)
        let back = try await library.archive.listings(.all, limit: 9, now: Self.now)
        #expect(back.filter(\.isRead).map(\.headline) == ["One"])
        #expect(back.filter(\.isStarred).map(\.headline) == ["Two"])
    }

    @Test func aNewChangeForgetsWhatWasUndone() async throws {
        let library = try await library()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: Self.now)
        _ = try await library.archive.undo()
        _ = try await library.archive.mark([ArticleID(2)], .read(true), at: Self.now)
        #expect(try await library.archive.redo() == nil)
        #expect(try await read(library) == [false, true, false])
    }

    @Test func aChangeOfNothingLeavesNoEntry() async throws {
        let library = try await library()
        #expect(try await library.archive.mark(.all, .read(false), at: Self.now) == 0)
        #expect(try await library.archive.mark([ArticleID(99)], .read(true), at: Self.now).isEmpty)
        #expect(try await library.archive.undo() == nil)
    }

    @Test func countsBeforeChangingAreExact() async throws {
        let library = try await library()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: Self.now)
        #expect(try await library.archive.countOfMarking(.all, .read(true), at: Self.now) == 2)
        #expect(try await library.archive.countOfMarking(Self.ids + Self.ids, .read(true)) == 2)
        #expect(try await library.archive.counts(.unread, now: Self.now).all == 2)
    }

    @Test func tagsAreFoundListedAndUndone() async throws {
        let library = try await library()
        let tag = try #require(Tag(" To Read "))
        #expect(tag.name == "to-read")
        #expect(try await library.archive.mark(.all, .tagged(tag, true), at: Self.now) == 3)
        #expect(
            try await library.archive.mark([ArticleID(2)], .tagged(tag, false), at: Self.now) == [
                ArticleID(2)
            ])
        #expect(try await library.archive.tags(of: ArticleID(1)) == [tag])
        #expect(try await library.archive.tags(of: ArticleID(2)).isEmpty)
        let found = try await library.archive.listings(.query("tag:to-read"), limit: 9, now: Self.now)
        #expect(Set(found.map(\.id)) == [ArticleID(1), ArticleID(3)])
        _ = try await library.archive.undo()
        #expect(try await library.archive.tags().map(\.count) == [3])
        _ = try await library.archive.undo()
        #expect(try await library.archive.tags().isEmpty)
    }

    @Test func marksAndTagsOutliveAnEditOfTheirArticle() async throws {
        let library = try await library()
        let tag = try #require(Tag("kept"))
        _ = try await library.archive.mark(.all, .tagged(tag, true), at: Self.now)
        _ = try await library.archive.mark(.all, .read(true), at: Self.now)
        _ = try await library.fill([TemporaryArchive.article("Two, mended", identity: "Two")])
        #expect(try await library.archive.tags(of: ArticleID(2)) == [tag])
        #expect(try await read(library) == [true, true, true])
        let edited = try await library.archive.listings(.query("is:edited"), limit: 9, now: Self.now)
        #expect(edited.map(\.id) == [ArticleID(2)])
    }
}
