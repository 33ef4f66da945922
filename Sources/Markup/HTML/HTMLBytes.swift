// Byte classes of the tokenizer, and searches that look at eight bytes a step: most of a page is text,
// scripts and long attribute values, so this is where the time goes.

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
    private func word(at index: Int) -> UInt64 {
        // One bounds check for all eight: a stretch of known length needs no more.
        let part = extracting(index..<index &+ 8)
        var word: UInt64 = 0
        for place in 0..<8 { word |= UInt64(part[place]) << UInt64(place &* 8) }
        return word
    }

    /// Whether one of the bytes occurs in the block of 64 at `index`; the compiler makes vector instructions
    /// of it.
    @inline(__always)
    private func blockHolds(_ first: UInt8, _ second: UInt8, _ third: UInt8, at index: Int) -> Bool {
        let part = extracting(index..<index &+ 64)
        var least = UInt8.max
        for place in 0..<64 {
            let byte = part[place]
            least = Swift.min(least, byte ^ first, Swift.min(byte ^ second, byte ^ third))
        }
        return least == 0
    }

    /// The first place from `start` that holds `byte`, or the end.
    func firstIndex(of byte: UInt8, from start: Int) -> Int {
        firstIndex(of: byte, byte, byte, from: start)
    }

    /// The first place from `start` that holds one of the two bytes or U+0000, or the end.
    func firstIndex(of first: UInt8, or second: UInt8, from start: Int) -> Int {
        firstIndex(of: first, second, 0, from: start)
    }

    @inline(__always)
    private func firstIndex(of first: UInt8, _ second: UInt8, _ third: UInt8, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let patterns = (UInt64(first) &* ones, UInt64(second) &* ones, UInt64(third) &* ones)
        var index = start
        while index <= count &- 8 {
            let word = word(at: index)
            let hits =
                (word ^ patterns.0).zeroByteMarks | (word ^ patterns.1).zeroByteMarks
                | (word ^ patterns.2).zeroByteMarks
            if hits != 0 { return index &+ hits.trailingZeroBitCount >> 3 }
            index &+= 8
            // Most searches end soon; long ones go on in blocks.
            if index &- start >= 32 {
                while index <= count &- 64, !blockHolds(first, second, third, at: index) { index &+= 64 }
            }
        }
        while index < count {
            let byte = self[index]
            if byte == first || byte == second || byte == third { break }
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
