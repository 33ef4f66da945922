import Testing

@testable import Terminal

@Suite struct ClipboardTests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]) func encodesBase64(text: String, encoded: String) {
        #expect(String(decoding: Base64.encoded(Array(text.utf8)), as: UTF8.self) == encoded)
    }

    @Test func noControlOfTheTextGetsIntoTheSequence() {
        let bytes = Clipboard.sequence(for: "\u{1B}]0;x\u{7}") ?? []
        #expect(bytes.dropFirst().dropLast().allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    }

    @Test func refusesWhatTerminalsWouldCut() {
        #expect(Clipboard.sequence(for: String(repeating: "a", count: Limits.clipboard)) != nil)
        #expect(Clipboard.sequence(for: String(repeating: "a", count: Limits.clipboard + 1)) == nil)
    }
}
