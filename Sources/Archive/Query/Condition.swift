import GRDB
import News

/// A condition on articles, with bound values; no value ever becomes part of the SQL.
///
/// What is unread lies in a table of its own. A condition that only unread articles fulfil knows it, so that a statement
/// can go through that table instead of all articles. What it asks of an article's place (`id`, `moment`, `source_id`,
/// which are named the same in both tables) is kept apart from what it asks of the row: that is read for few, or for none.
struct Condition: Sendable {
    /// How much of an article is asked for.
    enum Reach { case place, row }

    /// The table that a statement goes through.
    enum Lead { case articles, unread }

    /// One of the things that are asked.
    private struct Part {
        var sql: String
        var values: [DatabaseValue] = []

        static let empty = Part(sql: "1")
        var isEmpty: Bool { sql == Part.empty.sql }

        /// Nothing where nothing is asked: SQLite counts a table by its pages then.
        var clause: String { isEmpty ? "" : " WHERE (\(sql))" }

        func and(_ other: Part) -> Part {
            if isEmpty { return other }
            if other.isEmpty { return self }
            return Part(sql: "(\(sql)) AND (\(other.sql))", values: values + other.values)
        }
    }

    private var place = Part.empty
    private var row = Part.empty
    /// Whether only unread articles fulfil it, whatever else it asks.
    private(set) var isUnread = false
    /// Whether an index of its own finds the few articles that fulfil it.
    private var isIndexed: Bool
    /// The full-text expression, where nothing else is asked besides being unread.
    private(set) var match: String?

    /// A condition on `article`, named so.
    init(
        sql: String, values: [any DatabaseValueConvertible] = [], asking reach: Reach = .row,
        isIndexed: Bool = false
    ) {
        let part = Part(sql: sql, values: values.map(\.databaseValue))
        switch reach {
        case .place: place = part
        case .row: row = part
        }
        self.isIndexed = isIndexed
    }

    /// What every article fulfils.
    static let everything = Condition(sql: "1", asking: .place)
    /// What no article fulfils.
    static let nothing = Condition(sql: "0", asking: .place)

    /// What unread articles fulfil.
    static let unread: Condition = {
        var condition = Condition.everything
        condition.isUnread = true
        return condition
    }()

    /// Articles with a star.
    static let starred = Condition(sql: "article.is_starred = 1", isIndexed: true)

    /// Articles from a moment on.
    static func since(_ moment: Timestamp) -> Condition {
        Condition(sql: "article.moment >= ?", values: [moment.seconds], asking: .place)
    }

    /// Articles with a tag.
    static func tagged(_ tag: Tag) -> Condition {
        Condition(
            sql:
                "article.key IN (SELECT key FROM tagging WHERE tag_id = (SELECT id FROM tag WHERE name = ?))",
            values: [tag.name], isIndexed: true)
    }

    /// Articles whose text holds an expression.
    static func matching(_ expression: String, within rows: ClosedRange<Int64>?) -> Condition {
        let bounds = rows.map { " AND rowid BETWEEN \($0.lowerBound) AND \($0.upperBound)" } ?? ""
        var condition = Condition(
            sql: "article.id IN (SELECT rowid FROM search WHERE search MATCH ?\(bounds))",
            values: [expression], asking: .place, isIndexed: true)
        condition.match = expression
        return condition
    }

    /// Whether an article is unread, looked up for each.
    static let unreadProbe =
        "EXISTS (SELECT 1 FROM unread WHERE unread.moment = article.moment AND unread.id = article.id)"

    /// All of it, asked of rows of `article`.
    var sql: String { whole.sql }

    private var whole: Part { place.and(row).and(isUnread ? Part(sql: Condition.unreadProbe) : .empty) }

    /// What is bound, in its order.
    var values: [DatabaseValue] { place.values + row.values }

    var arguments: StatementArguments { StatementArguments(values) }

    /// The tables and what is asked of them, behind a `FROM`; it gives `id` and `moment`, whichever table leads.
    func clause(ledBy lead: Lead) -> String {
        if lead == .articles { return "article" + whole.clause }
        let places = "unread AS article" + place.clause
        guard !row.isEmpty else { return places }
        // Not joined: before a join SQLite may go through all articles to make a filter of them.
        return """
            (SELECT moment, id FROM \(places)) AS place
            WHERE EXISTS (SELECT 1 FROM article WHERE article.id = place.id AND (\(row.sql)))
            """
    }

    /// Negated.
    var negated: Condition { Condition(sql: "NOT (\(sql))", values: values, asking: reach) }

    /// Both.
    func and(_ other: Condition) -> Condition {
        var both = self
        both.place = place.and(other.place)
        both.row = row.and(other.row)
        both.isUnread = isUnread || other.isUnread
        both.isIndexed = isIndexed || other.isIndexed
        both.match = other.asksNothingElse ? match : asksNothingElse ? other.match : nil
        return both
    }

    /// Either.
    func or(_ other: Condition) -> Condition {
        Condition(
            sql: "(\(sql)) OR (\(other.sql))", values: values + other.values,
            asking: reach == .place ? other.reach : reach, isIndexed: isIndexed && other.isIndexed)
    }

    /// With the plus that keeps SQLite from looking every match up and sorting them: the newest are found by walking.
    var walked: Condition {
        var condition = self
        condition.place.sql = "+" + place.sql
        return condition
    }

    private var reach: Reach { row.isEmpty ? .place : .row }
    private var asksNothingElse: Bool { place.isEmpty && row.isEmpty }
}

extension Condition {
    /// So few unread articles are gone through sooner than any index is asked.
    private static let fewUnread = 256

    /// Which table to go through: what is unread, where the condition asks for it, but for one that finds its few articles
    /// by itself.
    func lead(in db: Database) throws -> Lead {
        guard isUnread else { return .articles }
        guard isIndexed else { return .unread }
        let sql = "SELECT count(*) FROM (SELECT 1 FROM unread LIMIT \(Condition.fewUnread))"
        let unread = try Int.fetchOne(try db.cachedStatement(sql: sql)) ?? 0
        return try unread < Condition.fewUnread || isFrequent(in: db) ? .unread : .articles
    }

    /// Whether it is words that so many articles have that some stand near any place of the archive.
    func isFrequent(in db: Database) throws -> Bool {
        guard let match else { return false }
        let newest = try Int.fetchOne(try db.cachedStatement(sql: "SELECT max(id) FROM article")) ?? 0
        let fewest = max(256, newest / 64)
        let sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
        return try Int.fetchOne(try db.cachedStatement(sql: sql), arguments: [match, fewest]) == fewest
    }

    /// How many articles fulfil it, counted up to a limit if there is one.
    func count(in db: Database, upTo limit: Int? = nil) throws -> Int {
        let clause = clause(ledBy: try lead(in: db))
        let sql =
            limit.map { "SELECT count(*) FROM (SELECT 1 FROM \(clause) LIMIT \($0))" }
            ?? "SELECT count(*) FROM \(clause)"
        return try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
    }
}
