/// Checks and mends UTF-8.
enum ValidUTF8 {
    /// Whether all of it is valid.
    ///
    /// The library's own check goes byte by byte as soon as one is past ASCII, which most feeds have somewhere.
    static func covers(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var index = ByteSearch.endOfASCII(in: span, from: 0)
        while index < span.count {
            let length = sequenceLength(span, at: index)
            guard length > 0 else { return false }
            index += length
            if index < span.count, span[index] < 0x80 { index = ByteSearch.endOfASCII(in: span, from: index) }
        }
        return true
    }

    /// The bytes themselves if they are valid, else with U+FFFD where they are not.
    static func checked(_ bytes: [UInt8]) -> [UInt8] {
        covers(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Valid UTF-8 from nearly valid: a byte that fits nowhere is taken for windows-1252.
    ///
    /// Counts the sequences that were good and the bytes that were not. A sequence cut off by the end of the
    /// document is dropped.
    static func mend(_ bytes: [UInt8]) -> (text: [UInt8], good: Int, bad: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                result.append(byte)
                index += 1
                continue
            }
            let length = sequenceLength(bytes.span, at: index)
            if length > 0 {
                good += 1
                result.append(contentsOf: bytes[index..<(index + length)])
                index += length
            } else if isCutOff(bytes, at: index) {
                index = bytes.count
            } else {
                bad += 1
                result.append(Windows1252.scalar(byte))
                index += 1
            }
        }
        return (result, good, bad)
    }

    /// The length of the sequence at `index` (Unicode table 3-7), 0 if it is none.
    private static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let range: ClosedRange<UInt8> =
            switch lead {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard range.contains(second) else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func isCutOff(_ bytes: [UInt8], at index: Int) -> Bool {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + length > bytes.count else { return false }
        return bytes[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
    }
}
