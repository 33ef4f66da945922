/// The parts a date is written in: numbers, words and the marks between them.
enum DateToken: Equatable {
    /// Its value, how many digits it has.
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    /// Any other ASCII byte; white space is left out.
    case mark(UInt8, spaceBefore: Bool)

    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var word = ""
        var value = 0
        var digits = 0
        var sawSpace = false
        func flush() {
            if !word.isEmpty { tokens.append(.word(word)) }
            if digits > 0 { tokens.append(.number(value, digits: digits)) }
            (word, value, digits) = ("", 0, 0)
        }
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                if !word.isEmpty { flush() }
                if digits < 15 { value = value * 10 + Int(scalar.value - 0x30) }
                digits += 1
                sawSpace = false
            case 0x61...0x7A, 0xAA...:
                if digits > 0 { flush() }
                if scalar.properties.isWhitespace {
                    flush()
                    sawSpace = true
                } else {
                    word.unicodeScalars.append(scalar)
                    sawSpace = false
                }
            default:
                flush()
                if scalar.value <= 0x20 {
                    sawSpace = true
                } else {
                    tokens.append(.mark(UInt8(truncatingIfNeeded: scalar.value), spaceBefore: sawSpace))
                    sawSpace = false
                }
            }
        }
        flush()
        return tokens
    }
}
