/// The parts a date is written in: numbers, words and the marks between them.
enum DateToken: Equatable {
    /// Its value, how many digits it has.
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    /// Any other ASCII byte; white space is left out.
    case mark(UInt8)

    static func tokens(of text: String) -> [DateToken] {
        var tokenizer = Tokenizer()
        for scalar in text.lowercased().unicodeScalars { tokenizer.take(scalar) }
        tokenizer.flush()
        return tokenizer.tokens
    }

    private struct Tokenizer {
        var tokens: [DateToken] = []
        private var word = ""
        private var value = 0
        private var digits = 0

        mutating func take(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39:
                if !word.isEmpty { flush() }
                // No number of a date has more digits than a whole time stamp.
                if digits < 15 { value = value * 10 + Int(scalar.value - 0x30) }
                digits += 1
            case 0x61...0x7A,
                0xAA... where !scalar.properties.isWhitespace:
                if digits > 0 { flush() }
                word.unicodeScalars.append(scalar)
            case 0x21...0x7F:
                flush()
                tokens.append(.mark(UInt8(truncatingIfNeeded: scalar.value)))
            default:
                flush()
            }
        }

        mutating func flush() {
            if !word.isEmpty { tokens.append(.word(word)) }
            if digits > 0 { tokens.append(.number(value, digits: digits)) }
            (word, value, digits) = ("", 0, 0)
        }
    }
}
