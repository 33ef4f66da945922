import News
import Testing

@testable import Feeds

@Suite struct VocabularyTests {
    @Test(arguments: [
        ("http://www.w3.org/2005/Atom", Vocabulary.atom), (" HTTP://www.w3.org/2005/atom/ ", .atom),
        ("https://purl.org/dc/elements/1.1/", .dublinCore), ("http://search.yahoo.com/mrss", .media),
        ("http://www.itunes.com/DTDs/PodCast-1.0.dtd", .itunes), ("", .core),
    ])
    func knowsAddressesHoweverTheyAreSpelt(_ address: String, _ expected: Vocabulary) {
        #expect(Vocabulary(address: address) == expected)
    }

    @Test func knowsNoStrangers() {
        #expect(Vocabulary(address: "https://shop.example/ns") == nil)
        #expect(Vocabulary(prefix: "s") == nil)
    }

    @Test(arguments: [
        "<rss version='2.0' xmlns='http://unknown.example/rss'>",
        "<x:rss version='2.0' xmlns:x='http://unknown.example/rss'>",
        "<rss version='2.0' xmlns=' http://backend.userland.com/rss2 '>",
    ])
    func theRootsNamespaceIsTheFeedsOwn(_ root: String) throws {
        let prefix = root.hasPrefix("<x:") ? "x:" : ""
        let text = """
            \(root)<\(prefix)channel><\(prefix)title>T</\(prefix)title>
            <\(prefix)item><\(prefix)title>I</\(prefix)title></\(prefix)item>
            </\(prefix)channel></\(prefix)rss>
            """
        let parsed = try FeedReader.read(Array(text.utf8))
        #expect(parsed.feed.title == "T")
        #expect(parsed.entries.map(\.title) == ["I"])
    }

    @Test func prefixesMeanWhatTheyUsuallyMeanWhereNobodyDeclaresThem() throws {
        let parsed = try rss("<item><dc:creator>Ida</dc:creator><content:encoded>c</content:encoded></item>")
        #expect(parsed.entries.first?.authors.map(\.name) == ["Ida"])
        #expect(parsed.entries.first?.content == "c")
    }

    @Test func otherPrefixesMeanWhatTheyAreBoundTo() throws {
        let parsed = try rss(
            "<item><d:creator>Ida</d:creator></item>",
            root: "<rss version='2.0' xmlns:d='http://purl.org/dc/elements/1.1/'>")
        #expect(parsed.entries.first?.authors.map(\.name) == ["Ida"])
    }
}
