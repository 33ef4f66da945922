import News
import Testing

@testable import Feeds

/// A feed of RSS 2.0 around `inside`.
func rss(_ inside: String, root: String = "<rss version='2.0'>") throws -> ParsedFeed {
    try FeedReader.read(Array("\(root)<channel>\(inside)</channel></rss>".utf8))
}

@Suite struct RSSTests {
    static let modules = """
        <rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'\
         xmlns:content='http://purl.org/rss/1.0/modules/content/' \
        xmlns:media='http://search.yahoo.com/mrss/'\
         xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' \
        xmlns:atom='http://www.w3.org/2005/Atom'\
         xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>
        """

    @Test func keepsSummaryAndContentApart() throws {
        let parsed = try rss(
            "<item><content:encoded><![CDATA[<p>whole</p>]]></content:encoded><description>short"
                + "</description></item>",
            root: Self.modules)
        #expect(parsed.entries.first?.summary == "short")
        #expect(parsed.entries.first?.content == "<p>whole</p>")
        #expect(parsed.articles.first?.html == "<p>whole</p>")
        #expect(parsed.articles.first?.dek == "short")
    }

    @Test func titlesOfModulesDoNotOverwriteTheItems() throws {
        let parsed = try rss(
            """
            <title>Feed</title><image><title>Image</title><url>https://i.example/</url>\
            <link>https://i.example/</link></image>
            <textInput><title>Input</title></textInput>
            <item><title>Item</title><media:group><media:title>Media</media:title></media:group>
            <itunes:title>Tune</itunes:title></item><item><media:title>Only</media:title></item>
            """, root: Self.modules)
        #expect(parsed.feed.title == "Feed")
        #expect(parsed.feed.link == nil)
        #expect(parsed.entries.map(\.title) == ["Item", "Only"])
    }

    @Test func elementsOfStrangersHideWhatIsInsideThem() throws {
        let parsed = try rss(
            "<item><title>Real</title><s:variant xmlns:s='https://shop.example/'><title>Default</title>"
                + "</s:variant></item>"
        )
        #expect(parsed.entries.first?.title == "Real")
    }

    @Test(arguments: [
        ("<link>https://a.example/1</link><guid>https://a.example/2</guid>", "https://a.example/1"),
        ("<guid>https://a.example/2</guid>", "https://a.example/2"),
        ("<guid isPermaLink='false'>https://a.example/2</guid>", "https://a.example/2"),
        ("<guid isPermaLink='true'>/2</guid>", "https://a.example/2"),
        (
            "<atom:link href='https://a.example/3'/><guid isPermaLink='false'>https://a.example/2</guid>",
            "https://a.example/3"
        ),
        ("<link> /4?a=1&b=2 </link>", "https://a.example/4?a=1&b=2"),
        ("<link><![CDATA[https://a.example/5]]></link>", "https://a.example/5"),
    ])
    func choosesTheLink(_ inside: String, _ expected: String) throws {
        let parsed = try rss("<link>https://a.example/</link><item>\(inside)</item>", root: Self.modules)
        #expect(parsed.entries.first?.link?.text == expected)
        #expect(parsed.feed.link?.text == "https://a.example/")
    }

    @Test func opensThePageItselfRatherThanADetour() throws {
        let parsed = try rss(
            "<item><link>https://count.example/1</link><feedburner:origLink>https://a.example/1"
                + "</feedburner:origLink></item>",
            root: Self.modules)
        #expect(parsed.entries.first?.link?.text == "https://count.example/1")
        #expect(parsed.articles.first?.address?.text == "https://a.example/1")
    }

