import FoundationEssentials
import GRDB
import News
import Related

/// The related index as the engine sees it: its values in a table, its changes in the transaction that is under way.
public struct RelatedTables: RelatedStore {
    let db: Database

    /// A value, or nil where there is none.
    public func value(for key: RelatedKey) throws -> [UInt8]? {
        let statement = try db.cachedStatement(sql: "SELECT value FROM related WHERE key = ?")
        return try Data.fetchOne(statement, arguments: [key.number]).map { [UInt8]($0) }
    }

    /// The numbers of those terms that have one.
    public func termNumbers(for keys: [UInt64]) throws -> [UInt64: UInt32] {
        let statement = try db.cachedStatement(sql: "SELECT number FROM related_term WHERE key = ?")
        var numbers: [UInt64: UInt32] = [:]
        numbers.reserveCapacity(keys.count)
        for key in keys {
            if let number = try Int64.fetchOne(statement, arguments: [Int64(bitPattern: key)]) {
                numbers[key] = UInt32(truncatingIfNeeded: number)
            }
        }
        return numbers
    }

    /// What people said has nothing to do with each other.
    public func separations() throws -> Separations { try StoryBond.separations(in: db) }

    /// Applies a change; the transaction around it makes it whole.
    public mutating func apply(_ change: RelatedChange) throws {
        let remove = try db.cachedStatement(sql: "DELETE FROM related WHERE key = ?")
        for key in change.removals { try remove.execute(arguments: [key.number]) }
        let write = try db.cachedStatement(sql: "INSERT OR REPLACE INTO related(key, value) VALUES (?, ?)")
        for (key, value) in change.writes { try write.execute(arguments: [key.number, Data(value)]) }
        let term = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO related_term(key, number) VALUES (?, ?)")
        for (key, number) in change.terms {
            try term.execute(arguments: [Int64(bitPattern: key), Int64(number)])
        }
        let story = try db.cachedStatement(sql: "UPDATE article SET story_id = ? WHERE id = ?")
        for (article, id) in change.stories { try story.execute(arguments: [id.number, article.number]) }
    }
}

/// A text to be compared with all others.
public struct ComparedText: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// Its headline.
    public var headline: String
    /// The body that is read, as HTML.
    public var html: String
    /// When it was published or arrived.
    public var moment: Timestamp
    /// The version of the article that was read.
    var version: TextVersion
}

extension Archive {
    /// The articles that the related index does not know yet, the oldest first: stories are told in the order in which
    /// they happened.
    ///
    /// - Throws: `ArchiveError`.
    public func unrelatedArticles() async throws -> [ArticleID] {
        try await read(.long) { db in
            let sql = "SELECT article_id FROM unrelated JOIN article ON id = article_id ORDER BY moment, id"
            return try Int64.fetchAll(db, sql: sql).map(ArticleID.init)
        }
    }

    /// How many articles the related index does not know yet.
    ///
    /// - Throws: `ArchiveError`.
    public func unrelatedCount() async throws -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM unrelated") ?? 0 }
    }

    /// The texts of articles that the related index does not know yet; others are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func unrelatedTexts(of articles: ArraySlice<ArticleID>) async throws -> [ComparedText] {
        try await read(.long) { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT article.id, title, unpacked(\(Archive.standingText)), moment, digest, full_text
                    FROM \(Archive.withText) JOIN unrelated ON unrelated.article_id = article.id
                    WHERE article.id = ?
                    """)
            return try articles.compactMap { id in
                guard let row = try Row.fetchOne(statement, arguments: [id.number]) else { return nil }
                return ComparedText(
                    id: ArticleID(row[0]), headline: row[1], html: Archive.indexedBody(row[2]),
                    moment: Timestamp(seconds: row[3]), version: TextVersion(digest: row[4], fullText: row[5])
                )
            }
        }
    }

    /// Changes the related index and takes the articles off its waiting list, in one transaction.
    ///
    /// - Parameters:
    ///   - texts: What `unrelatedTexts` gave.
    ///   - now: What ages in rules count from.
    ///   - body: Puts those articles into the index that are still as they were read.
    /// - Returns: What `body` returns.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func relate<Value: Sendable>(
        _ texts: [ComparedText], now: Timestamp,
        _ body: @escaping @Sendable (inout RelatedTables, Set<ArticleID>) throws -> Value
    ) async throws -> Value {
        try await write(.normal) { db in
            let waiting = try db.cachedStatement(
                sql: """
                    DELETE FROM unrelated WHERE article_id = (SELECT id FROM article WHERE \(TextVersion.condition))
                    RETURNING is_new
                    """)
            var current: Set<ArticleID> = []
            var new: [ArticleID] = []
            for text in texts {
                guard let isNew = try Bool.fetchOne(waiting, arguments: text.version.arguments(text.id))
                else {
                    continue
                }
                current.insert(text.id)
                if isNew { new.append(text.id) }
            }
            var tables = RelatedTables(db: db)
            let value = try body(&tables, current)
            try StoryMove.keepTogether(current, in: db)
            try RuleTable.apply(to: new, knowing: .story, now: now, in: db)
            return value
        }
    }

    /// Asks the related index, in one snapshot and off the way of lists.
    ///
    /// - Throws: `ArchiveError`.
    public func related<Value: Sendable>(
        _ body: @Sendable (RelatedTables) throws -> Value
    ) async throws -> Value {
        try await read(.long) { db in try body(RelatedTables(db: db)) }
    }
}
