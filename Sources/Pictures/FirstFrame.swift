/// A GIF without its animation.
///
/// A hundred kilobytes can hold ten thousand frames, which a decoder would all unpack for the one that shows.
enum FirstFrame {
    /// The file up to the end of its first picture; as it is where that cannot be found.
    static func of(gif bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 13 else { return bytes }
        var place = 13 + paletteLength(bytes[10])
        while place < bytes.count {
            switch bytes[place] {
            case 0x21: place = endOfParts(bytes, from: place + 2)
            case 0x2C:
                guard place + 10 < bytes.count else { return bytes }
                // The descriptor, its palette, the width of codes, and then the parts.
                let end = endOfParts(bytes, from: place + 10 + paletteLength(bytes[place + 9]) + 1)
                guard end <= bytes.count else { return bytes }
                return Array(bytes[..<end]) + [0x3B]
            default: return bytes
            }
        }
        return bytes
    }

    private static func paletteLength(_ flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
    }

    /// Behind a row of parts, each with its length before it, the last one empty.
    private static func endOfParts(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] == 0 { return place + 1 }
            place += 1 + Int(bytes[place])
        }
        return bytes.count + 1
    }
}
