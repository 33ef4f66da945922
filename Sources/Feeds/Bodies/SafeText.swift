import Markup

/// The text of a body: escaped where HTML needs it, without what could move a cursor or reorder its
/// neighbours.
enum SafeText {
    /// The next byte that cannot be copied as it stands.
    static func nextSpecial(in bytes: [UInt8], from start: Int) -> Int {
        let span = bytes.span
        var index = start
        while index < span.count {
            let byte = span[index]
            if byte < 0x80 {
                if byte == 0x3C || byte == 0x26 || byte == 0x7F { return index }
                if byte < 0x20 && byte != 0x0A && byte != 0x09 { return index }
            } else if byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF3 {
                return index
            }
            index += 1
        }
        return span.count
    }

    /// Copies text up to the next byte that needs a closer look, a tag or an unusual reference.
    ///
    /// Returns its place. The usual references and the usual punctuation past ASCII are dealt with on the
    /// way.
    static func copyRun(of bytes: Span<UInt8>, from start: Int, to result: inout [UInt8]) -> Int {
        var index = start
        result.append(addingCapacity: bytes.count - start) { output in
            while true {
                let stop = endOfPlainASCII(bytes, from: index)
                while index < stop {
                    output.append(bytes[index])
                    index += 1
                }
                guard index < bytes.count else { return }
                let length = lengthOfUsual(bytes, at: index)
                guard length > 0 else { return }
                for offset in 0..<length { output.append(bytes[index + offset]) }
                index += length
            }
        }
        return index
    }

    /// How many bytes may be copied as they stand although they are not plain ASCII; 0 if none.
    private static func lengthOfUsual(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 {
            if byte == 0x0A || byte == 0x09 { return 1 }
            return byte == 0x26 ? CharacterReferences.predefined(bytes, at: index).length : 0
        }
        if byte == 0xE2 {
            let isUsual = index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] < 0xA8
            return isUsual ? 3 : 0
        }
        if byte == 0xC2 || byte == 0xEF || byte == 0xF3 { return 0 }
        var end = index + 1
        while end < bytes.count, bytes[end] >= 0x80, bytes[end] != 0xE2, bytes[end] != 0xC2,
            bytes[end] != 0xEF,
            bytes[end] != 0xF3
        {
            end += 1
        }
        return end - index
    }

    /// The next byte that is no printable ASCII, `<` or `&`, found eight bytes at a time.
    private static func endOfPlainASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= bytes.count {
            let word = ByteSearch.word(of: bytes, at: index)
            let ampersand = word ^ (ones &* 0x26)
            let less = word ^ (ones &* 0x3C)
            let delete = word ^ (ones &* 0x7F)
            let controls = (word &- ones &* 0x20) & ~word
            let marks =
                ((ampersand &- ones) & ~ampersand) | ((less &- ones) & ~less) | ((delete &- ones) & ~delete)
            if (controls | marks | word) & (ones &* 0x80) != 0 { break }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte >= 0x7F || byte == 0x3C || byte == 0x26 { break }
            index += 1
        }
        return index
    }

    /// Copies what is special at `index`, made safe, and returns the place behind it.
    static func copy(_ bytes: [UInt8], at index: Int, to result: inout [UInt8]) -> Int {
        let byte = bytes[index]
        if byte == UInt8(ascii: "&") { return copyReference(bytes, at: index, to: &result) }
        if byte == UInt8(ascii: "<") {
            result.append(contentsOf: "&lt;".utf8)
            return index + 1
        }
        if byte == 0x0D {
            let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if !isPair { result.append(0x0A) }
            return index + 1
        }
        if byte < 0x80 { return index + 1 }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard index + length <= bytes.count else { return bytes.count }
        let sequence = bytes[index..<(index + length)]
        if byte == 0xC2, bytes[index + 1] < 0xA0 {
            appendControl(bytes[index + 1], to: &result)
            return index + 2
        }
        if isLineSeparator(sequence) { result.append(0x0A) } else if isSafe(sequence) { result += sequence }
        return index + length
    }

    /// Appends text that is to be shown as it is, escaped for text and for attribute values.
    static func appendEscaped(_ text: Span<UInt8>, to result: inout [UInt8]) {
        var copied = 0
        result.append(addingCapacity: text.count) { output in
            while copied < text.count, !isEscaped(text[copied]) {
                output.append(text[copied])
                copied += 1
            }
        }
        if copied < text.count { appendSlowly(text.extracting(copied...), to: &result) }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == UInt8(ascii: "\"")
    }

    private static func appendSlowly(_ text: Span<UInt8>, to result: inout [UInt8]) {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
            case let byte: result.append(byte)
            }
        }
    }

    /// A control character of Latin-1 was a letter of windows-1252 once, unless that has none in its place.
    static func appendControl(_ byte: UInt8, to result: inout [UInt8]) {
        if byte == 0x85 {
            // U+0085 is a line break of its own.
            result.append(0x0A)
            return
        }
        let scalar = Windows1252.scalar(byte)
        if scalar.value > 0x9F {
            result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func copyReference(_ bytes: [UInt8], at index: Int, to result: inout [UInt8]) -> Int {
        var decoded: [UInt8] = []
        guard
            let behind = CharacterReferences.decode(
                bytes, at: index, end: bytes.count, in: .text, into: &decoded)
        else {
            result.append(contentsOf: "&amp;".utf8)
            return index + 1
        }
        switch decoded.first {
        case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
        default:
            var place = 0
            while place < decoded.count {
                let stop = nextSpecial(in: decoded, from: place)
                result += decoded[place..<stop]
                place = stop < decoded.count ? copy(decoded, at: stop, to: &result) : stop
            }
        }
        return behind
    }

    /// U+2028 and U+2029.
    private static func isLineSeparator(_ sequence: ArraySlice<UInt8>) -> Bool {
        sequence.elementsEqual([0xE2, 0x80, 0xA8]) || sequence.elementsEqual([0xE2, 0x80, 0xA9])
    }

    /// Not a C1 control, a bidirectional embedding, override or isolate, a byte order mark or a language tag.
    private static func isSafe(_ sequence: ArraySlice<UInt8>) -> Bool {
        var bytes = sequence.makeIterator()
        let first = bytes.next() ?? 0
        let second = bytes.next() ?? 0
        let third = bytes.next() ?? 0
        switch (first, second) {
        case (0xE2, 0x80): return !(0xAA...0xAE).contains(third)
        case (0xE2, 0x81): return !(0xA6...0xAF).contains(third)
        case (0xEF, 0xBB): return third != 0xBF
        case (0xEF, 0xBF): return !(0xB9...0xBB).contains(third) && third < 0xBE
        case (0xEF, 0xB7): return !(0x90...0xAF).contains(third)
        case (0xF3, 0xA0): return third > 0x81
        default: return true
        }
    }
}
