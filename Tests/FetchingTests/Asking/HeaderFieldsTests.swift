import News
import Testing

@testable import Fetching

@Suite struct HeaderFieldsTests {
    @Test func namesMatchInAnyCaseAndValuesLoseOnlyTheirMargins() {
        let headers = HeaderFields(["ETag": "  \"a  b\" \r\n"])
        #expect(headers["etag"] == "\"a  b\"")
    }

    @Test func aNameThatComesTwiceIsAList() {
        let headers = HeaderFields(["Link": "<a>; rel=self", "X": "1", "link": "<b>; rel=hub"])
        #expect(headers["link"] == "<a>; rel=self")
        #expect(headers.joined("link") == "<a>; rel=self, <b>; rel=hub")
        #expect(headers.joined("none") == nil)
    }

    @Test func whatIsNoFieldIsPassedOver() {
        var headers = HeaderFields()
        for line in ["", ":", ": x", "no colon", "bad name: x", "\u{0}a: x"] {
            headers.add(line: Array(line.utf8))
        }
        #expect(headers == HeaderFields())
    }
}
