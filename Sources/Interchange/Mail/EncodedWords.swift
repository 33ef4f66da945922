import Markup

/// Words of a header in another alphabet (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
enum EncodedWords {
    /// The text of a header's value; white space between two encoded words is none.
    static func decode(_ value: [UInt8]) -> String {
        guard value.contains(UInt8(ascii: "?")) else { return plain(value) }
        var text = ""
        var index = 0
        var start = 0
        var isBehindWord = false
        while index < value.count {
            guard value[index] == UInt8(ascii: "="), let (word, end) = word(in: value, at: index) else {
                index += 1
                continue
            }
            let between = value[start..<index]
            let isSpace = between.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if !(isBehindWord && isSpace) { text += plain(Array(between)) }
            text += word
            isBehindWord = true
            index = end
            start = end
        }
        return text + plain(Array(value[start...]))
    }

    /// The encoded word that stands at a place, and the place behind it.
    private static func word(in value: [UInt8], at start: Int) -> (String, Int)? {
        // RFC 2047 §2 allows 75 bytes; programs write longer ones.
        let longest = value[start..<min(value.count, start + 2_000)]
        guard longest.count > 6, value[start + 1] == UInt8(ascii: "?") else { return nil }
        let mark = UInt8(ascii: "?")
        guard let second = longest[(start + 2)...].firstIndex(of: mark), second + 2 < longest.endIndex,
            value[second + 2] == mark,
            let last = longest[(second + 3)...].firstIndex(of: mark), last + 1 < longest.endIndex,
            value[last + 1] == UInt8(ascii: "=")
        else { return nil }
        let charset = String(decoding: value[(start + 2)..<second], as: UTF8.self).prefix { $0 != "*" }
        let encoded = value[(second + 3)..<last]
        var bytes: [UInt8] = []
        switch value[second + 1] | 0x20 {
        case UInt8(ascii: "b"): bytes = TransferEncoding.base64(encoded)
        case UInt8(ascii: "q"):
            let spaced = encoded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            TransferEncoding.unescape(spaced[...], to: &bytes)
        default: return nil
        }
        return (text(bytes, charset: String(charset)), last + 2)
    }

    private static func plain(_ bytes: [UInt8]) -> String { text(bytes, charset: "") }

    /// Bytes in a charset as text; an unknown charset is guessed.
    static func text(_ bytes: [UInt8], charset: String) -> String {
        let type = charset.isEmpty ? nil : "text/plain; charset=\(charset)"
        return String(decoding: DecodedText(bytes, contentType: type).utf8, as: UTF8.self)
    }
}
