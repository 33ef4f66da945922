import News
import Testing

@testable import Feeds

/// One entry of an Atom feed around `inside`.
func atomEntry(_ inside: String, feed: String = "", attributes: String = "") throws -> Entry {
    let text = """
        <feed xmlns="http://www.w3.org/2005/Atom" \(attributes)>\(feed)<entry>\(inside)</entry></feed>
        """
    return try #require(try FeedReader.read(Array(text.utf8)).entries.first)
}

@Suite struct AtomTests {
    @Test(arguments: [
        ("<title>1 &lt; 2 &amp;amp; 3</title>", "1 < 2 &amp; 3"),
        ("<title type='text'>A &lt;b&gt;literal&lt;/b&gt;</title>", "A <b>literal</b>"),
        ("<title type='html'>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; more</title>", "A bold & more"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>bold</b> &amp; more"
                + "</div></title>",
            "A bold & more"
        ),
        ("<title type='html'><![CDATA[A <i>cdata</i>]]></title>", "A cdata"),
        ("<title mode='base64'>QSB0aXRsZQ==</title>", "A title"),
    ])
    func readsTitlesByTheirType(_ element: String, _ expected: String) throws {
        #expect(try atomEntry(element).title?.text == expected)
    }

    @Test func readsContentByItsType() throws {
        #expect(try atomEntry("<content type='html'>&lt;p&gt;x&lt;/p&gt;</content>").content == "<p>x</p>")
        #expect(try atomEntry("<content>1 &lt; 2</content>").content == "1 &lt; 2")
        let inline =
            "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>a<x:br/>&lt;b&gt;"
            + "</x:p></x:div></content>"
        #expect(try atomEntry(inline).content == "<div><p>a<br>&lt;b&gt;</p></div>")
        #expect(try atomEntry("<content src='https://gazette.example/1'/>").content == nil)
    }

    @Test func choosesTheFirstAlternateLink() throws {
        let entry = try atomEntry(
            """
            <link rel='self' href='https://gazette.example/1.atom'/><link rel='enclosure'\
             href='https://gazette.example/1.mp3' \
            type='audio/mpeg' length='9'/><link href='https://gazette.example/1'/><link rel='alternate'\
             href='https://gazette.example/2'/>
            """)
        #expect(entry.link?.text == "https://gazette.example/1")
        #expect(entry.enclosures.map(\.address.text) == ["https://gazette.example/1.mp3"])
        #expect(entry.enclosures.first?.length == 9)
    }

    @Test func takesAnIdentifierForTheLinkWhereThereIsNone() throws {
        #expect(try atomEntry("<id>https://gazette.example/3</id>").link?.text == "https://gazette.example/3")
        #expect(try atomEntry("<id>tag:gazette.example,2026:3</id>").link == nil)
        #expect(try atomEntry("<id>tag:gazette.example,2026:3</id>").id == "tag:gazette.example,2026:3")
    }

    @Test func resolvesNestedBases() throws {
        let entry = try atomEntry(
            "<link href='4'/><content type='html' xml:base='deep/'>&lt;a href='5'&gt;x&lt;/a&gt;</content>",
            attributes: "xml:base='https://gazette.example/news/'")
        #expect(entry.link?.text == "https://gazette.example/news/4")
        #expect(entry.content == "<a href=\"https://gazette.example/news/deep/5\">x</a>")
    }

    @Test func readsPeopleAndDates() throws {
        let entry = try atomEntry(
            """
            <author><name>Ida Vell</name><uri>https://ida.example/</uri></author><author>\
            <email>ole@gazette.example</email></author>
            <contributor><name>Nobody</name></contributor>
            <published>2026-05-12T09:14:00Z</published><updated>2026-05-13T09:14:00Z</updated>
            <category term='Sea'/><category term='Sea'/><category term='Wind' label='Winds'/>
            """)
        #expect(entry.authors.map(\.name.text) == ["Ida Vell", "ole@gazette.example"])
        #expect(entry.authors.first?.page?.text == "https://ida.example/")
        #expect(entry.published?.iso8601 == "2026-05-12T09:14:00Z")
        #expect(entry.updated?.iso8601 == "2026-05-13T09:14:00Z")
        #expect(entry.categories == ["Sea", "Wind"])
    }

    @Test func takesTheSourcesAuthorThenTheFeeds() throws {
        let source =
            "<source><title>Other</title><author><name>Ole</name></author></source><title>Mine</title>"
        let feed = "<author><name>Editors</name></author>"
        #expect(try atomEntry(source, feed: feed).authors.map(\.name.text) == ["Ole"])
        #expect(try atomEntry(source, feed: feed).title == "Mine")
        #expect(try atomEntry("<title>x</title>", feed: feed).authors.map(\.name.text) == ["Editors"])
    }

    @Test func knowsTheFormatsOfAtom() throws {
        let old =
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><tagline>t</tagline>"
            + "<modified>2004-01-01T00:00:00Z</modified></feed>"
        let parsed = try FeedReader.read(Array(old.utf8))
        #expect(parsed.format == .atom03)
        #expect(parsed.feed.description == "t")
        #expect(parsed.feed.updated?.iso8601 == "2004-01-01T00:00:00Z")
        #expect(
            try FeedReader.read(Array("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>".utf8)).format
                == .atom10)
        #expect(
            try FeedReader.read(Array("<entry xmlns='http://www.w3.org/2005/Atom'/>".utf8)).entries.count == 1
        )
    }
}
