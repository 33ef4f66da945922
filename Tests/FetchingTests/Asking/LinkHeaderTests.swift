import News
import Testing

@testable import Fetching

@Suite struct LinkHeaderTests {
    private let base = WebAddress("https://vell.example/news/")

    @Test func namesSelfHubAndNext() throws {
        let header = LinkHeader(
            "<feed.xml>; rel=\"self\", <https://hub.example/>; rel=hub; title=\"one, two; <three>\", "
                + "</old?p=2>; REL = \"Prev-Archive next\"", base: try #require(base))
        #expect(header.first("self")?.text == "https://vell.example/news/feed.xml")
        #expect(header.first("hub")?.text == "https://hub.example/")
        #expect(header.first("next")?.text == "https://vell.example/old?p=2")
        #expect(header.first("prev-archive") == header.first("next"))
        #expect(header.links.count == 3)
    }

    @Test func ofSeveralRelationParametersTheFirstCounts() throws {
        let header = LinkHeader("<a>; rel=next; rel=self", base: try #require(base))
        #expect(header.links.map(\.relations) == [["next"]])
    }

    @Test(arguments: [
        "", "<", "<a", "<a>;", "<a>; rel", "<a>; rel=", "<a>; rel=\"", "<a>; rel=\"self\\", "garbage", ">;<",
        "<javascript:x>; rel=self",
    ])
    func whatIsBrokenNamesNothing(_ text: String) throws {
        #expect(LinkHeader(text, base: try #require(base)).first("self") == nil)
    }

    @Test func aThousandLinksAreTooMany() throws {
        let text = String(repeating: "<a>; rel=x, ", count: 1000)
        #expect(LinkHeader(text, base: try #require(base)).links.count == 64)
    }
}
