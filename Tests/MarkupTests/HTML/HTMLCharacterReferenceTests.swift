import Testing

@testable import Markup

struct HTMLCharacterReferenceTests {
    @Test(arguments: [
        ("&amp;", "&"), ("&AMP", "&"), ("&nbsp;", "\u{a0}"), ("&notit;", "¬it;"), ("&notin;", "∉"),
        ("&not", "¬"),
        ("&copyx", "©x"), ("&hellip", "&hellip"), ("&hellip;", "…"), ("&nosuch;", "&nosuch;"), ("& x", "& x"),
        ("&CounterClockwiseContourIntegral;", "∳"), ("&acE;", "∾\u{333}"), ("&NotEqualTilde;", "≂\u{338}"),
        ("&Tab;", "\t"), ("&zwnj;", "\u{200c}"), ("&amp;amp;", "&amp;"), ("&;", "&;"), ("&frac12x", "½x"),
    ])
    func namesAreReadWithAndWithoutTheirSemicolon(source: String, text: String) {
        #expect(text == self.text(of: source))
    }

    @Test(arguments: [
        ("&#65;", "A"), ("&#x41;", "A"), ("&#X41", "A"), ("&#65B", "AB"), ("&#0;", "\u{fffd}"),
        ("&#xD800;", "\u{fffd}"),
        ("&#x110000;", "\u{fffd}"), ("&#99999999999999999999;", "\u{fffd}"), ("&#x80;", "€"), ("&#146;", "’"),
        ("&#129;", "\u{81}"), ("&#;", "&#;"), ("&#x;", "&#x;"), ("&#", "&#"), ("&#x1F600;", "😀"),
    ])
    func numbersAreReadAsTheStandardMapsThem(source: String, text: String) {
        #expect(text == self.text(of: source))
    }

    @Test(arguments: [
        ("?a=1&copy=2", "?a=1&copy=2"), ("?a&amp=b", "?a&amp=b"), ("?a&ampb", "?a&ampb"),
        ("?a&amp;b", "?a&b"),
        ("&copy", "©"), ("&copy;=", "©="), ("&lt x", "< x"), ("&#65", "A"),
    ])
    func inAttributesWhatMayBePartOfAnAddressStays(source: String, value: String) {
        let page = HTMLDocument(parsing: "<a href=\"\(source)\">")
        let link = page.descendants(of: page.root).first { page.tag(of: $0) == .a }
        #expect(link.flatMap { page.attribute("href", of: $0) } == value)
    }

    @Test func theTableHasEveryNameInOrder() {
        let records = CharacterReferenceTable.records.utf8.split(separator: 2)
        let names = records.map { Array($0.prefix { $0 > 3 }) }
        let legacy = records.filter { $0.contains(3) }
        #expect(names.count == 2125)
        #expect(legacy.count == 106)
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(names.allSatisfy { NamedReferences.lookUp($0.span, legacyOnly: false) != nil })
        #expect(names.map(\.count).max() == CharacterReferenceTable.longestName)
    }

    private func text(of source: String) -> String {
        let page = HTMLDocument(parsing: "<p>" + source)
        return page.textContent(of: page.root)
    }
}
