import Markup

/// The attributes of one tag of a body (WHATWG HTML §13.2.5.32–39).
enum AttributeScanner {
    /// One attribute.
    struct Attribute {
        let name: Range<Int>
        let rawValue: Range<Int>

        func isNamed(_ word: String, in bytes: [UInt8]) -> Bool {
            guard name.count == word.utf8.count else { return false }
            var index = name.lowerBound
            for byte in word.utf8 {
                if bytes[index].lowercasedASCII != byte { return false }
                index += 1
            }
            return true
        }

        /// The value with its references replaced.
        func value(in bytes: [UInt8]) -> String {
            var result: [UInt8] = []
            result.reserveCapacity(rawValue.count)
            var index = rawValue.lowerBound
            while index < rawValue.upperBound {
                if bytes[index] == UInt8(ascii: "&"),
                    let behind = CharacterReferences.decode(
                        bytes, at: index, end: rawValue.upperBound, in: .attribute, into: &result)
                {
                    index = behind
                } else {
                    result.append(bytes[index])
                    index += 1
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// All attributes of a tag whose name ends where `range` begins, up to a bound.
    static func attributes(in bytes: [UInt8], _ range: Range<Int>) -> [Attribute] {
        var found: [Attribute] = []
        var index = range.lowerBound
        let end = range.upperBound
        while index < end, found.count < Limits.bodyAttributes {
            let byte = bytes[index]
            if byte.isMarkupSpace || byte == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let nameStart = index
            index += 1
            while index < end, !endsName(bytes[index]) { index += 1 }
            let name = nameStart..<index
            skipSpace(bytes, &index, end)
            guard index < end, bytes[index] == UInt8(ascii: "=") else {
                found.append(Attribute(name: name, rawValue: index..<index))
                continue
            }
            index += 1
            skipSpace(bytes, &index, end)
            found.append(Attribute(name: name, rawValue: value(bytes, &index, end)))
        }
        return found
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
