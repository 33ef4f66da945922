import FoundationEssentials
import GRDB
import News

/// A text to be put into the full-text index.
public struct IndexedText: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// Its headline.
    public var headline: String
    /// Who wrote it.
    public var byline: String
    /// The body that is read, the full text where one stands for the feed's: HTML as it comes from the archive, plain text as it goes into the index.
    public var body: String
    /// The version of the article that was read.
    var version: TextVersion
    /// The text that the index holds of it now, if it does.
    public var replaced: Replaced?

    /// What stood there before an edit.
    public struct Replaced: Sendable, Hashable {
        /// The headline.
        public var headline: String
        /// Who wrote it.
        public var byline: String
        /// The body, in the same form.
        public var body: String
    }
}

extension Archive {
    /// How many articles wait to be indexed.
    ///
    /// - Throws: `ArchiveError`.
    public func pendingCount() async throws -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") ?? 0 }
    }

    /// The articles that wait, in the order in which they came.
    ///
    /// - Throws: `ArchiveError`.
    public func pendingArticles() async throws -> [ArticleID] {
        try await read(.long) { db in
            try Int64.fetchAll(db, sql: "SELECT article_id FROM pending ORDER BY article_id").map(
                ArticleID.init)
        }
    }

    /// The texts of articles that wait to be indexed; others are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func pendingTexts(of articles: ArraySlice<ArticleID>) async throws -> [IndexedText] {
        try await read(.long) { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT article.id, article.title, article.byline, unpacked(\(Archive.standingText)), indexed_title,
                        indexed_byline, indexed_html IS NOT NULL, unpacked(indexed_html), article.digest, article.full_text
                    FROM \(Archive.withText) JOIN pending ON pending.article_id = article.id
                    WHERE article.id = ?
                    """)
            return try articles.compactMap { id in
                try Row.fetchOne(statement, arguments: [id.number]).map(Archive.indexedText)
            }
        }
    }

    private static func indexedText(_ row: Row) throws -> IndexedText {
        var replaced: IndexedText.Replaced?
        if row[6] as Bool {
            replaced = IndexedText.Replaced(
                headline: row[4] ?? "", byline: row[5] ?? "", body: indexedBody(row[7]))
        }
        return IndexedText(
            id: ArticleID(row[0]), headline: row[1], byline: row[2] ?? "", body: indexedBody(row[3]),
            version: TextVersion(digest: row[8], fullText: row[9]), replaced: replaced)
    }

    /// A body that is missing or cannot be unpacked must not hold up all others; its headline is indexed.
    static func indexedBody(_ unpacked: Data?) -> String {
        unpacked.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Puts texts into the full-text index and onto the list that waits for `relate`, and does to new ones what the rules
    /// say, in one transaction.
    ///
    /// - Parameters:
    ///   - texts: What `pendingTexts` gave, with bodies as plain text.
    ///   - now: What ages in rules count from.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func index(_ texts: [IndexedText], now: Timestamp) async throws {
        let prepared = await SearchRow.rows(texts)
        try await write(.normal) { db in
            let waiting = try db.cachedStatement(
                sql: """
                    DELETE FROM pending WHERE article_id = (SELECT id FROM article WHERE \(TextVersion.condition))
                    RETURNING is_new
                    """)
            let unrelated = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO unrelated(article_id, is_new) VALUES (?, ?)")
            var new: [ArticleID] = []
            for row in prepared {
                // Another program may have indexed it meanwhile, or stored another version, which then still waits.
                guard let isNew = try Bool.fetchOne(waiting, arguments: row.version.arguments(row.id)) else {
                    continue
                }
                try row.store(in: db)
                try unrelated.execute(arguments: [row.id.number, isNew])
                if isNew { new.append(row.id) }
            }
            try RuleTable.apply(to: new, knowing: .text, now: now, in: db)
        }
    }
}

/// A text as the full-text index takes it, prepared outside of the transaction.
private struct SearchRow: Sendable {
    let id: ArticleID
    let version: TextVersion
    let columns: [String]
    let replaced: [String]?

    /// Off the actor, where lists are asked for.
    static func rows(_ texts: [IndexedText]) async -> [SearchRow] { texts.map(SearchRow.init) }

    init(_ text: IndexedText) {
        id = text.id
        version = text.version
        columns = [text.headline, text.byline, text.body].map(SearchText.indexable)
        replaced = text.replaced.map { [$0.headline, $0.byline, $0.body].map(SearchText.indexable) }
    }

    func store(in db: Database) throws {
        if let replaced {
            let sql = "INSERT INTO search(search, rowid, title, byline, body) VALUES ('delete', ?, ?, ?, ?)"
            try db.cachedStatement(sql: sql)
                .execute(arguments: [id.number, replaced[0], replaced[1], replaced[2]])
        }
        try db.cachedStatement(sql: "INSERT INTO search(rowid, title, byline, body) VALUES (?, ?, ?, ?)")
            .execute(arguments: [id.number, columns[0], columns[1], columns[2]])
    }
}
