import Testing

@testable import Feeds

@Suite struct PlainBodyTests {
    @Test(arguments: [
        ("one", "one"), ("1 < 2 & 3", "1 &lt; 2 &amp; 3"), ("one\ntwo", "one<br>\ntwo"),
        ("one\r\n \r\ntwo\nthree\n", "<p>one</p>\n<p>two<br>\nthree</p>"), ("\n\none\n\n", "one"),
    ])
    func keepsLinesAndParagraphs(_ text: String, _ expected: String) {
        #expect(PlainBody.html(Array(text.utf8)) == expected)
    }

    @Test func partsParagraphsOfTypedTextOnly() {
        #expect(
            PlainBody.typed(Array("one\n\ntwo\nthree".utf8)) == Array("<p>one</p>\n<p>two\nthree</p>".utf8))
        #expect(PlainBody.typed(Array("one\ntwo".utf8)) == nil)
        #expect(PlainBody.typed(Array("<p>one</p>\n\n<p>two</p>".utf8)) == nil)
    }
}
