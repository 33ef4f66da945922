/// Decodes the character references of HTML (WHATWG HTML §13.2.5.72–80).
enum HTMLCharacterReference {
    /// What a reference stands for, and the index after it.
    struct Match {
        var letters: PackedLetters
        var end: Int
    }

    /// The reference that begins after the ampersand at `start - 1`, or nil if the ampersand is just that.
    static func match(in bytes: Span<UInt8>, from start: Int, inAttribute: Bool) -> Match? {
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return numeric(in: bytes, from: start &+ 1) }
        guard bytes[start].isASCIILetter else { return nil }
        return named(in: bytes, from: start, inAttribute: inAttribute)
    }

    // MARK: Names

    private static func named(in bytes: Span<UInt8>, from start: Int, inAttribute: Bool) -> Match? {
        var end = start
        let limit = min(bytes.count, start &+ CharacterReferenceTable.longestName)
        while end < limit, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end &+= 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
            let found = NamedReferences.lookUp(bytes.extracting(start..<end), legacyOnly: false)
        {
            return Match(letters: found, end: end &+ 1)
        }
        let followed = end < bytes.count && (bytes[end] == UInt8(ascii: "=") || end == limit)
        if inAttribute {
            // In an attribute `&copy=1` and `&copyright` are parts of an address, not references.
            guard !followed, end &- start <= CharacterReferenceTable.longestLegacyName else { return nil }
            return NamedReferences.lookUp(bytes.extracting(start..<end), legacyOnly: true).map {
                Match(letters: $0, end: end)
            }
        }
        if let found = NamedReferences.longestPrefix(of: bytes.extracting(start..<end)) {
            return Match(letters: found.letters, end: start &+ found.length)
        }
        return nil
    }

    // MARK: Numbers

    private static func numeric(in bytes: Span<UInt8>, from start: Int) -> Match? {
        guard start < bytes.count else { return nil }
        let isHex = bytes[start] | 0x20 == UInt8(ascii: "x")
        let radix: UInt32 = isHex ? 16 : 10
        let first = isHex ? start &+ 1 : start
        var end = first
        var value: UInt32 = 0
        while end < bytes.count, let digit = digit(bytes[end], radix) {
            // Past the last letter of Unicode the exact number no longer matters, only that it is too large.
            if value < 0x11_0000 { value = value &* radix &+ digit }
            end &+= 1
        }
        guard end > first else { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end &+= 1 }
        return Match(letters: PackedLetters(scalar(value)), end: end)
    }

    private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return radix == 16 && letter < 6 ? UInt32(letter) &+ 10 : nil
    }

    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        // C1 numbers mean what windows-1252 means by them.
        if (0x80...0x9f).contains(value) { return Windows1252.scalar(UInt8(value)) }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{fffd}" }
        return scalar
    }
}
