/// A part of a line that may hold a date.
enum DateToken: Equatable {
    case number(value: Int, digits: Int)
    case word(String)
    case mark(UInt8)

    /// The parts of a line, as far as the limit goes.
    ///
    /// Ideographs are words of their own.
    static func tokens(of text: ArraySlice<UInt8>) -> [DateToken] {
        var result: [DateToken] = []
        var word: [UInt8] = []
        var number = 0
        var digits = 0
        func close() {
            if digits > 0 { result.append(.number(value: number, digits: digits)) }
            if !word.isEmpty { result.append(.word(String(decoding: word, as: UTF8.self))) }
            (word, number, digits) = ([], 0, 0)
        }
        for scalar in ScalarReader(text) {
            guard result.count < Limits.dateTokens else { break }
            if LetterClass.isDigit(scalar) {
                if !word.isEmpty || digits >= 9 { close() }
                number = number * 10 + Int(scalar - 0x30)
                digits += 1
            } else if LetterClass.isWide(scalar) {
                close()
                word.append(scalar: scalar)
                close()
            } else if LetterClass.isWord(scalar) {
                if digits > 0 { close() }
                word.append(scalar: LetterClass.lowered(scalar))
            } else {
                close()
                if scalar < 0x80, scalar > 0x20 { result.append(.mark(UInt8(scalar))) }
                if scalar == 0x2013 || scalar == 0x2212 { result.append(.mark(UInt8(ascii: "-"))) }
            }
        }
        close()
        return result
    }
}
