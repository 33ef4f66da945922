import Testing

@testable import Markup

/// The events of a document, one a line.
func events(_ text: String) -> [String] {
    var reader = XMLReader(utf8: Array(text.utf8))
    var lines: [String] = []
    while true {
        switch reader.next() {
        case .start: lines.append("<" + reader.name.local)
        case .end: lines.append(">" + reader.name.local)
        case .text:
            var bytes: [UInt8] = []
            reader.appendText(to: &bytes)
            lines.append(String(decoding: bytes, as: UTF8.self))
        case .finish: return lines
        }
    }
}

@Suite struct XMLReaderTests {
    @Test func readsElementsTextAndCDATA() {
        #expect(
            events("<a><b x='1'>t &amp; u</b><![CDATA[<c>]]></a>") == [
                "<a", "<b", "t & u", ">b", "<c>", ">a",
            ])
    }

    @Test func keepsBareAmpersandsAndLinks() {
        #expect(events("<a>AT&T a & b ?x=1&y=2&copy=3</a>") == ["<a", "AT&T a & b ?x=1&y=2&copy=3", ">a"])
    }

    @Test func knowsTheEntitiesOfHTML() {
        #expect(events("<a>&nbsp;&eacute;&#8217;&#x2019;&#150;</a>") == ["<a", "\u{A0}é’’–", ">a"])
    }

    @Test func closesWhatADocumentLeavesOpen() {
        #expect(events("<a><b><c>text</b>more") == ["<a", "<b", "<c", "text", ">c", ">b", "more", ">a"])
    }

    @Test func ignoresEndTagsThatNothingOpened() {
        #expect(events("<a></x>t</A>") == ["<a", "t", ">a"])
    }

    @Test func passesOverJunkAroundTheRoot() {
        #expect(events("Warning: x\n<?xml version='1.0'?><!-- c --><!DOCTYPE a><a/>junk") == ["<a", ">a"])
    }

    @Test func readsAnOpenCDATASectionToTheEnd() {
        #expect(events("<a><![CDATA[t</a>") == ["<a", "t</a>", ">a"])
    }

    @Test func expandsDeclaredEntitiesWithinBounds() {
        #expect(events("<!DOCTYPE a [<!ENTITY x \"y&z;\"><!ENTITY z 'w'>]><a>&x;</a>") == ["<a", "yw", ">a"])
        #expect(
            events("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;.</a>") == [
                "<a", "&x;.", ">a",
            ])
        #expect(events("<!DOCTYPE a [<!ENTITY x \"&x;\">]><a>&x;.</a>").last == ">a")
    }

    @Test func boundsWhatEntitiesAddTogether() {
        let value = String(repeating: "x", count: 10_000)
        let uses = String(repeating: "&e;", count: 10_000)
        let all = events("<!DOCTYPE a [<!ENTITY e \"\(value)\">]><a b='\(uses)'>\(uses)</a>")
        #expect(all.reduce(0) { $0 + $1.utf8.count } <= Limits.entityExpansion + 100)
    }

    @Test func flattensWhatIsTooDeep() {
        let deep = String(repeating: "<d>", count: 5000) + "x" + String(repeating: "</d>", count: 5000)
        let all = events("<a>" + deep + "<b/></a>")
        #expect(all.count { $0 == "<d" } == Limits.depth - 1)
        #expect(all.suffix(3) == ["<b", ">b", ">a"])
    }

    @Test func unclosedTagsByTheHundredDoNotSwallowWhatFollows() {
        let breaks = String(repeating: "<br>", count: 2000)
        #expect(events("<a><d>\(breaks)</d><b/></a>").suffix(3) == ["<b", ">b", ">a"])
    }

    @Test func readsAttributesInAnyShape() {
        var reader = XMLReader(utf8: Array("<a b=\"1&amp;2\" c='3' d=4 e rdf:f=\"5>6\"/>".utf8))
        _ = reader.next()
        #expect(reader.attribute("b") == "1&2")
        #expect(reader.attribute("C") == "3")
        #expect(reader.attribute("d") == "4")
        #expect(reader.attribute("e") == "")
        #expect(reader.attribute(local: "f") == "5>6")
        #expect(reader.attribute("f") == nil)
    }

    @Test func bindsPrefixesWhereTheyAreDeclared() {
        var reader = XMLReader(utf8: Array("<a xmlns='u'><b xmlns:p='v'/><c/></a>".utf8))
        _ = reader.next()
        let outer = reader.namespaceState
        #expect(reader.namespace(of: "") == "u")
        _ = reader.next()
        #expect(reader.namespace(of: "p") == "v")
        _ = reader.next()
        _ = reader.next()
        #expect(reader.namespace(of: "p") == nil)
        #expect(reader.namespaceState == outer)
    }

    @Test func dropsATagThatIsCutOff() {
        #expect(events("<a>t<b c=\"d") == ["<a", "t", ">a"])
    }
}
