import News
import Testing

@testable import Feeds

@Suite struct JSONFeedTests {
    static let feed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "The &#8220;Gazette&#8221;",\
         "language": "en",
        "home_page_url": "https://gazette.example/", "feed_url": "https://gazette.example/feed.json",
        "authors": [{"name": "Editors"}],
        "items": [{"id": 7, "url": "/1", "title": "One", "content_html": "<p>x</p><script>y</script>",\
         "summary": "s",
        "date_published": "2026-05-12T09:14:00+02:00", "tags": ["a", "b", "a"],
        "attachments": [{"url": "1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}]},
        "not an item", {"id": "8", "content_text": "1 < 2", "external_url": "https://other.example/",\
         "author": {"name": "Ole"}},
        {"id": null, "title": 5}]}
        """

    @Test func readsItems() throws {
        let parsed = try FeedReader.read(Array(Self.feed.utf8))
        #expect(parsed.format == .json11)
        #expect(parsed.feed.title == "The “Gazette”")
        #expect(parsed.feed.address?.text == "https://gazette.example/feed.json")
        #expect(parsed.entries.map(\.id).prefix(2) == ["7", "8"])
        let first = parsed.entries[0]
        #expect(first.link?.text == "https://gazette.example/1")
        #expect(first.content == "<p>x</p>")
        #expect(first.summary == "s")
        #expect(first.published?.iso8601 == "2026-05-12T07:14:00Z")
        #expect(first.categories == ["a", "b"])
        #expect(first.enclosures.first?.address.text == "https://gazette.example/1.mp3")
        #expect(first.authors.map(\.name) == ["Editors"])
        #expect(parsed.entries[1].content == "1 &lt; 2")
        #expect(parsed.entries[1].authors.map(\.name) == ["Ole"])
        #expect(parsed.entries.count == 3)
    }

    @Test func keepsTheItemsBeforeACut() throws {
        let cut = Self.feed.prefix(Self.feed.count - 120)
        let parsed = try FeedReader.read(Array(cut.utf8))
        #expect(parsed.entries.count >= 1)
        #expect(parsed.warnings == ["the JSON is damaged"])
    }
}
