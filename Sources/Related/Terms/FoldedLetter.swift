/// Letters as searches compare them: in lower case, without accents.
public enum FoldedLetter: Equatable, Sendable {
    /// Ends a word.
    case separator
    /// A mark over the letter before; it does not count.
    case mark
    /// A letter or digit of a word.
    case letter(UInt32)
    /// A letter that is a word by itself, as in Chinese.
    case ideograph(UInt32)

    /// What a scalar is.
    public init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0x61...0x7A: self = .letter(value)
        case 0x41...0x5A: self = .letter(value | 0x20)
        case ..<0x80: self = .separator
        default:
            switch LetterTable.shared.kind(of: value) {
            case .separator: self = .separator
            case .mark: self = .mark
            case .letter(let bare): self = .letter(bare)
            case .ideograph: self = .ideograph(value)
            }
        }
    }
}
