import Library
import News
import Testing

@Suite struct OverviewTests {
    private func threeSources() async throws -> TemporaryLibrary {
        let temporary = try TemporaryLibrary()
        _ = try await temporary.importing(
            """
            <opml version="2.0"><body><outline text="News"><outline text="Local">
            <outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline>
            <outline type="rss" text="B" xmlUrl="https://b.example/feed"/></outline>
            <outline text="News-letters"><outline type="rss" text="C" xmlUrl="https://c.example/feed"/></outline>
            </body></opml>
            """, as: "list.opml")
        return temporary
    }

    @Test func aFolderIsRenamedWithAllThatIsInIt() async throws {
        let temporary = try await threeSources()
        #expect(try await temporary.library.renameFolder("News", to: "World/ Papers") == 2)
        let folders = try await temporary.library.overview().sources.map(\.folder)
        #expect(folders == ["News-letters", "World/Papers", "World/Papers/Local"])
        #expect(try await temporary.library.renameFolder("World/Papers", to: "") == 2)
        #expect(
            try await temporary.library.overview().sources.map(\.folder) == ["", "Local", "News-letters"])
    }

    @Test func viewsAreCountedByWhatIsUnreadInThem() async throws {
        let temporary = try await TemporaryLibrary.newsstand()
        let library = temporary.library
        let unread = try await library.counts(.unread).all
        let scopes: [ListScope] = [.unread, .starred, .query("is:read"), .query("the")]
        var counts = try await library.unreadCounts(of: scopes)
        #expect(counts[.unread] == unread)
        #expect(counts[.starred] == 0)
        #expect(counts[.query("is:read")] == 0)
        let found = try await library.counts(.query("the")).unread
        #expect(found > 0)
        #expect(counts[.query("the")] == found)
        _ = try await library.mark(.query("the"), .read(true))
        counts = try await library.unreadCounts(of: scopes)
        #expect(counts[.query("the")] == 0)
    }

    @Test func savedQueriesAreAmongTheViews() async throws {
        let temporary = try TemporaryLibrary()
        try await temporary.library.save(SavedQuery(name: "Storms", query: "storm"))
        let overview = try await temporary.library.overview()
        #expect(overview.saved == [SavedQuery(name: "Storms", query: "storm")])
        #expect(overview.sources.isEmpty)
    }

    @Test(arguments: [
        ("https://a.example", "https://a.example"), ("a.example", "https://a.example"),
        ("feed:a.example", "feed:a.example"), ("localhost", nil), ("some words. more", nil), ("~/urls", nil),
        ("/tmp", nil),
    ])
    func anAddressIsMeantWithoutItsScheme(_ text: String, _ address: String?) {
        #expect(Library.addressMeant(by: text) == address)
    }
}
