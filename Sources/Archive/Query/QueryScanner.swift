/// A query's text taken apart into brackets, words and phrases, each with its column.
struct QueryScanner {
    enum Token: Equatable {
        case open
        case close
        case minus
        /// `word`, `field:`, `field:word`; the operator of `age<3d` is part of the word.
        case word(String)
        /// `"a phrase"`, behind `field:` perhaps.
        case phrase(String, field: String?)
    }

    struct Lexeme: Equatable {
        var token: Token
        var column: Int
    }

    private let text: String
    private let letters: [Character]
    private var next = 0

    init(_ text: String) {
        self.text = text
        letters = Array(text)
    }

    /// All lexemes.
    ///
    /// - Throws: `QueryError` at a quotation mark that is not closed.
    static func lexemes(of text: String) throws(QueryError) -> [Lexeme] {
        var scanner = QueryScanner(text)
        var all: [Lexeme] = []
        while let lexeme = try scanner.lexeme() { all.append(lexeme) }
        return all
    }

    private mutating func lexeme() throws(QueryError) -> Lexeme? {
        while next < letters.count, letters[next].isWhitespace { next += 1 }
        guard next < letters.count else { return nil }
        let column = next + 1
        switch letters[next] {
        case "(":
            next += 1
            return Lexeme(token: .open, column: column)
        case ")":
            next += 1
            return Lexeme(token: .close, column: column)
        case "-" where next + 1 < letters.count && !letters[next + 1].isWhitespace:
            next += 1
            return Lexeme(token: .minus, column: column)
        case "\"":
            return Lexeme(token: .phrase(try phrase(), field: nil), column: column)
        default:
            return try word(from: column)
        }
    }

    private mutating func word(from column: Int) throws(QueryError) -> Lexeme {
        var word = ""
        while next < letters.count, !letters[next].isWhitespace, letters[next] != "(", letters[next] != ")" {
            if letters[next] == "\"" {
                guard word.last == ":" else { break }
                return Lexeme(token: .phrase(try phrase(), field: String(word.dropLast())), column: column)
            }
            word.append(letters[next])
            next += 1
        }
        return Lexeme(token: .word(word), column: column)
    }

    private mutating func phrase() throws(QueryError) -> String {
        let start = next
        next += 1
        var phrase = ""
        while next < letters.count, letters[next] != "\"" {
            phrase.append(letters[next])
            next += 1
        }
        guard next < letters.count else {
            throw QueryError(query: text, column: start + 1, reason: "this quotation mark is not closed")
        }
        next += 1
        return phrase
    }
}
