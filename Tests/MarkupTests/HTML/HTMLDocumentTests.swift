import Markup
import Testing

struct HTMLDocumentTests {
    @Test func aPageHasAHeadAndABodyEvenIfItSaysNothing() {
        let page = HTMLDocument(parsing: "")
        #expect(page.head.map(page.name(of:)) == "head")
        #expect(page.body.map(page.name(of:)) == "body")
    }

    @Test func theTreePrintsAsTheReferenceTestsWriteIt() {
        let page = HTMLDocument(
            parsing: """
                <!DOCTYPE html><title>T</title><p class=b id="a">One<!-- two --><svg viewbox="0">\
                <a xlink:href=x></svg>
                """)
        #expect(
            page.html5libTree() == """
                | <!DOCTYPE html>
                | <html>
                |   <head>
                |     <title>
                |       "T"
                |   <body>
                |     <p>
                |       class="b"
                |       id="a"
                |       "One"
                |       <!--  two  -->
                |       <svg svg>
                |         viewBox="0"
                |         <svg a>
                |           xlink href="x"
                """)
    }

    @Test func attributesAreFoundByNameAndComeDecodedInOrder() throws {
        let page = HTMLDocument(parsing: "<a HREF='?a=1&amp;b=2' title=\"x&quot;y\" hidden>")
        let link = try #require(page.descendants(of: page.root).first { page.tag(of: $0) == .a })
        #expect(page.attribute("href", of: link) == "?a=1&b=2")
        #expect(page.attribute("hidden", of: link) == "")
        #expect(page.attribute("rel", of: link) == nil)
        #expect(page.attributes(of: link).map(\.name) == ["href", "title", "hidden"])
        #expect(page.attributes(of: link).map(\.value) == ["?a=1&b=2", "x\"y", ""])
    }

    @Test func textContentJoinsAllTextBelow() throws {
        let page = HTMLDocument(parsing: "<p>A <b>b&amp;</b>c<!-- not this --> d</p>e")
        let body = try #require(page.body)
        #expect(page.textContent(of: body) == "A b&c de")
    }

    @Test func unlistedNamesAreKeptInLowerCase() throws {
        let page = HTMLDocument(parsing: "<My-Widget>x</MY-widget>y")
        let widget = try #require(page.body.flatMap(page.firstChild(of:)))
        #expect(page.tag(of: widget) == .other)
        #expect(page.name(of: widget) == "my-widget")
        #expect(page.nextSibling(of: widget).map(page.text(of:)) == "y")
    }

    @Test func foreignNamesHaveTheirOwnLetterCase() throws {
        let page = HTMLDocument(parsing: "<svg><FOREIGNOBJECT><p>x</svg>")
        let svg = try #require(page.body.flatMap(page.firstChild(of:)))
        let inner = try #require(page.firstChild(of: svg))
        #expect(page.name(of: inner) == "foreignObject")
        #expect(page.tag(of: inner) == .foreignObject)
        #expect(page.namespace(of: inner) == .svg)
        #expect(page.firstChild(of: inner).map(page.namespace(of:)) == .html)
    }

    @Test func bytesThatAreNoUTF8BecomeReplacementCharacters() throws {
        let page = HTMLDocument(parsing: [0x61, 0xff, 0x62])
        #expect(try page.textContent(of: #require(page.body)) == "a\u{fffd}b")
    }

    @Test func lineEndsAndTheByteOrderMarkAreNormalised() throws {
        let page = HTMLDocument(parsing: "\u{feff}a\r\nb\rc\r\r\nd")
        #expect(try page.textContent(of: #require(page.body)) == "a\nb\nc\n\nd")
    }
}
