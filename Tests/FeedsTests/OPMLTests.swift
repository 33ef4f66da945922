import News
import Testing

@testable import Feeds

@Suite struct OPMLTests {
    static let list = """
        <?xml version="1.0"?><opml version="1.1"><head><title>My papers</title></head><body>
        <outline text="World"><outline text="Deep">
        <outline text="Gazette" type="rss" xmlUrl="https://gazette.example/feed"\
         htmlUrl="https://gazette.example/"/>
        </outline>
        <outline title="Old" type="rss" url="http://old.example/rss"/></outline>
        <outline text="Evil" xmlUrl="exec:touch /tmp/x"/>
        <outline text="Local" xmlUrl="file:///etc/passwd"/>
        <outline text="Pipe" xmlUrl="|sh -c ls"/>
        <outline text="Included" type="include" url="https://gazette.example/more.opml"/>
        <outline text="Secret" xmlUrl="https://ida:word@gazette.example/private"/>
        </body></opml>
        """

    @Test func readsFoldersAndFeeds() throws {
        let list = try OPML.read(Array(Self.list.utf8))
        #expect(list.title == "My papers")
        #expect(
            list.sources.map(\.address.text) == [
                "https://gazette.example/feed", "http://old.example/rss", "https://gazette.example/private",
            ])
        #expect(list.sources[0].folder == ["World", "Deep"])
        #expect(list.sources[0].link?.text == "https://gazette.example/")
        #expect(list.sources[1].folder == ["World"])
        #expect(list.sources[1].title == "Old")
    }

    @Test func refusesAllButTheWeb() throws {
        let list = try OPML.read(Array(Self.list.utf8))
        #expect(
            list.refused.map(\.text) == [
                "Evil: “exec:” is no address of the web", "Local: “file:” is no address of the web",
                "Pipe: it has no whole address",
            ])
    }

    @Test func writesWhatItReads() throws {
        let first = try OPML.read(Array(Self.list.utf8))
        let again = try OPML.read(Array(OPML.write(first).utf8))
        #expect(again.sources == first.sources)
        #expect(again.title == first.title)
    }

    @Test func escapesWhatItWrites() {
        let address = WebAddress("https://gazette.example/?a=1&b=2")
        let source = address.map { Subscription(title: "A & \"B\" <c>", address: $0) }
        let text = OPML.write(Subscriptions(sources: [source].compactMap { $0 }))
        #expect(text.contains("text=\"A &amp; &quot;B&quot; &lt;c&gt;\""))
        #expect(text.contains("xmlUrl=\"https://gazette.example/?a=1&amp;b=2\""))
    }

    @Test func saysWhatIsNoList() {
        #expect(throws: FeedError.noSubscriptionList) { try OPML.read(Array("<rss/>".utf8)) }
        #expect(throws: FeedError.empty) { try OPML.read([]) }
    }
}
