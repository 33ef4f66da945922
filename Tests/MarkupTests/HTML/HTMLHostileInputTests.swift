import Testing

@testable import Markup

/// Whatever comes in, a sound tree of bounded depth comes out.
struct HTMLHostileInputTests {
    @Test(arguments: 0..<20)
    func anyTagSoupGivesASoundTree(seed: UInt64) {
        var random = SmallRandom(state: seed)
        for _ in 0..<15 {
            let soup = (0..<Int.random(in: 1...120, using: &random)).map { _ in random.piece() }.joined()
            expectSound(HTMLDocument(parsing: soup))
            expectSound(HTMLDocument(parsingFragment: soup, in: random.context()))
        }
    }

    @Test(arguments: 0..<20)
    func anyBytesGiveASoundTree(seed: UInt64) {
        var random = SmallRandom(state: seed &+ 1000)
        let alphabet = Array("<>/!-?&;#x='\" ab\0\r\n]".utf8) + [0xff, 0xc3, 0xa9, 0xe2]
        for _ in 0..<20 {
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            expectSound(HTMLDocument(parsing: bytes))
            _ = HTMLEncodingHint.label(in: bytes)
        }
    }

    @Test(arguments: [
        "<div>", "<b>", "<b><p>", "<a><div>", "<ul><li>", "<table><td>", "<svg><g>", "<template>",
        "<font size=1><p>",
        "<form><div></form>", "<select><option>", "<object>", "<nobr><table>", "<svg><desc>", "<math><mi>",
        "<table>x",
    ])
    func nestingIsBounded(part: String) {
        expectSound(HTMLDocument(parsing: String(repeating: part, count: 700) + "end"))
    }

    @Test func textBelowTheDepthLimitIsKept() {
        let page = HTMLDocument(parsing: String(repeating: "<div>x", count: 2000))
        #expect(page.textContent(of: page.root).utf8.count == 2000)
    }

    @Test func attributesAreBounded() throws {
        let many = (0..<5000).map { " a\($0)=1" }.joined()
        let page = HTMLDocument(parsing: "<p\(many)>x")
        let paragraph = try #require(page.body.flatMap(page.firstChild(of:)))
        #expect(page.attributes(of: paragraph).count == HTMLLimits.attributes)
        #expect(page.textContent(of: paragraph) == "x")
    }

    @Test func copiesOfFormattingElementsAreBounded() {
        let open = (0..<60).map { "<b id=\($0)>" }.joined()
        let page = HTMLDocument(parsing: open + String(repeating: "<p>x", count: 5000))
        #expect(
            page.arena.nodes.count < 60 + 5000 * 2 + HTMLLimits.clonesBase + 20_000 / HTMLLimits.bytesPerClone
                + 10)
        #expect(page.textContent(of: page.root).utf8.count == 5000)
    }

    private func expectSound(_ document: HTMLDocument) {
        var depths: [HTMLDocument.Node: Int] = [document.root: 0]
        var isSound = true
        for node in document.descendants(of: document.root) {
            guard let parent = document.parent(of: node), let depth = depths[parent] else {
                isSound = false
                break
            }
            depths[node] = depth + 1
            // A void element, text or comment may hang on the deepest element.
            isSound = isSound && depth <= HTMLLimits.depth + 1
            let previous = document.previousSibling(of: node)
            isSound =
                isSound
                && (previous.map(document.nextSibling(of:)) ?? document.firstChild(of: parent)) == node
            if document.nextSibling(of: node) == nil {
                isSound = isSound && document.lastChild(of: parent) == node
            }
        }
        #expect(isSound)
        _ = document.html5libTree()
        _ = HTMLSerializer.html(inside: document.root, of: document)
    }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct SmallRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func piece() -> String {
        let name = HTMLTag.allCases.randomElement(using: &self)?.rawValue ?? "p"
        let extras = [
            "x", " ", "&amp;", "&no", "<!--c-->", "<![CDATA[y]]>", "\0", "<", "\n", "<!DOCTYPE html>",
        ]
        switch Int.random(in: 0..<10, using: &self) {
        case 0..<5: return "<\(name)>"
        case 5: return "<\(name) a=1 type=hidden/>"
        case 6..<9: return "</\(name)>"
        default: return extras.randomElement(using: &self) ?? ""
        }
    }

    mutating func context() -> String {
        HTMLTag.allCases.randomElement(using: &self)?.rawValue ?? "body"
    }
}
