import Feeds
import News
import Testing

@Suite struct FeedErrorTests {
    func reason(_ text: String) -> String? {
        do {
            _ = try FeedReader.read(Array(text.utf8), base: WebAddress("https://gazette.example/"))
            return nil
        } catch { return error.description }
    }

    @Test(arguments: [
        ("", "the file is empty"),
        ("Hello there", "this is plain text, not a feed"),
        ("<svg><g/></svg>", "this is XML but no feed: its outermost element is <svg>"),
        ("[1, 2]", "this is JSON but no feed: it has no list of items"),
        ("<opml><body/></opml>", "this is a list of subscriptions (OPML), not a feed; import it instead"),
        ("<!DOCTYPE html><p>Hi", "this is an HTML page, not a feed; it names no feed"),
        ("PK\u{3}\u{4}…", "this is zip data, not a feed; unpack it first"),
        ("\u{1}\u{2}\u{3}\u{4}\u{5}", "this is binary data, not a feed"),
    ])
    func saysWhatItIsInstead(_ text: String, _ expected: String) {
        #expect(reason(text) == expected)
    }

    @Test func namesTheFeedsOfAPage() {
        let page = """
            <html><head><link rel="alternate" type="application/rss+xml" href="/a">
            <link rel='ALTERNATE nofollow' type='application/atom+xml' href='b.xml'>
            <link rel=alternate type=application/json href=/api>
            <link rel=stylesheet href=/c></head></html>
            """
        let feeds = "https://gazette.example/a, https://gazette.example/b.xml"
        #expect(reason(page) == "this is an HTML page; it names 2 feeds: \(feeds)")
    }

    @Test func refusesWhatIsTooLarge() {
        let large = [UInt8](repeating: 0x20, count: FeedReader.maximumBytes + 1)
        #expect(throws: FeedError.tooLarge) { try FeedReader.read(large) }
    }
}
