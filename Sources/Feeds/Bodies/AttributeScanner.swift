import Markup

/// The attributes of one tag of a body (WHATWG HTML §13.2.5.32–39).
enum AttributeScanner {
    /// One attribute.
    struct Attribute {
        /// The number of its name (see `TagName`).
        let number: UInt64
        let rawValue: Range<Int>

        /// The value with its references replaced.
        func value(in bytes: [UInt8]) -> String {
            var result: [UInt8] = []
            appendValue(in: bytes, to: &result)
            return String(decoding: result, as: UTF8.self)
        }

        /// Appends the value with its references replaced.
        func appendValue(in bytes: [UInt8], to result: inout [UInt8]) {
            var index = rawValue.lowerBound
            while index < rawValue.upperBound {
                index = CharacterReferences.copyText(
                    of: bytes.span, from: index, until: rawValue.upperBound, to: &result)
                guard index < rawValue.upperBound else { return }
                if let behind = CharacterReferences.decode(
                    bytes, at: index, end: rawValue.upperBound, in: .attribute, into: &result)
                {
                    index = behind
                } else {
                    result.append(bytes[index])
                    index += 1
                }
            }
        }
    }

    /// Reads all attributes of a tag whose name ends where `range` begins, up to a bound.
    static func read(_ bytes: [UInt8], _ range: Range<Int>, into found: inout [Attribute]) {
        found.removeAll(keepingCapacity: true)
        var index = range.lowerBound
        let end = range.upperBound
        while index < end, found.count < Limits.bodyAttributes {
            let byte = bytes[index]
            if byte.isMarkupSpace || byte == UInt8(ascii: "/") {
                index += 1
                continue
            }
            var number = TagName.mix(TagName.seed, byte.lowercasedASCII)
            index += 1
            while index < end, !endsName(bytes[index]) {
                number = TagName.mix(number, bytes[index].lowercasedASCII)
                index += 1
            }
            skipSpace(bytes, &index, end)
            guard index < end, bytes[index] == UInt8(ascii: "=") else {
                found.append(Attribute(number: number, rawValue: index..<index))
                continue
            }
            index += 1
            skipSpace(bytes, &index, end)
            found.append(Attribute(number: number, rawValue: value(bytes, &index, end)))
        }
    }

    private static func value(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Range<Int> {
        guard index < end else { return index..<index }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            let close = ByteSearch.next(quote, in: bytes.span, from: start, until: end)
            index = min(close + 1, end)
            return start..<max(start, close)
        }
        let start = index
        while index < end, !bytes[index].isMarkupSpace { index += 1 }
        return start..<index
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isMarkupSpace || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
    }

    private static func skipSpace(_ bytes: [UInt8], _ index: inout Int, _ end: Int) {
        while index < end, bytes[index].isMarkupSpace { index += 1 }
    }
}
