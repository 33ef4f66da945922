/// UTF-16 and UTF-32, with a byte order mark or without.
enum WideText {
    /// Which of them it is, and how many bytes its mark has.
    static func encoding(of bytes: [UInt8]) -> (CharacterEncoding, skipped: Int)? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32Little, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32Big, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
        return unmarked(bytes)
    }

    /// Markup begins with ASCII, so its zero bytes stand in one place of each unit.
    private static func unmarked(_ bytes: [UInt8]) -> (CharacterEncoding, skipped: Int)? {
        let sample = bytes.prefix(64)
        guard sample.count >= 4, sample.contains(0) else { return nil }
        var zeros = [0, 0, 0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
        let most = sample.count / 4 * 3 / 4
        switch (zeros[0] > most, zeros[1] > most, zeros[2] > most, zeros[3] > most) {
        case (true, true, true, false): return (.utf32Big, 0)
        case (false, true, true, true): return (.utf32Little, 0)
        case (true, false, true, false): return (.utf16Big, 0)
        case (false, true, false, true): return (.utf16Little, 0)
        default: return nil
        }
    }

    /// Units to UTF-8; lone surrogates and numbers beyond Unicode become U+FFFD.
    static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: CharacterEncoding) -> [UInt8] {
        let isBig = encoding == .utf16Big || encoding == .utf32Big
        let width = encoding == .utf32Big || encoding == .utf32Little ? 4 : 2
        var units16: [UInt16] = []
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index + width <= bytes.endIndex {
            var value: UInt32 = 0
            for offset in 0..<width {
                value = value << 8 | UInt32(bytes[index + (isBig ? offset : width - 1 - offset)])
            }
            index += width
            if width == 2 {
                units16.append(UInt16(value))
            } else {
                result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            }
        }
        return width == 2 ? Array(String(decoding: units16, as: UTF16.self).utf8) : result
    }
}
