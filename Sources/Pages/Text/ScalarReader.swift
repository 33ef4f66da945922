/// Reads UTF-8 scalar by scalar; a byte that makes no sense is read as U+FFFD.
struct ScalarReader<Bytes: RandomAccessCollection>: Sequence, IteratorProtocol
where Bytes.Element == UInt8, Bytes.Index == Int {
    private let bytes: Bytes
    /// Where the next scalar begins.
    private(set) var index: Int

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    @inline(__always)
    mutating func next() -> UInt32? {
        guard index < bytes.endIndex else { return nil }
        let first = bytes[index]
        index += 1
        if first < 0x80 { return UInt32(first) }
        return rest(after: first)
    }

    private mutating func rest(after first: UInt8) -> UInt32 {
        let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
        guard length > 0, index + length <= bytes.endIndex else { return 0xFFFD }
        var value = UInt32(first) & (0x3F >> UInt32(length))
        for _ in 0..<length {
            let byte = bytes[index]
            guard byte & 0xC0 == 0x80 else { return 0xFFFD }
            value = value << 6 | UInt32(byte & 0x3F)
            index += 1
        }
        return value
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(scalar value: UInt32) {
        switch value {
        case ..<0x80: append(UInt8(value))
        case ..<0x800:
            append(UInt8(0xC0 | value >> 6))
            append(UInt8(0x80 | value & 0x3F))
        case ..<0x10000:
            append(UInt8(0xE0 | value >> 12))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        default:
            append(UInt8(0xF0 | value >> 18 & 7))
            append(UInt8(0x80 | value >> 12 & 0x3F))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        }
    }
}
