import News

/// Reads the query language: `or` binds least, words side by side mean `and`, `not` and `-` bind most.
public struct QueryParser {
    private let text: String
    private let now: Timestamp
    private let lexemes: [QueryScanner.Lexeme]
    private var next = 0
    private var depth = 0

    /// Reads a query; `now` is what `age<3d` counts from.
    ///
    /// - Throws: `QueryError` with the column.
    public static func parse(_ text: String, now: Timestamp) throws(QueryError) -> Query {
        guard text.utf8.count <= Limits.queryLength else {
            throw QueryError(
                query: String(text.prefix(60)) + "…", column: 1, reason: "this query is too long")
        }
        var parser = QueryParser(text, now, try QueryScanner.lexemes(of: text))
        guard !parser.lexemes.isEmpty else { return .everything }
        let query = try parser.alternatives()
        guard parser.next == parser.lexemes.count else {
            throw parser.error("this bracket was never opened", at: parser.lexemes[parser.next].column)
        }
        return query
    }

    private init(_ text: String, _ now: Timestamp, _ lexemes: [QueryScanner.Lexeme]) {
        self.text = text
        self.now = now
        self.lexemes = lexemes
    }

    private mutating func alternatives() throws(QueryError) -> Query {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Limits.queryDepth else { throw error("brackets are nested too deeply", at: column) }
        var query = try conjunction()
        while isKeyword("or") {
            next += 1
            query = .or(query, try conjunction())
        }
        return query
    }

    private mutating func conjunction() throws(QueryError) -> Query {
        var query = try negation()
        while next < lexemes.count, lexemes[next].token != .close, !isKeyword("or") {
            if isKeyword("and") { next += 1 }
            query = .and(query, try negation())
        }
        return query
    }

    private mutating func negation() throws(QueryError) -> Query {
        var isNegative = false
        while next < lexemes.count, isKeyword("not") || lexemes[next].token == .minus {
            isNegative.toggle()
            next += 1
        }
        let query = try primary()
        return isNegative ? .not(query) : query
    }

    private mutating func primary() throws(QueryError) -> Query {
        guard next < lexemes.count else { throw error("a word is missing here", at: column) }
        let lexeme = lexemes[next]
        next += 1
        switch lexeme.token {
        case .open:
            let query = try alternatives()
            guard next < lexemes.count, lexemes[next].token == .close else {
                throw error("this bracket is not closed", at: lexeme.column)
            }
            next += 1
            return query
        case .close: throw error("a word is missing before this bracket", at: lexeme.column)
        case .minus: throw error("a word is missing after the minus", at: lexeme.column)
        case .phrase(let phrase, let field): return try term(field, phrase, isPhrase: true, at: lexeme.column)
        case .word(let word):
            if let age = try self.age(word, at: lexeme.column) { return age }
            guard let colon = word.firstIndex(of: ":"), colon != word.startIndex, !word.contains("://") else {
                return try term(nil, word, isPhrase: false, at: lexeme.column)
            }
            let value = String(word[word.index(after: colon)...])
            return try term(String(word[..<colon]), value, isPhrase: false, at: lexeme.column)
        }
    }

    private func term(
        _ field: String?, _ value: String, isPhrase: Bool, at column: Int
    ) throws(QueryError) -> Query {
        guard let field else { return searchTerm(value, isPhrase, nil) }
        let valueColumn = column + field.count + 1
        guard !value.isEmpty else { throw error("a value is missing after “\(field):”", at: valueColumn) }
        switch field.lowercased() {
        case "title": return searchTerm(value, isPhrase, .title)
        case "author": return searchTerm(value, isPhrase, .byline)
        case "source": return .source(value)
        case "section": return .section(value)
        case "tag":
            guard let tag = Tag(value) else {
                throw error("a tag is a word of at most 64 letters", at: valueColumn)
            }
            return .tag(tag)
        case "story":
            guard let number = Int64(value) else {
                throw error("a story is named by its number", at: valueColumn)
            }
            return .story(number)
        case "before": return .before(try date(value, at: valueColumn))
        case "after": return .after(try date(value, at: valueColumn))
        case "is":
            guard let state = Query.State(rawValue: value.lowercased()) else {
                throw error("is: knows unread, read, starred and edited", at: valueColumn)
            }
            return .is(state)
        case "has":
            switch value.lowercased() {
            case "enclosure": return .hasEnclosure
            case "fulltext": return .hasFullText
            default: throw error("has: knows enclosure and fulltext", at: valueColumn)
            }
        default:
            throw error(
                "no field is called “\(field)”; there are title, author, source, section, tag, story, before, after, is, has",
                at: column)
        }
    }

    private func searchTerm(_ value: String, _ isPhrase: Bool, _ column: SearchTerm.Column?) -> Query {
        let isPrefix = !isPhrase && value.hasSuffix("*")
        return .text(
            SearchTerm(words: isPrefix ? String(value.dropLast()) : value, isPrefix: isPrefix, column: column)
        )
    }

    /// `age<3d`, `age>2w`: minutes m, hours h, days d, weeks w, years y.
    private func age(_ word: String, at column: Int) throws(QueryError) -> Query? {
        guard word.lowercased().hasPrefix("age<") || word.lowercased().hasPrefix("age>") else { return nil }
        let value = word.dropFirst(4)
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_557_600]
        guard let unit = value.last.flatMap({ units[$0] }), let count = Int64(value.dropLast()),
            (0...100_000).contains(count)
        else { throw error("an age is a number and m, h, d, w or y, as in age<3d", at: column + 4) }
        let moment = now.advanced(by: -count * unit)
        return word.dropFirst(3).first == "<" ? .after(moment) : .before(moment)
    }

    /// `2026`, `2026-05` or `2026-05-12`.
    private func date(_ value: String, at column: Int) throws(QueryError) -> Timestamp {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard numbers.count == parts.count, (1...3).contains(parts.count), (1...9999).contains(numbers[0]),
            parts.count < 2 || (1...12).contains(numbers[1]), parts.count < 3 || (1...31).contains(numbers[2])
        else { throw error("a date is written 2026-05-12, 2026-05 or 2026", at: column) }
        return Timestamp(
            CivilTime(
                year: numbers[0], month: parts.count > 1 ? numbers[1] : 1,
                day: parts.count > 2 ? numbers[2] : 1))
    }

    private func isKeyword(_ keyword: String) -> Bool {
        guard next < lexemes.count, case .word(let word) = lexemes[next].token else { return false }
        return word.lowercased() == keyword
    }

    private var column: Int { next < lexemes.count ? lexemes[next].column : text.count + 1 }

    private func error(_ reason: String, at column: Int) -> QueryError {
        QueryError(query: text, column: column, reason: reason)
    }
}
