import Markup
import Testing

struct HTMLTraversalTests {
    let page = HTMLDocument(parsing: "<div><p>1<b>2</b></p><script>3</script></div><i>4</i>")

    private func names(below node: HTMLDocument.Node) -> [String] {
        page.descendants(of: node).map { page.kind(of: $0) == .text ? page.text(of: $0) : page.name(of: $0) }
    }

    @Test func descendantsComeInDocumentOrder() throws {
        let body = try #require(page.body)
        #expect(names(below: body) == ["div", "p", "1", "b", "2", "script", "3", "i", "4"])
    }

    @Test func descendantsStayBelowTheirRoot() throws {
        let division = try #require(page.body.flatMap(page.firstChild(of:)))
        #expect(names(below: division) == ["div", "p", "1", "b", "2", "script", "3"].dropFirst().map { $0 })
    }

    @Test func aLeafHasNoDescendants() throws {
        let last = try #require(page.descendants(of: page.root).map { $0 }.last)
        #expect(names(below: last).isEmpty)
    }

    @Test func aSubtreeCanBeSkipped() throws {
        var inner = try page.descendants(of: #require(page.body))
        var seen: [String] = []
        while let node = inner.next() {
            seen.append(page.name(of: node))
            if page.tag(of: node) == .p { inner.skipChildren() }
        }
        #expect(seen == ["div", "p", "script", "", "i", ""])
        #expect(inner.next() == nil)
    }

    @Test func siblingsAndParentsLinkBothWays() throws {
        let body = try #require(page.body)
        let children = page.children(of: body).map { $0 }
        #expect(children.map(page.name(of:)) == ["div", "i"])
        #expect(page.lastChild(of: body) == children[1])
        #expect(page.previousSibling(of: children[1]) == children[0])
        #expect(page.parent(of: children[0]) == body)
        #expect(page.parent(of: page.root) == nil)
    }
}
