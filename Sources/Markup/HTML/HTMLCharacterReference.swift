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
            let found = lookUp(bytes.extracting(start..<end), legacyOnly: false)
        {
            return Match(letters: found, end: end &+ 1)
        }
        let followed = end < bytes.count && (bytes[end] == UInt8(ascii: "=") || end == limit)
        if inAttribute {
            // In an attribute `&copy=1` and `&copyright` are parts of an address, not references.
            guard !followed, end &- start <= CharacterReferenceTable.longestLegacyName else { return nil }
            return lookUp(bytes.extracting(start..<end), legacyOnly: true).map {
                Match(letters: $0, end: end)
            }
        }
        end = min(end, start &+ CharacterReferenceTable.longestLegacyName)
        while end > start &+ 1 {
            if let found = lookUp(bytes.extracting(start..<end), legacyOnly: true) {
                return Match(letters: found, end: end)
            }
            end &-= 1
        }
        return nil
    }

    /// What `name` stands for.
    static func lookUp(_ name: Span<UInt8>, legacyOnly: Bool) -> PackedLetters? {
        let records = CharacterReferenceTable.records.utf8.span
        var low = 0
        var high = records.count
        while low < high {
            var begin = low &+ (high &- low) / 2
            while begin > low, records[begin &- 1] != 2 { begin &-= 1 }
            switch compare(name, records, begin) {
            case .before: high = begin
            case .after: low = records.firstIndex(of: 2, from: begin) &+ 1
            case .equal(let end):
                if legacyOnly, records[end] != 3 { return nil }
                return letters(records, end &+ 1)
            }
        }
        return nil
    }

    private enum Order {
        case before, after
        case equal(end: Int)
    }

    private static func compare(_ name: Span<UInt8>, _ records: Span<UInt8>, _ begin: Int) -> Order {
        for index in name.indices {
            let other = records[begin &+ index]
            if name[index] != other { return name[index] < other ? .before : .after }
        }
        let end = begin &+ name.count
        return records[end] <= 3 ? .equal(end: end) : .before
    }

    private static func letters(_ records: Span<UInt8>, _ start: Int) -> PackedLetters {
        var letters = PackedLetters.none
        var index = start
        while records[index] != 2 {
            letters.append(records[index])
            index &+= 1
        }
        return letters
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
        if value >= 0x80, value <= 0x9f, let mapped = windows1252[Int(value &- 0x80)] { return mapped }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{fffd}" }
        return scalar
    }

    /// C1 numbers mean what windows-1252 means by them; five are unassigned there and stay.
    private static let windows1252: [Unicode.Scalar?] = [
        "\u{20ac}", nil, "\u{201a}", "\u{0192}", "\u{201e}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02c6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017d}", nil,
        nil, "\u{2018}", "\u{2019}", "\u{201c}", "\u{201d}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02dc}", "\u{2122}", "\u{0161}", "\u{203a}", "\u{0153}", nil, "\u{017e}", "\u{0178}",
    ]
}
