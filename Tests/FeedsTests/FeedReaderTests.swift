import Feeds
import News
import Testing

@Suite struct FeedReaderTests {
    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>The Harbour Gazette</title><link>https://gazette.example/</link>
        <description>News of the quay</description><language>en-GB</language>
        <item><title>Storm &amp;amp; tide</title><link>https://gazette.example/1</link><guid>g1</guid>
        <pubDate>Tue, 12 May 2026 09:14:00 +0200</pubDate><dc:creator>Ida Vell</dc:creator>
        <description>&lt;p onclick="x()"&gt;Boats stay in.&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;\
        </description>
        <category>Weather</category><enclosure url="/a.mp3" type="audio/mpeg" length="12"/></item>
        <item><title>Second</title><link>/2</link></item>
        </channel></rss>
        """

    @Test func readsRSS() throws {
        let parsed = try FeedReader.read(Array(Self.rss.utf8))
        #expect(parsed.format == .rss20)
        #expect(parsed.feed.title == "The Harbour Gazette")
        #expect(parsed.feed.link?.text == "https://gazette.example/")
        #expect(parsed.feed.language == "en-GB")
        #expect(parsed.warnings.isEmpty)
        let first = try #require(parsed.entries.first)
        #expect(first.id == "g1")
        #expect(first.title == "Storm & tide")
        #expect(first.published?.iso8601 == "2026-05-12T07:14:00Z")
        #expect(first.authors.map(\.name) == ["Ida Vell"])
        #expect(first.summary == "<p>Boats stay in.</p>")
        #expect(first.categories == ["Weather"])
        #expect(first.enclosures.first?.address.text == "https://gazette.example/a.mp3")
        #expect(parsed.entries[1].link?.text == "https://gazette.example/2")
    }

    @Test func refusesWhatIsNoFeedWithAReason() {
        let page =
            "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/feed></head>"
            + "</html>"
        let base = WebAddress("https://gazette.example/")
        #expect(
            throws: FeedError.webPage(feeds: [WebAddress("https://gazette.example/feed")].compactMap { $0 })
        ) {
            try FeedReader.read(Array(page.utf8), base: base)
        }
        #expect(throws: FeedError.empty) { try FeedReader.read(Array(" \n".utf8)) }
        #expect(throws: FeedError.otherXML(root: "svg")) { try FeedReader.read(Array("<svg/>".utf8)) }
        #expect(throws: FeedError.otherJSON) { try FeedReader.read(Array("{\"a\":1}".utf8)) }
    }
}
