import News
import Testing

@testable import Archive

@Suite struct SavedQueryTests {
    @Test func aSavedQueryIsAViewThatStaysUpToDate() async throws {
        let library = try TemporaryArchive()
        let now = TemporaryArchive.now
        _ = try await library.fill([TemporaryArchive.article("Storm"), TemporaryArchive.article("Calm")])
        try await library.archive.save(SavedQuery(name: "To read", query: "is:unread"), now: now)
        try await library.archive.save(SavedQuery(name: "Starred", query: "is:read"), now: now)
        try await library.archive.save(SavedQuery(name: "Starred", query: "is:starred"), now: now)
        let saved = try await library.archive.savedQueries()
        #expect(saved.map(\.query) == ["is:starred", "is:unread"])
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: now)
        #expect(try await library.archive.counts(.query(saved[1].query), now: now).all == 1)
        #expect(try await library.archive.removeSavedQuery(named: "Starred"))
        #expect(try await library.archive.removeSavedQuery(named: "Starred") == false)
    }

    @Test func aQueryThatCannotBeReadIsNotSaved() async throws {
        let library = try TemporaryArchive()
        await #expect(throws: ArchiveError.self) {
            try await library.archive.save(
                SavedQuery(name: "Broken", query: "is:green"), now: TemporaryArchive.now)
        }
        #expect(try await library.archive.savedQueries().isEmpty)
    }
}
