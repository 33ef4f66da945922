import FoundationEssentials
import GRDB
import News

/// A text to be put into the indexes.
public struct IndexedText: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// Its headline.
    public var headline: String
    /// Who wrote it.
    public var byline: String
    /// Its body as HTML.
    public var html: String
    /// When it was published or arrived.
    public var moment: Timestamp
    /// The text that the index holds of it now, if it does.
    public var replaced: Replaced?

    /// What stood there before an edit.
    public struct Replaced: Sendable, Hashable {
        /// The headline.
        public var headline: String
        /// Who wrote it.
        public var byline: String
        /// The body as HTML.
        public var html: String
    }
}

extension Archive {
    /// How many articles wait to be indexed.
    ///
    /// - Throws: `ArchiveError`.
    public func pendingCount() async throws -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") ?? 0 }
    }

    /// The next texts to index, the newest first: what was just fetched is what is read first.
    ///
    /// - Throws: `ArchiveError`.
    public func nextPending() async throws -> [IndexedText] {
        try await read(.long) { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT article.id, article.title, article.byline, body.html, moment, revision.title,
                        revision.byline, revision.html
                    FROM pending JOIN article ON article.id = pending.article_id JOIN body ON body.article_id = article.id
                        LEFT JOIN revision ON revision.id = indexed_revision
                    ORDER BY pending.article_id DESC LIMIT \(Limits.indexedAtOnce)
                    """)
            return try rows.map(Archive.indexedText)
        }
    }

    private static func indexedText(_ row: Row) throws -> IndexedText {
        func text(_ blob: Data) throws -> String { String(decoding: try unpacked(blob), as: UTF8.self) }
        var replaced: IndexedText.Replaced?
        if let html = row[7] as Data? {
            replaced = IndexedText.Replaced(
                headline: row[5] ?? "", byline: row[6] ?? "", html: try text(html))
        }
        return IndexedText(
            id: ArticleID(row[0]), headline: row[1], byline: row[2] ?? "", html: try text(row[3]),
            moment: Timestamp(seconds: row[4]), replaced: replaced)
    }

    /// Puts texts into the full-text index and takes them off the waiting list, in one transaction.
    ///
    /// - Parameters:
    ///   - texts: What `nextPending` gave.
    ///   - plainText: A body's text without markup.
    /// - Throws: `ArchiveError`.
    public func index(_ texts: [IndexedText], plainText: @escaping @Sendable (String) -> String) async throws
    {
        let prepared = texts.map { text in
            (
                text.id.number, SearchText.indexable(text.headline), SearchText.indexable(text.byline),
                SearchText.indexable(plainText(text.html)),
                text.replaced.map {
                    [$0.headline, $0.byline, plainText($0.html)].map(SearchText.indexable)
                }
            )
        }
        try await write(.normal) { db in
            let waiting = try db.cachedStatement(sql: "DELETE FROM pending WHERE article_id = ?")
            let insert = try db.cachedStatement(
                sql: "INSERT INTO search(rowid, title, byline, body) VALUES (?, ?, ?, ?)")
            for (id, headline, byline, body, replaced) in prepared {
                try waiting.execute(arguments: [id])
                // Another program may have indexed it meanwhile.
                guard db.changesCount == 1 else { continue }
                if let replaced {
                    try db.execute(
                        sql:
                            "INSERT INTO search(search, rowid, title, byline, body) VALUES ('delete', ?, ?, ?, ?)",
                        arguments: [id, replaced[0], replaced[1], replaced[2]])
                }
                try insert.execute(arguments: [id, headline, byline, body])
            }
        }
    }
}
