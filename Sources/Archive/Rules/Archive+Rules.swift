import GRDB
import News

extension Archive {
    /// The rules, the first made first.
    ///
    /// - Throws: `ArchiveError`.
    public func rules() async throws -> [Rule] { try await read { db in try RuleTable.rules(in: db) } }

    /// Makes a rule, and marks what is unread and fits, in one journalled transaction.
    ///
    /// - Returns: How many articles it marked; nothing if there is such a rule already.
    /// - Throws: `ArchiveError`, also for a query that cannot be read; then nothing changed.
    public func add(_ rule: Rule, at moment: Timestamp) async throws -> Int? {
        let condition = try Archive.condition(for: .query(rule.query), now: moment)
        return try await write(.full) { db in
            guard try !RuleTable.rules(in: db).contains(rule) else { return nil }
            var entry = try Journal.begin(.rules(.added(rule)), at: moment, in: db)
            try entry.add(where: condition.and(.unread), in: db)
            return try entry.commit(in: db)
        }
    }

    /// Ends a rule; the marks it set stay.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func remove(_ rule: Rule, at moment: Timestamp) async throws -> Bool {
        try await write(.full) { db in
            guard try RuleTable.rules(in: db).contains(rule) else { return false }
            try Journal.begin(.rules(.removed(rule)), at: moment, in: db).commit(in: db)
            return true
        }
    }

    /// How many unread articles a rule would mark if it were made now.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func count(of rule: Rule, now: Timestamp) async throws -> Int {
        let condition = try Archive.condition(for: .query(rule.query), now: now)
            .and(.unread).and(rule.action.change.isOutstanding)
        return try await read(.long) { db in try condition.count(in: db) }
    }
}

/// The rules, in the transaction that is under way.
enum RuleTable {
    static func rules(in db: Database) throws -> [Rule] {
        try String.fetchAll(try db.cachedStatement(sql: "SELECT rule FROM rule ORDER BY id")).compactMap(
            Rule.init)
    }

    static func set(_ rule: Rule, isThere: Bool, in db: Database) throws {
        try db.execute(
            sql: isThere ? "INSERT OR IGNORE INTO rule(rule) VALUES (?)" : "DELETE FROM rule WHERE rule = ?",
            arguments: [rule.description])
    }

    /// Which rules can be obeyed.
    enum Knowledge {
        /// Those that need an article's text and nothing more.
        case text
        /// Those that ask for its story.
        case story
    }

    /// Does to new articles what the rules say; a person's journal has nothing to do with it.
    ///
    /// - Parameters:
    ///   - articles: New articles; an edit does not make one new.
    ///   - knowledge: What is known of them now, and was not before.
    ///   - now: What ages count from.
    ///   - db: The transaction.
    /// - Throws: What SQLite throws.
    static func apply(
        to articles: [ArticleID], knowing knowledge: Knowledge, now: Timestamp, in db: Database
    ) throws {
        guard let first = articles.min(), let last = articles.max() else { return }
        let numbers = articles.map { String($0.number) }.joined(separator: ",")
        for rule in try rules(in: db) {
            // A rule that another version of the language made is no reason not to index.
            guard let query = try? QueryParser.parse(rule.query, now: now),
                query.asksForStory == (knowledge == .story)
            else { continue }
            let condition = QueryCompiler.condition(for: query, within: first.number...last.number)
                .and(rule.action.change.isOutstanding).and(Condition(sql: "article.id IN (\(numbers))"))
            let ids = try Int64.fetchAll(
                db, sql: "SELECT id FROM article WHERE \(condition.sql)", arguments: condition.arguments)
            let list = ids.map(String.init).joined(separator: ",")
            try rule.action.change.set(inArticles: "SELECT id FROM article WHERE id IN (\(list))", in: db)
        }
    }
}

extension Query {
    /// Whether an article's story decides.
    var asksForStory: Bool {
        switch self {
        case .story: true
        case .and(let left, let right), .or(let left, let right): left.asksForStory || right.asksForStory
        case .not(let inner): inner.asksForStory
        default: false
        }
    }
}
