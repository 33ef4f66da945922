import News

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
        case .everything: return .everything
        case .and(let left, let right):
            let (words, rest) = separated(query)
            guard words.isEmpty else {
                return matching(words, rows).and(condition(for: rest, within: rows))
            }
            return condition(for: left, within: rows).and(condition(for: right, within: rows))
        case .or(let left, let right):
            return condition(for: left, within: rows).or(condition(for: right, within: rows))
        case .not(let inner): return condition(for: inner, within: rows).negated
        case .text(let term): return matching([term], rows)
        case .source(let name):
            return Condition(
                sql: "article.source_id IN (SELECT id FROM source WHERE title LIKE ? ESCAPE '\\')",
                values: [pattern(name)], asking: .place)
        case .section(let name):
            return Condition(
                sql:
                    "EXISTS (SELECT 1 FROM body WHERE body.article_id = article.id AND in_section(unpacked(details), ?))",
                values: [name], asking: .place)
        case .tag(let tag): return Condition.tagged(tag)
        case .story(let number):
            return Condition(sql: "article.story_id = ?", values: [number], isIndexed: true)
        case .before(let moment):
            return Condition(sql: "article.moment < ?", values: [moment.seconds], asking: .place)
        case .after(let moment): return .since(moment)
        case .is(.unread): return .unread
        case .is(.read): return .unread.negated
        case .is(.starred): return .starred
        case .is(.edited):
            return Condition(
                sql: "article.id IN (SELECT article_id FROM revision)", asking: .place, isIndexed: true)
        case .hasEnclosure: return Condition(sql: "article.has_enclosures = 1", isIndexed: true)
        case .hasFullText: return Condition(sql: "article.full_text IS NOT NULL", isIndexed: true)
        }
    }

    /// The terms and the rest of a query whose words can be asked for first: `words and (everything else)`.
    ///
    /// The words are one question to the full-text index.
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
        guard let expression = expression(for: terms) else { return .nothing }
        return .matching(expression, within: rows)
    }

    private static func pattern(_ text: String) -> String {
        "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
    }
}
