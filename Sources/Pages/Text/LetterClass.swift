/// What a scalar is to somebody who compares texts, by arithmetic on the blocks of Unicode that news is written in.
enum LetterClass {
    /// Whether a scalar is part of a word: a letter, a mark or a digit.
    static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0xC0: scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
        case 0xD7, 0xF7: false
        case 0xC0...0x1FFF:
            scalar != 0x60C && scalar != 0x61B && scalar != 0x61F && scalar != 0x6D4
                && scalar != 0x964 && scalar != 0x965
        case 0x2000...0x2BFF: (0x2070...0x209C).contains(scalar)
        case 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x303D...0x303F: false
        case 0x30FB, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            false
        case 0xE000...0xF8FF, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF, 0xE0000...: false
        default: true
        }
    }

    /// Whether a scalar is a word by itself: Chinese characters and kana stand without spaces.
    static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
            || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
    }

    /// Whether a scalar says as much as two letters of an alphabet.
    static func isWide(_ scalar: UInt32) -> Bool {
        isIdeograph(scalar) || (0xAC00...0xD7AF).contains(scalar)
    }

    static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Whether a scalar ends a sentence, in the scripts of news.
    static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0x964: true
        default: false
        }
    }

    static func isUpper(_ scalar: UInt32) -> Bool { lowered(scalar) != scalar }

    /// The lower case of a letter of Latin, Greek or Cyrillic; any other scalar as it is.
    @inline(__always)
    static func lowered(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        return loweredBeyondASCII(scalar)
    }

    private static func loweredBeyondASCII(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
        case 0x130: 0x69
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x178: 0xFF
        case 0x100...0x177, 0x1E00...0x1EFF: scalar | 1
        case 0x391...0x3A9: scalar + 0x20
        case 0x410...0x42F: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x490...0x4BF: scalar | 1
        case 0xFF21...0xFF3A: scalar + 0x20
        default: scalar
        }
    }
}
