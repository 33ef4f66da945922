import GRDB
import News

/// A change that a person made, as the journal keeps it: it can be undone and done again, after a restart too.
public struct JournaledChange: Sendable, Hashable {
    /// What was changed.
    public var change: PersonalChange
    /// When.
    public var moment: Timestamp
    /// In how many articles.
    public var count: Int
}

/// The journal: changes that people made with the articles they changed, the newest last.
enum Journal {
    /// An entry under way, in the transaction that makes the change.
    struct Entry {
        let id: Int64
        let change: PersonalChange
        /// Articles that were added.
        fileprivate(set) var count = 0
    }

    /// Begins an entry.
    static func begin(_ change: PersonalChange, at moment: Timestamp, in db: Database) throws -> Entry {
        try db.execute(
            sql: "INSERT INTO change(moment, verb, argument) VALUES (?, ?, ?)",
            arguments: [moment.seconds, change.verb, change.argument])
        return Entry(id: db.lastInsertedRowID, change: change)
    }

    /// The entry that `undo` takes back, or that `redo` does again.
    static func next(undone isUndone: Bool, in db: Database) throws -> (Entry, JournaledChange)? {
        let sql = """
            SELECT id, moment, verb, argument, count FROM change WHERE is_undone = ?
            ORDER BY id \(isUndone ? "ASC" : "DESC") LIMIT 1
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [isUndone]),
            let change = PersonalChange(verb: row[2], argument: row[3])
        else { return nil }
        let journaled = JournaledChange(
            change: change, moment: Timestamp(seconds: row[1]), count: row[4])
        return (Entry(id: row[0], change: change), journaled)
    }
}

extension Journal.Entry {
    /// Adds the articles that fit and would change.
    mutating func add(where condition: Condition, in db: Database) throws {
        let condition = condition.and(change.isOutstanding)
        try add(condition, ledBy: condition.lead(in: db), in: db)
    }

    /// Adds an article if it would change.
    mutating func add(_ article: ArticleID, in db: Database) throws {
        let named = Condition(sql: "article.id = ?", values: [article.number])
        try add(named.and(change.isOutstanding), ledBy: .articles, in: db)
    }

    private mutating func add(_ condition: Condition, ledBy lead: Condition.Lead, in db: Database) throws {
        // In the order of their numbers, so that each row goes behind the last.
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO change_article
                SELECT ?, id FROM \(condition.clause(ledBy: lead)) ORDER BY id
                """)
        try statement.execute(arguments: [id] + condition.arguments)
        count += db.changesCount
    }

    /// The articles of this entry.
    func articles(in db: Database) throws -> [ArticleID] {
        try Int64.fetchAll(
            db, sql: "SELECT article_id FROM change_article WHERE change_id = ?", arguments: [id]
        ).map(ArticleID.init)
    }

    /// Makes the change in all its articles and closes the entry; an entry without articles leaves no trace, unless it is
    /// about something else than articles.
    @discardableResult func commit(in db: Database) throws -> Int {
        guard count > 0 || !change.isOfArticles else {
            try db.execute(sql: "DELETE FROM change WHERE id = ?", arguments: [id])
            return 0
        }
        try apply(isReversed: false, in: db)
        try db.execute(sql: "UPDATE change SET count = ? WHERE id = ?", arguments: [count, id])
        // What was undone before a new change cannot be done again: its articles have changed since.
        try db.execute(sql: "DELETE FROM change WHERE is_undone = 1")
        try db.execute(sql: "DELETE FROM change WHERE id <= ?", arguments: [id - Limits.journaledChanges])
        return count
    }

    /// Takes the change back, or makes it again.
    func set(undone isUndone: Bool, in db: Database) throws {
        try apply(isReversed: isUndone, in: db)
        try db.execute(sql: "UPDATE change SET is_undone = ? WHERE id = ?", arguments: [isUndone, id])
    }

    private func apply(isReversed: Bool, in db: Database) throws {
        switch change {
        case .marks(let mark): try apply(isReversed ? mark.reversed : mark, in: db)
        case .stories(.followed(let value)): try setFollowed(value != isReversed, in: db)
        case .stories: try setStories(isReversed: isReversed, in: db)
        case .rules(.added(let rule)):
            try RuleTable.set(rule, isThere: !isReversed, in: db)
            try apply(isReversed ? rule.action.change.reversed : rule.action.change, in: db)
        case .rules(.removed(let rule)): try RuleTable.set(rule, isThere: isReversed, in: db)
        }
    }

    private func apply(_ change: MarkChange, in db: Database) throws {
        try change.set(
            inArticles: "SELECT article_id AS id FROM change_article WHERE change_id = \(id)", in: db)
    }
}

