import Testing

@testable import Markup

@Suite struct CharacterReferencesTests {
    func decode(_ text: String, in place: CharacterReferences.Place = .xml) -> String? {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        guard CharacterReferences.decode(bytes, at: 0, end: bytes.count, in: place, into: &result) != nil
        else {
            return nil
        }
        return String(decoding: result, as: UTF8.self)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", "\u{A0}"),
        ("&#65;", "A"), ("&#x41;", "A"), ("&#X2019", "’"), ("&#146;", "’"), ("&#0;", "\u{FFFD}"),
        ("&#xD800;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&NotEqualTilde;", "≂̸"),
        ("&CounterClockwiseContourIntegral;", "∳"),
    ])
    func readsReferences(_ text: String, _ expected: String) {
        #expect(decode(text) == expected)
    }

    @Test(arguments: ["&", "& ", "&;", "&#;", "&#x;", "&nothing;", "&copy=1", "&#xyz;"])
    func leavesBareAmpersands(_ text: String) {
        #expect(decode(text) == nil)
    }

    @Test func readsOldNamesWithoutSemicolonInHTML() {
        #expect(decode("&copy 2026", in: .text) == "©")
        #expect(decode("&notit;", in: .text) == "¬")
        #expect(decode("&copy=2", in: .attribute) == nil)
        #expect(decode("&copy ", in: .attribute) == "©")
    }

    @Test(arguments: [("notin", 3), ("thetasym", nil), ("frac12x", 6)] as [(String, Int?)])
    func findsTheLongestNameThatNeedsNoSemicolon(_ text: String, _ length: Int?) {
        #expect(NamedReferences.longestPrefix(of: text.utf8.span)?.length == length)
    }
}
