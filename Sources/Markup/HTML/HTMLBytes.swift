// Byte classes of the tokenizer, and searches that look at eight bytes a step: most of a page is text, scripts and
// long attribute values, so this is where the time goes.

extension UInt8 {
    /// Tab, line feed, form feed, carriage return, space.
    @inline(__always)
    var isHTMLSpace: Bool { self <= 0x20 && (1 << UInt64(self)) & 0x1_0000_3600 != 0 }

    @inline(__always)
    var isASCIIUpper: Bool { self &- 0x41 < 26 }

    @inline(__always)
    var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
}

extension Span<UInt8> {
    /// Eight bytes from `index`, the first lowest.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        let low =
            UInt32(self[index]) | UInt32(self[index &+ 1]) << 8 | UInt32(self[index &+ 2]) << 16
            | UInt32(self[index &+ 3]) << 24
        let high =
            UInt32(self[index &+ 4]) | UInt32(self[index &+ 5]) << 8 | UInt32(self[index &+ 6]) << 16
            | UInt32(self[index &+ 7]) << 24
        return UInt64(low) | UInt64(high) << 32
    }

    /// The first place from `start` that holds `byte`, or the end.
    func firstIndex(of byte: UInt8, from start: Int) -> Int {
        var index = start
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        while index <= count &- 8 {
            let hits = (word(at: index) ^ pattern).zeroByteMarks
            if hits != 0 { return index &+ hits.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count, self[index] != byte { index &+= 1 }
        return index
    }

    /// The first place from `start` that holds one of the two bytes or U+0000, or the end.
    func firstIndex(of first: UInt8, or second: UInt8, from start: Int) -> Int {
        var index = start
        let one = UInt64(first) &* 0x0101_0101_0101_0101
        let two = UInt64(second) &* 0x0101_0101_0101_0101
        while index <= count &- 8 {
            let word = word(at: index)
            let hits = word.zeroByteMarks | (word ^ one).zeroByteMarks | (word ^ two).zeroByteMarks
            if hits != 0 { return index &+ hits.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count {
            let byte = self[index]
            if byte == first || byte == second || byte == 0 { break }
            index &+= 1
        }
        return index
    }

    /// Whether `name` stands at `index`; its lower-case letters match in any case.
    func holds(_ name: String, at index: Int) -> Bool {
        guard index &+ name.utf8.count <= count else { return false }
        var place = index
        for byte in name.utf8 {
            if self[place] != byte, self[place].asciiLowercased != byte { return false }
            place &+= 1
        }
        return true
    }
}

extension UInt64 {
    /// The top bit of every zero byte; bits above the first zero byte may lie, the first does not.
    @inline(__always)
    var zeroByteMarks: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}