extension MarkChange {
    /// Sets the mark in the articles of a subquery, which gives their numbers as `id`.
    func set(inArticles articles: String, in db: Database) throws {
        switch self {
        case .read(true): try UnreadTable.remove(articles, in: db)
        case .read(false): try UnreadTable.add(articles, in: db)
        case .starred(let value):
            try db.execute(
                sql: "UPDATE article SET is_starred = \(value ? 1 : 0) WHERE id IN (\(articles))")
        case .tagged(let tag, true):
            try db.execute(sql: "INSERT OR IGNORE INTO tag(name) VALUES (?)", arguments: [tag.name])
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO tagging(tag_id, key)
                    SELECT (SELECT id FROM tag WHERE name = ?), key FROM article WHERE id IN (\(articles))
                    """, arguments: [tag.name])
        case .tagged(let tag, false):
            try db.execute(
                sql: """
                    DELETE FROM tagging WHERE tag_id = (SELECT id FROM tag WHERE name = ?)
                        AND key IN (SELECT key FROM article WHERE id IN (\(articles)))
                    """, arguments: [tag.name])
            try db.execute(sql: "DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM tagging)")
        }
    }
}

/// What is unread, in the transaction that is under way.
enum UnreadTable {
    /// Marks the articles of a subquery unread.
    static func add(_ articles: String, in db: Database) throws {
        // To sort them by place first took an eighth longer, and to ask with IN as much again.
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO unread(moment, id, source_id)
                SELECT moment, id, source_id FROM (\(articles)) CROSS JOIN article USING (id)
                """)
    }

    /// Marks the articles of a subquery read.
    static func remove(_ articles: String, in db: Database) throws {
        let others = "SELECT EXISTS (SELECT 1 FROM unread WHERE id NOT IN (\(articles)))"
        guard try Bool.fetchOne(db, sql: others) == true else {
            // Without a condition no row is read: see `SchemaVersion8`.
            try db.execute(sql: "DELETE FROM unread")
            return
        }
        try db.execute(
            sql: """
                DELETE FROM unread WHERE (moment, id) IN
                    (SELECT moment, id FROM article WHERE id IN (\(articles)))
                """)
    }
}

extension PersonalChange {
    fileprivate init?(verb: String, argument: String) {
        switch verb {
        case "apart": self = .stories(.apart)
        case "together": self = .stories(.together)
        case "follow": self = .stories(.followed(true))
        case "unfollow": self = .stories(.followed(false))
        case "rule", "unrule":
            guard let rule = Rule(argument) else { return nil }
            self = .rules(verb == "rule" ? .added(rule) : .removed(rule))
        default:
            guard let mark = MarkChange(verb: verb, argument: argument) else { return nil }
            self = .marks(mark)
        }
    }

    fileprivate var verb: String {
        switch self {
        case .marks(let mark): mark.verb
        case .stories(.apart): "apart"
        case .stories(.together): "together"
        case .stories(.followed(let value)): value ? "follow" : "unfollow"
        case .rules(.added): "rule"
        case .rules(.removed): "unrule"
        }
    }

    fileprivate var argument: String {
        switch self {
        case .marks(let mark): mark.argument
        case .stories: ""
        case .rules(let change): change.rule.description
        }
    }

    /// Whether it is nothing without articles that it changes.
    fileprivate var isOfArticles: Bool {
        if case .rules = self { false } else { true }
    }

    /// Articles that this would change; of stories, who asks for the change has looked.
    var isOutstanding: Condition {
        switch self {
        case .marks(let mark): mark.isOutstanding
        case .stories: .everything
        case .rules(let change): change.rule.action.change.isOutstanding
        }
    }
}

extension MarkChange {
    fileprivate init?(verb: String, argument: String) {
        switch verb {
        case "read": self = .read(true)
        case "unread": self = .read(false)
        case "star": self = .starred(true)
        case "unstar": self = .starred(false)
        case "tag", "untag":
            guard let tag = Tag(argument) else { return nil }
            self = .tagged(tag, verb == "tag")
        default: return nil
        }
    }

    fileprivate var verb: String {
        switch self {
        case .read(let value): value ? "read" : "unread"
        case .starred(let value): value ? "star" : "unstar"
        case .tagged(_, let value): value ? "tag" : "untag"
        }
    }

    fileprivate var argument: String {
        if case .tagged(let tag, _) = self { tag.name } else { "" }
    }

    /// Articles that this would change.
    var isOutstanding: Condition {
        switch self {
        case .read(let value): value ? .unread : .unread.negated
        case .starred(true): Condition(sql: "article.is_starred = 0")
        case .starred(false): .starred
        case .tagged(let tag, let value): value ? Condition.tagged(tag).negated : Condition.tagged(tag)
        }
    }
}

extension Archive {
    /// Takes the newest change back that has not been taken back.
    ///
    /// - Returns: What it was; nothing when there is none.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func undo() async throws -> JournaledChange? { try await step(undone: false) }

    /// Makes the change again that was taken back last.
    ///
    /// - Returns: What it was; nothing when there is none.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func redo() async throws -> JournaledChange? { try await step(undone: true) }

    private func step(undone isUndone: Bool) async throws -> JournaledChange? {
        try await write(.full) { db in
            guard let (entry, journaled) = try Journal.next(undone: isUndone, in: db) else { return nil }
            try entry.set(undone: !isUndone, in: db)
            return journaled
        }
    }
}
