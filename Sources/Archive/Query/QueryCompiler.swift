import GRDB
import News

/// A condition on rows of `article`, with bound values; no value ever becomes part of the SQL.
struct Condition: Sendable {
    var sql: String
    var values: [DatabaseValue]
    /// The full-text expression of a condition that is nothing else.
    var match: String?

    init(sql: String, values: [any DatabaseValueConvertible] = []) {
        self.sql = sql
        self.values = values.map(\.databaseValue)
    }

    var arguments: StatementArguments { StatementArguments(values) }

    /// Negated.
    var negated: Condition {
        var condition = self
        condition.sql = "NOT (\(sql))"
        condition.match = nil
        return condition
    }

    /// Both, or either.
    func joined(_ word: String, _ other: Condition) -> Condition {
        var condition = self
        condition.sql = "(\(sql)) \(word) (\(other.sql))"
        condition.values += other.values
        condition.match = nil
        return condition
    }
}

/// Turns a query into SQL.
enum QueryCompiler {
    /// A condition on `article` (named so in the statement).
    ///
    /// - Parameters:
    ///   - query: What is asked.
    ///   - rows: Where the articles lie that it is asked of, if not anywhere: of a common word only these matches are read.
    /// - Returns: The condition.
    static func condition(for query: Query, within rows: ClosedRange<Int64>? = nil) -> Condition {
        switch query {
        case .everything: return Condition(sql: "1")
        case .and(let left, let right):
            if let words = words(of: query) { return matching(words, rows) }
            return condition(for: left, within: rows).joined("AND", condition(for: right, within: rows))
        case .or(let left, let right):
            return condition(for: left, within: rows).joined("OR", condition(for: right, within: rows))
        case .not(let inner): return condition(for: inner, within: rows).negated
        case .text(let term): return matching([term], rows)
        case .source(let name):
            return Condition(
                sql: "article.source_id IN (SELECT id FROM source WHERE title LIKE ? ESCAPE '\\')",
                values: [pattern(name)])
        case .section(let name):
            return Condition(
                sql:
                    "EXISTS (SELECT 1 FROM body WHERE body.article_id = article.id AND in_section(unpacked(details), ?))",
                values: [name])
        case .tag(let tag): return Condition.tagged(tag)
        case .story(let number): return Condition(sql: "article.story_id = ?", values: [number])
        case .before(let moment): return Condition(sql: "article.moment < ?", values: [moment.seconds])
        case .after(let moment): return Condition(sql: "article.moment >= ?", values: [moment.seconds])
        case .is(.unread): return Condition(sql: "article.is_read = 0")
        case .is(.read): return Condition(sql: "article.is_read = 1")
        case .is(.starred): return Condition(sql: "article.is_starred = 1")
        case .is(.edited): return Condition(sql: "article.id IN (SELECT article_id FROM revision)")
        case .hasEnclosure: return Condition(sql: "article.has_enclosures = 1")
        case .hasFullText: return Condition(sql: "article.full_text IS NOT NULL")
        }
    }

    /// The terms of a query that is nothing but words side by side; these are one question to the full-text index.
    static func words(of query: Query) -> [SearchTerm]? {
        switch query {
        case .text(let term): return [term]
        case .and(let left, let right):
            guard let left = words(of: left), let right = words(of: right) else { return nil }
            return left + right
        default: return nil
        }
    }

    /// The terms and the rest of a query whose words can be asked for first: `words and (everything else)`.
    static func separated(_ query: Query) -> (words: [SearchTerm], rest: Query) {
        switch query {
        case .text(let term): return ([term], .everything)
        case .and(let left, let right):
            let (leftWords, leftRest) = separated(left)
            let (rightWords, rightRest) = separated(right)
            let rest: Query =
                leftRest == .everything
                ? rightRest : rightRest == .everything ? leftRest : .and(leftRest, rightRest)
            return (leftWords + rightWords, rest)
        default: return ([], query)
        }
    }

    /// All terms that a hit may owe itself to.
    static func terms(of query: Query) -> [SearchTerm] {
        switch query {
        case .text(let term): [term]
        case .and(let left, let right), .or(let left, let right): terms(of: left) + terms(of: right)
        default: []
        }
    }

    /// An FTS5 expression that asks for all terms; nothing when none of them has a word.
    static func expression(for terms: [SearchTerm]) -> String? {
        let parts = terms.compactMap(SearchText.expression)
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    private static func matching(_ terms: [SearchTerm], _ rows: ClosedRange<Int64>?) -> Condition {
        guard let expression = expression(for: terms) else { return Condition(sql: "0") }
        let bounds = rows.map { " AND rowid BETWEEN \($0.lowerBound) AND \($0.upperBound)" } ?? ""
        var condition = Condition(
            sql: "article.id IN (SELECT rowid FROM search WHERE search MATCH ?\(bounds))",
            values: [expression])
        condition.match = expression
        return condition
    }

    private static func pattern(_ text: String) -> String {
        "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
    }
}
