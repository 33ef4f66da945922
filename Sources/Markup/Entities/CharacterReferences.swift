/// Character references: `&amp;`, `&#8217;`, `&#x2019;`, `&nbsp;`.
public enum CharacterReferences {
    /// Where a reference stands, which decides what counts as one.
    public enum Place: Sendable {
        /// XML: the semicolon is needed, or `?a=1&copy=2` would lose its query.
        case xml
        /// Text of HTML: old names count without their semicolon.
        case text
        /// An attribute of HTML: old names without semicolon count only before what cannot go on with the
        /// name.
        case attribute
    }

    /// Reads the reference whose `&` is at `start`, appends what it stands for, and returns the place behind
    /// it.
    ///
    /// Returns nothing for a bare ampersand, and then appends nothing.
    public static func decode(
        _ bytes: [UInt8], at start: Int, end: Int, in place: Place, into result: inout [UInt8]
    ) -> Int? {
        let first = start + 1
        guard first < end else { return nil }
        let short = predefined(bytes.span, at: start)
        if short.length > 0, start + short.length <= end {
            result.append(short.byte)
            return start + short.length
        }
        if bytes[first] == UInt8(ascii: "#") {
            return numeric(bytes, at: first + 1, end: end, into: &result)
        }
        guard bytes[first].isASCIILetter else { return nil }
        var index = first
        let limit = min(end, first + Limits.referenceName)
        while index < limit, bytes[index].isASCIILetter || bytes[index].isASCIIDigit { index += 1 }
        let isClosed = index < end && bytes[index] == UInt8(ascii: ";")
        let name = bytes.span.extracting(first..<index)
        if isClosed, let letters = NamedReferences.lookUp(name, legacyOnly: false) {
            letters.append(to: &result)
            return index + 1
        }
        if place == .xml { return nil }
        guard let match = NamedReferences.longestPrefix(of: name) else { return nil }
        let behind = first + match.length
        if place == .attribute, behind < end {
            let next = bytes[behind]
            if next == UInt8(ascii: "=") || next.isASCIILetter || next.isASCIIDigit { return nil }
        }
        match.letters.append(to: &result)
        return behind
    }

    /// Copies text up to the next reference that is not one of the five of XML, and returns its place.
    ///
    /// Those five are replaced on the way.
    public static func copyText(
        of bytes: Span<UInt8>, from start: Int, until end: Int, to result: inout [UInt8]
    ) -> Int {
        var index = start
        result.append(addingCapacity: end - start) { output in
            while true {
                let mark = ByteSearch.next(UInt8(ascii: "&"), in: bytes, from: index, until: end)
                while index < mark {
                    output.append(bytes[index])
                    index += 1
                }
                guard index < end else { return }
                let reference = predefined(bytes, at: index)
                guard reference.length > 0, index + reference.length <= end else { return }
                output.append(reference.byte)
                index += reference.length
            }
        }
        return index
    }

    /// One of XML's five references, if it begins at `start`: how many bytes it has and what it stands for.
    ///
    /// The length is 0 if it is none of them.
    @inlinable public static func predefined(
        _ bytes: Span<UInt8>, at start: Int
    ) -> (length: Int, byte: UInt8) {
        let word =
            start + 8 <= bytes.count ? ByteSearch.word(of: bytes, at: start) : lastWord(bytes, at: start)
        switch word & 0xFFFF_FFFF {
        case 0x3B74_6C26: return (4, UInt8(ascii: "<"))
        case 0x3B74_6726: return (4, UInt8(ascii: ">"))
        default: break
        }
        if word & 0xFF_FFFF_FFFF == 0x3B_706D_6126 { return (5, UInt8(ascii: "&")) }
        switch word & 0xFFFF_FFFF_FFFF {
        case 0x3B74_6F75_7126: return (6, UInt8(ascii: "\""))
        case 0x3B73_6F70_6126: return (6, UInt8(ascii: "'"))
        default: return (0, 0)
        }
    }

    /// The bytes from `start` to the end as a word, where fewer than eight are left.
    @usableFromInline static func lastWord(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in start..<bytes.count { word |= UInt64(bytes[index]) &<< UInt64(8 &* (index - start)) }
        return word
    }

    private static func numeric(_ bytes: [UInt8], at start: Int, end: Int, into result: inout [UInt8]) -> Int?
    {
        var index = start
        var value: UInt32 = 0
        let isHexadecimal = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let firstDigit = index
        while index < end, let digit = digit(bytes[index], hexadecimal: isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
            index += 1
        }
        guard index > firstDigit else { return nil }
        if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
        result.append(scalar(value))
        return index
    }

    private static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt8? {
        if byte.isASCIIDigit { return byte - 0x30 }
        return hexadecimal ? byte.hexadecimalValue : nil
    }

    /// The scalar of a number: the C1 range means windows-1252 (WHATWG HTML §13.2.5.80), nonsense means
    /// U+FFFD.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(value)) }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return scalar
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0..<0x80:
            append(UInt8(value))
        case 0x80..<0x800:
            append(UInt8(0xC0 | value >> 6))
            append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(0xE0 | value >> 12))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        default:
            append(UInt8(0xF0 | value >> 18))
            append(UInt8(0x80 | value >> 12 & 0x3F))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        }
    }
}
