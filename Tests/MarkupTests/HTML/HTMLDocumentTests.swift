import Markup
import Testing

struct HTMLDocumentTests {
    @Test func aPageHasAHeadAndABodyEvenIfItSaysNothing() {
        let page = HTMLDocument(parsing: "")
        #expect(page.head.map(page.name(of:)) == "head")
        #expect(page.body.map(page.name(of:)) == "body")
    }
}
