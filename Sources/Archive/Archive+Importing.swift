import GRDB
import News

extension Archive {
    /// Keeps articles that come from elsewhere, of any sources, in their order and in transactions of bounded length.
    ///
    /// Only an article that is new takes the marks it had elsewhere: what was done to it here is never undone, even
    /// when the article itself is gone.
    ///
    /// - Throws: `ArchiveError`; what earlier transactions kept stays kept.
    public func store(_ imported: [ImportedArticle], arrived: Timestamp) async throws -> StoringResult {
        var result = StoringResult()
        for start in stride(from: 0, to: imported.count, by: Limits.storedAtOnce) {
            let batch = imported[start..<min(start + Limits.storedAtOnce, imported.count)]
            let rows = try await ArticleRow.rows(batch.map(\.article)[...])
            result += try await write(.normal) { db in
                var storing = ImportedStoring(db: db, arrived: arrived)
                for (imported, row) in zip(batch, rows) { try storing.store(imported, row) }
                return storing.result
            }
        }
        return result
    }

    /// Finds or makes a source by nothing but its address or, where it has none, its name.
    ///
    /// - Throws: `ArchiveError`.
    public func source(exactly imported: ImportedSource) async throws -> SourceID {
        try await write(.normal) { db in
            SourceID(try ImportedStoring.source(imported, in: db).id)
        }
    }
}

/// One transaction of an import.
private struct ImportedStoring {
    let db: Database
    let arrived: Timestamp
    var result = StoringResult()
    private var sources: [ImportedSource: (id: Int64, key: Int64)] = [:]

    init(db: Database, arrived: Timestamp) {
        self.db = db
        self.arrived = arrived
    }

    mutating func store(_ imported: ImportedArticle, _ row: ArticleRow) throws {
        let source = try sources[imported.source] ?? ImportedStoring.source(imported.source, in: db)
        sources[imported.source] = source
        let key = Fingerprint.of(String(source.key), imported.article.identity)
        let isKnown = try Bool.fetchOne(
            try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM article WHERE key = ?)"),
            arguments: [key])
        if isKnown == false { try prepareMarks(imported, key) }
        try row.store(
            in: db, source: SourceID(source.id), sourceKey: source.key, arrived: imported.moment ?? arrived,
            &result)
        if isKnown == false, let moment = imported.moment {
            try db.cachedStatement(sql: "UPDATE article SET moment = ? WHERE key = ? AND moment <> ?")
                .execute(arguments: [moment.seconds, key, moment.seconds])
        }
    }

    /// Marks stand in their table before the article does, which takes them from there as one that comes back would.
    private func prepareMarks(_ imported: ImportedArticle, _ key: Int64) throws {
        guard imported.isRead || imported.isStarred || !imported.tags.isEmpty else { return }
        try db.cachedStatement(
            sql: "INSERT INTO mark(key, is_read, is_starred) VALUES (?, ?, ?) ON CONFLICT(key) DO NOTHING"
        ).execute(arguments: [key, imported.isRead, imported.isStarred])
        guard db.changesCount > 0 else { return }
        for tag in imported.tags {
            try db.cachedStatement(sql: "INSERT INTO tag(name) VALUES (?) ON CONFLICT(name) DO NOTHING")
                .execute(arguments: [tag.name])
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO tagging(tag_id, key) SELECT id, ? FROM tag WHERE name = ?"
            ).execute(arguments: [key, tag.name])
        }
    }

    static func source(_ imported: ImportedSource, in db: Database) throws -> (id: Int64, key: Int64) {
        let known =
            if let address = imported.address {
                try Row.fetchOne(
                    db, sql: "SELECT id, key FROM source WHERE address = ?", arguments: [address.text])
            } else {
                try Row.fetchOne(
                    db, sql: "SELECT id, key FROM source WHERE address IS NULL AND title = ?",
                    arguments: [imported.title.text])
            }
        guard let known else { return try insert(imported, in: db) }
        let id: Int64 = known[0]
        try db.execute(
            sql: """
                UPDATE source SET link = coalesce(link, ?), is_subscribed = max(is_subscribed, ?),
                    folder = CASE WHEN folder = '' THEN coalesce(?, '') ELSE folder END WHERE id = ?
                """,
            arguments: [imported.link?.text, imported.isSubscribed, imported.folder, id])
        return (id, known[1])
    }

    private static func insert(_ imported: ImportedSource, in db: Database) throws -> (id: Int64, key: Int64)
    {
        let name = imported.address == nil ? imported.title.text : ""
        let key = Fingerprint.of("source", imported.address?.text ?? "", name)
        try db.execute(
            sql: """
                INSERT INTO source(key, address, title, link, folder, is_subscribed) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key, imported.address?.text, imported.title.text, imported.link?.text, imported.folder ?? "",
                imported.isSubscribed,
            ])
        return (db.lastInsertedRowID, key)
    }
}
