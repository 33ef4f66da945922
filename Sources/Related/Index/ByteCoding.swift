/// Writes numbers as bytes: varints of seven bits a byte, little end first.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func varint(_ value: Int) { varint(UInt64(clamping: value)) }

    /// Small negative numbers stay small ("zigzag").
    mutating func signed(_ value: Int64) {
        varint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func fixed16(_ value: UInt16) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func fixed32(_ value: UInt32) {
        fixed16(UInt16(truncatingIfNeeded: value))
        fixed16(UInt16(truncatingIfNeeded: value >> 16))
    }

    mutating func double(_ value: Double) {
        let bits = value.bitPattern
        fixed32(UInt32(truncatingIfNeeded: bits))
        fixed32(UInt32(truncatingIfNeeded: bits >> 32))
    }
}

/// Reads what `ByteWriter` wrote.
///
/// Past the end, or in damaged bytes, everything is zero and `isAtEnd` true.
struct ByteReader {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    init(_ bytes: [UInt8]) {
        self.init(bytes, from: 0, to: bytes.count)
    }

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = min(max(end, 0), bytes.count)
        position = min(max(start, 0), self.end)
    }

    var isAtEnd: Bool { position >= end }
    var remaining: Int { end - position }

    mutating func byte() -> UInt8 {
        guard position < end else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func varint() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end, shift < 64 {
            let next = bytes[position]
            position += 1
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        return value
    }

    /// A count or a length that cannot be more than the bytes that are left.
    mutating func count() -> Int { Int(min(varint(), UInt64(remaining))) }

    /// A number of things; more than a trillion of anything is damage, and would overflow sums.
    mutating func int() -> Int { Int(min(varint(), 1 << 40)) }

    mutating func signed() -> Int64 {
        let value = varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func fixed16() -> UInt16 {
        let low = UInt16(byte())
        return low | UInt16(byte()) << 8
    }

    mutating func fixed32() -> UInt32 {
        let low = UInt32(fixed16())
        return low | UInt32(fixed16()) << 16
    }

    mutating func double() -> Double {
        let low = UInt64(fixed32())
        return Double(bitPattern: low | UInt64(fixed32()) << 32)
    }

    mutating func skip(_ count: Int) { position = min(end, position + max(0, count)) }
}
