/// The few classes of ASCII bytes that markup is made of.
extension UInt8 {
    /// Space, tab, line feed, carriage return, form feed.
    @inlinable public var isMarkupSpace: Bool {
        self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B)
    }

    /// `A`–`Z`, `a`–`z`.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// `0`–`9`.
    @inlinable public var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// A letter's lower case; any other byte as it is.
    @inlinable public var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// What may begin a name in XML, leniently: a letter, `_`, `:` or any byte past ASCII.
    var startsName: Bool { isASCIILetter || self == 0x5F || self == 0x3A || self >= 0x80 }

    /// What may stand in a name in XML, leniently.
    var continuesName: Bool { startsName || isASCIIDigit || self == 0x2D || self == 0x2E }

    /// 0–15 for a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        if isASCIIDigit { return self - 0x30 }
        let lower = self | 0x20
        return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : nil
    }
}

/// Searches for bytes from a place on; all return the end where there is nothing to find.
public enum ByteSearch {
    /// The next `byte` at or after `start`.
    @inlinable public static func next(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
        next(byte, in: bytes, from: start, until: bytes.count)
    }

    /// The next `byte` at or after `start`, before `end`.
    @inlinable public static func next(
        _ byte: UInt8, in bytes: Span<UInt8>, from start: Int, until end: Int
    ) -> Int {
        var index = start
        // Eight at a time: three times as fast on the long stretches between two tags. A byte that is zero
        // after the exclusive or borrows from its highest bit.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let wanted = ones &* UInt64(byte)
        while index &+ 8 <= end {
            let word = word(of: bytes, at: index) ^ wanted
            if (word &- ones) & ~word & (ones &* 0x80) != 0 { break }
            index &+= 8
        }
        while index < end {
            if bytes[index] == byte { return index }
            index += 1
        }
        return end
    }

    /// The next byte past ASCII at or after `start`.
    static func endOfASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while index &+ 16 <= bytes.count,
            (word(of: bytes, at: index) | word(of: bytes, at: index &+ 8)) & high == 0
        {
            index &+= 16
        }
        while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
        return index
    }

    /// Eight bytes from `index` on, which have to be there, the first in the lowest place.
    ///
    /// One checked load: the library calls it unsafe for types that not every bit pattern is a value of.
    @inlinable @inline(__always) public static func word(of bytes: Span<UInt8>, at index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The next place where `pattern` stands.
    static func next(_ pattern: StaticPattern, in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while true {
            index = next(pattern.first, in: bytes, from: index)
            guard index + pattern.count <= bytes.count else { return nil }
            if pattern.stands(in: bytes, at: index) { return index }
            index += 1
        }
    }
}

/// A short ASCII word to search for, in lower case; letters match in any case.
struct StaticPattern: Sendable, ExpressibleByStringLiteral {
    let bytes: [UInt8]
    var first: UInt8 { bytes[0] }
    var count: Int { bytes.count }

    /// A word of our own, not empty; it should not begin with a letter if it is to be searched for.
    init(stringLiteral value: String) { bytes = value.isEmpty ? [0] : Array(value.utf8) }

    func stands(in text: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + bytes.count <= text.count else { return false }
        for offset in bytes.indices where text[start + offset].lowercasedASCII != bytes[offset] {
            return false
        }
        return true
    }
}
