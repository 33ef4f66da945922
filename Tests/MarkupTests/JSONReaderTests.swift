import Testing

@testable import Markup

@Suite struct JSONReaderTests {
    func read(_ text: String) -> JSONValue? {
        var reader = JSONReader(utf8: Array(text.utf8))
        return reader.read()
    }

    @Test func readsValues() {
        let value = read(#" {"a": [1, -2.5e3, true, false, null, "x\n\u00e9\ud83d\ude00"], "b": {}} "#)
        #expect(
            value?["a"]
                == .array([
                    .number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null, .string("x\né😀"),
                ]))
        #expect(value?["b"] == .object([]))
        #expect(value?["c"] == nil)
    }

    @Test func closesWhatIsCutOff() {
        #expect(read(#"{"items": [{"a": 1}, {"a": 2, "b": "te"#)?["items"]?.elements?.count == 2)
        #expect(
            read(#"{"items": [{"a": 1}, {"a": 2, "b": "te"#)?["items"]?.elements?.last?["b"]?.text == "te")
    }

    @Test func passesOverWhatMakesNoSense() {
        #expect(read(#"{"a": oops, "b": 1,}"#)?["b"] == .number("1"))
        #expect(read(#"[{"a":1], {"b":2}]"#)?.elements?.isEmpty == false)
        #expect(read(#""\ud800 \uZZZZ""#)?.text == "\u{FFFD} ZZZZ")
        #expect(read("") == nil)
    }

    @Test func boundsDepth() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(read(deep) != nil)
        #expect(
            read("{\"a\": \(deep)\(String(repeating: "]", count: 1_000_000)), \"b\": 2}")?["b"]
                == .number("2"))
    }
}
