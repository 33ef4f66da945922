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
        if bytes[first] == UInt8(ascii: "#") {
            return numeric(bytes, at: first + 1, end: end, into: &result)
        }
        guard bytes[first].isASCIILetter else { return nil }
        var index = first
        let limit = min(end, first + Limits.referenceName)
        while index < limit, bytes[index].isASCIILetter || bytes[index].isASCIIDigit { index += 1 }
        let isClosed = index < end && bytes[index] == UInt8(ascii: ";")
        if isClosed, let short = predefined(bytes, first, index) {
            result.append(short)
            return index + 1
        }
        if isClosed, let match = NamedReferences.lookup(bytes[first..<index]) {
            for scalar in match.scalars { result.append(scalar) }
            return index + 1
        }
        if place == .xml { return nil }
        guard let match = NamedReferences.longestPrefix(of: bytes[first..<index]) else { return nil }
        let behind = first + match.length
        if place == .attribute, behind < end {
            let next = bytes[behind]
            if next == UInt8(ascii: "=") || next.isASCIILetter || next.isASCIIDigit { return nil }
        }
        for scalar in match.scalars { result.append(scalar) }
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
            while index < end {
                let byte = bytes[index]
                guard byte == UInt8(ascii: "&") else {
                    output.append(byte)
                    index += 1
                    continue
                }
                let length = predefinedLength(bytes, at: index)
                guard length > 0, index + length <= end else { return }
                output.append(predefinedByte(bytes, at: index))
                index += length
            }
        }
        return index
    }

    /// How many bytes one of XML's five references has that begins at `start`; 0 if it is none of them.
    @inlinable public static func predefinedLength(_ bytes: Span<UInt8>, at start: Int) -> Int {
        guard start + 3 < bytes.count else { return 0 }
        let (first, second, third) = (bytes[start + 1], bytes[start + 2], bytes[start + 3])
        if third == UInt8(ascii: ";") {
            let isAngle = first == UInt8(ascii: "l") || first == UInt8(ascii: "g")
            return isAngle && second == UInt8(ascii: "t") ? 4 : 0
        }
        guard start + 4 < bytes.count else { return 0 }
        let fourth = bytes[start + 4]
        if fourth == UInt8(ascii: ";") {
            return first == UInt8(ascii: "a") && second == UInt8(ascii: "m") && third == UInt8(ascii: "p")
                ? 5 : 0
        }
        guard start + 5 < bytes.count, bytes[start + 5] == UInt8(ascii: ";") else { return 0 }
        let isQuote =
            first == UInt8(ascii: "q") && second == UInt8(ascii: "u") && third == UInt8(ascii: "o")
            && fourth == UInt8(ascii: "t")
        let isApostrophe =
            first == UInt8(ascii: "a") && second == UInt8(ascii: "p") && third == UInt8(ascii: "o")
            && fourth == UInt8(ascii: "s")
        return isQuote || isApostrophe ? 6 : 0
    }

    /// What that reference stands for.
    private static func predefinedByte(_ bytes: Span<UInt8>, at start: Int) -> UInt8 {
        switch bytes[start + 1] {
        case UInt8(ascii: "l"): UInt8(ascii: "<")
        case UInt8(ascii: "g"): UInt8(ascii: ">")
        case UInt8(ascii: "q"): UInt8(ascii: "\"")
        default: bytes[start + 2] == UInt8(ascii: "m") ? UInt8(ascii: "&") : UInt8(ascii: "'")
        }
    }

    /// The five of XML, which are nearly all there are.
    private static func predefined(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt8? {
        switch (end - start, bytes[start]) {
        case (2, UInt8(ascii: "l")) where bytes[start + 1] == UInt8(ascii: "t"): UInt8(ascii: "<")
        case (2, UInt8(ascii: "g")) where bytes[start + 1] == UInt8(ascii: "t"): UInt8(ascii: ">")
        case (3, UInt8(ascii: "a"))
        where bytes[start + 1] == UInt8(ascii: "m") && bytes[start + 2] == UInt8(ascii: "p"):
            UInt8(ascii: "&")
        case (4, UInt8(ascii: "q")) where bytes[start..<end].elementsEqual("quot".utf8): UInt8(ascii: "\"")
        case (4, UInt8(ascii: "a")) where bytes[start..<end].elementsEqual("apos".utf8): UInt8(ascii: "'")
        default: nil
        }
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
