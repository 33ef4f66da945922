import Feeds
import News
import Testing

@testable import Interchange

@Suite struct ReadingListTests {
    private func read(_ header: String, _ line: String) throws -> ImportedArticle {
        let list = try #require(ReadingList(header: TableRecords.fields(of: Array(header.utf8))))
        var table = TableRecords()
        let record = try #require(table.take(Array(line.utf8)).first)
        return try list.article(record)
    }

    @Test func pocketsArchiveIsReadAndItsTagsAreKept() throws {
        let page = try read(
            "title,url,time_added,tags,status",
            "\"Tides, explained\",https://a.example/tides,1747040040,sea|to read,archive")
        #expect(page.article.headline == "Tides, explained")
        #expect(page.isRead && !page.isStarred)
        #expect(page.tags.map(\.name) == ["sea", "to-read"])
        #expect(page.moment == Timestamp(seconds: 1_747_040_040) && page.source.title == "Pocket")
    }

    @Test func instapapersFoldersAreMarksOrTags() throws {
        let header = "URL,Title,Selection,Folder,Timestamp"
        let starred = try read(header, "https://a.example/1,One,,Starred,1747040040")
        #expect(starred.isStarred && !starred.isRead)
        let own = try read(header, "https://a.example/2,Two,A line of it.,Cooking,1747040040")
        #expect(own.tags.map(\.name) == ["cooking"] && own.article.html.contains("A line of it."))
    }

    @Test func readwisesLocationsAndDates() throws {
        let header = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen"
        let page = try read(
            header, "T,https://a.example/3,01x,\"['a', 'b c']\",2025-05-12 09:14:00+00:00,1,archive,True")
        #expect(page.isRead && page.tags.map(\.name) == ["a", "b-c"])
        #expect(page.moment?.iso8601 == "2025-05-12T09:14:00Z")
    }

    @Test(arguments: ["title,url\n,", "title,url\nx,javascript:alert(1)", "title,url\nx,file:///etc/passwd"])
    func recordsWithoutAnAddressOfTheWebAreRefused(_ table: String) throws {
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(throws: ReadingList.Unreadable.self) { try read(lines[0], lines[1]) }
    }

    @Test func aTableWithoutAddressesIsNoReadingList() {
        #expect(ReadingList(header: ["name", "price"]) == nil)
    }
}

@Suite struct FeedLinesTests {
    @Test func newsboatsTagsAndTitlesAreTakenAndCommandsAreNot() {
        let list = FeedLines.read(
            """
            # papers
            https://a.example/feed world "~The Post" "two words"
            http://b.example/rss
            "query:Unread:unread = \\"yes\\""
            "exec:~/bin/feed.sh" x
            filter:~/bin/f:https://c.example/feed
            file:///etc/passwd
            """)
        #expect(
            list.subscriptions.map(\.address.text) == ["https://a.example/feed", "http://b.example/rss"])
        #expect(list.subscriptions[0].title == "The Post" && list.subscriptions[0].folder == ["world"])
        #expect(list.refused.map(\.line) == [4, 5, 6, 7])
        #expect(list.refused[1].reason.contains("not run"))
    }

    @Test func newsraftsSectionsAreFolders() {
        let list = FeedLines.read("@ World\nhttps://a.example/feed \"The Post\"", isNewsraft: true)
        #expect(list.subscriptions.first?.folder == ["World"])
        #expect(list.subscriptions.first?.title == "The Post")
    }
}
