/// What a letter is to the tokeniser: part of a word, in which bare lower-case form, or not part of any.
///
/// Letters below U+2000 are looked up in a table made once; the rest is decided by range, or asked of the standard
/// library's Unicode data.
struct LetterTable: Sendable {
    /// What to do with one scalar.
    enum Kind: Equatable {
        /// Ends a word.
        case separator
        /// A mark over a letter; left out.
        case mark
        /// A letter or digit of a word, in its bare lower-case form.
        case letter(UInt32)
        /// A letter of a script without spaces between words; pairs of them stand for words.
        case ideograph
    }

    static let shared = LetterTable()

    private static let bound: UInt32 = 0x2000
    private static let markCode: UInt16 = 1
    private let codes: [UInt16]

    private init() {
        var codes = [UInt16](repeating: 0, count: Int(Self.bound))
        for value in 0x80..<Self.bound {
            guard let scalar = Unicode.Scalar(value) else { continue }
            codes[Int(value)] =
                switch Self.kindFromProperties(scalar) {
                case .separator, .ideograph: 0
                case .mark: Self.markCode
                case .letter(let lower): UInt16(truncatingIfNeeded: lower)
                }
        }
        let bare = Self.bareLetters()
        for index in codes.indices {
            if let letter = bare[codes[index]] { codes[index] = letter }
        }
        self.codes = codes
    }

    private static func bareLetters() -> [UInt16: UInt16] {
        var bare: [UInt16: UInt16] = [:]
        for family in AccentTable.families {
            let letters = family.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
            guard let first = letters.first else { continue }
            for letter in letters.dropFirst() { bare[letter] = first }
        }
        return bare
    }

    /// The kind of a scalar from U+0080; the tokeniser knows ASCII by itself.
    func kind(of value: UInt32) -> Kind {
        if Self.isIdeograph(value) { return .ideograph }
        if value < Self.bound {
            let code = codes[Int(value)]
            return code == 0 ? .separator : code == Self.markCode ? .mark : .letter(UInt32(code))
        }
        switch value {
        case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x303F, 0xFF00...0xFF0F: return .separator
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: return .letter(value - 0xFEE0)
        case 0xFF21...0xFF3A: return .letter(value - 0xFEE0 + 0x20)
        default: return Unicode.Scalar(value).map(Self.kindFromProperties) ?? .separator
        }
    }

    /// Han, Kana and Hangul, and the scripts of South-East Asia that are written without spaces.
    static func isIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case ..<0x0E01: false
        case 0x0E01...0x0E4E, 0x0E81...0x0ECD, 0x1000...0x103F, 0x1780...0x17D3: true
        case 0x3005, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
        case 0xFF66...0xFF9D, 0x20000...0x3FFFD: true
        default: false
        }
    }

    private static func kindFromProperties(_ scalar: Unicode.Scalar) -> Kind {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
            return .letter(lower.value)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
            return .letter(scalar.value)
        case .spacingMark:
            return .letter(scalar.value)
        case .nonspacingMark, .enclosingMark:
            // In Indic scripts these are vowels, not accents.
            return (0x0900...0x0DFF).contains(scalar.value) ? .letter(scalar.value) : .mark
        default:
            return .separator
        }
    }
}