    @Test(arguments: [
        ("<author>ida@gazette.example (Ida Vell)</author>", "Ida Vell"), ("<author>Ida</author>", "Ida"),
        ("<dc:creator>Ida</dc:creator><dc:creator>Ole</dc:creator>", "Ida, Ole"),
        ("<author><name>Ida</name></author>", "Ida"), ("<itunes:author>Ida</itunes:author>", "Ida"),
        ("<author> </author><dc:creator>Ole</dc:creator>", "Ole"),
    ])
    func readsAuthors(_ inside: String, _ expected: String) throws {
        #expect(
            try rss("<item><title>T</title>\(inside)</item>", root: Self.modules).articles.first?.byline?.text
                == expected)
    }

    @Test func identityIsStable() throws {
        let one = try rss(
            "<item><title>A</title><description>x</description></item><item><title>B</title></item>")
        let two = try rss(
            "<item><title>New</title></item><item><description>x</description><title>A</title></item>")
        #expect(one.entries[0].id == two.entries[1].id)
        #expect(Set(one.entries.map(\.id)).count == 2)
        #expect(
            try rss("<item><link>https://a.example/1</link></item>").entries.first?.id
                == "https://a.example/1")
    }

    @Test(arguments: [
        ("<rss version='0.91'>", FeedFormat.rss091), ("<rss version='0.92'>", .rss092),
        ("<rss version='2.0.1'>", .rss20),
        ("<rss>", .rss20), ("<RSS VERSION='2.0'>", .rss20), ("<rss version='7'>", .rss),
    ])
    func knowsTheVersions(_ root: String, _ format: FeedFormat) throws {
        #expect(try rss("", root: root).format == format)
    }

    @Test func readsRDFWithItemsOutsideTheChannel() throws {
        let text = """
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'
            xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://a.example/'><title>T\
            </title>
            <link>https://a.example/</link><items><rdf:Seq><rdf:li resource='https://a.example/1'/>\
            </rdf:Seq></items></channel>
            <item rdf:about='https://a.example/1'><title>One</title><dc:date>2026-05-12T09:14:00Z\
            </dc:date></item></rdf:RDF>
            """
        let parsed = try FeedReader.read(Array(text.utf8))
        #expect(parsed.format == .rss10)
        #expect(parsed.feed.title == "T")
        #expect(parsed.entries.map(\.id) == ["https://a.example/1"])
        #expect(parsed.entries.first?.published?.iso8601 == "2026-05-12T09:14:00Z")
        #expect(parsed.entries.first?.link?.text == "https://a.example/1")
    }

    @Test func readsInlineMarkupInBodies() throws {
        let parsed = try rss(
            "<item><description>A <b>bold</b><br/>word <p>unclosed</description><title>T</title></item>")
        #expect(parsed.entries.first?.summary == "A <b>bold</b><br>word <p>unclosed</p>")
        #expect(parsed.entries.first?.title == "T")
        #expect(parsed.warnings == ["tags do not match"])
    }

    @Test func warnsOncePerKind() throws {
        let parsed = try rss("<title>A & B & C</title><item><title>D & E</title></item>")
        #expect(parsed.warnings == ["“&” stands where “&amp;” should"])
    }

    @Test func nestedItemsAreItemsAndEmptyOnesAreNot() throws {
        let parsed = try rss("<item><title>A</title><item/><item><title>B</title></item></item>")
        #expect(parsed.entries.map(\.title) == ["A", "B"])
    }

    @Test func listsEachEnclosureOnce() throws {
        let parsed = try rss(
            "<item><enclosure url='https://a.example/1.mp3'/><enclosure url='https://a.example/1.mp3'"
                + " type='audio/mpeg'/></item>"
        )
        #expect(parsed.entries.first?.enclosures.count == 1)
    }

    @Test func whatIsNeverClosedDoesNotSwallowItsNeighbours() throws {
        let parsed = try rss(
            """
            <item><title>A<link>https://a.example/1</link><guid>g1</guid><description>d &lt;b&gt;x</item>
            <item><title>B</title><description>e <p>f<item><title>C</title></item>
            """)
        #expect(parsed.entries.map(\.title) == ["A", "B", "C"])
        #expect(parsed.entries.map(\.id).first == "g1")
        #expect(parsed.entries.first?.link?.text == "https://a.example/1")
        #expect(parsed.entries.map(\.summary) == ["d <b>x</b>", "e <p>f</p>", nil])
    }

    @Test func anItemThatSaysNothingIsNoArticle() throws {
        let parsed = try rss("<item/><item><guid>g</guid></item><item><title>T</title></item>")
        #expect(parsed.entries.count == 3)
        #expect(parsed.articles.map(\.headline) == ["T"])
    }
}
