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
        guard !imported.isEmpty else { return StoringResult() }
        let sources = Set(imported.map(\.source))
        let ids = try await write(.normal) { db in
            try Dictionary(uniqueKeysWithValues: sources.map { ($0, try $0.stored(in: db)) })
        }
        let articles = imported.compactMap { imported in
            ids[imported.source].map { SourcedArticle(imported, of: $0) }
        }
        return try await store(articles, arrived: arrived)
    }
}

extension ImportedArticle {
    /// Whether anything was done to it elsewhere, its place in lists is known, or it is no more than a copy.
    var hasPast: Bool { isRead || isStarred || !tags.isEmpty || moment != nil || isSecondHand }

    /// Puts its marks into their table before the article is there, which takes them as one that comes back would.
    func prepareMarks(key: Int64, in db: Database) throws {
        guard isRead || isStarred || !tags.isEmpty else { return }
        try db.cachedStatement(
            sql: "INSERT INTO mark(key, is_read, is_starred) VALUES (?, ?, ?) ON CONFLICT(key) DO NOTHING"
        ).execute(arguments: [key, isRead, isStarred])
        guard db.changesCount > 0 else { return }
        for tag in tags {
            try db.cachedStatement(sql: "INSERT INTO tag(name) VALUES (?) ON CONFLICT(name) DO NOTHING")
                .execute(arguments: [tag.name])
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO tagging(tag_id, key) SELECT id, ? FROM tag WHERE name = ?"
            ).execute(arguments: [key, tag.name])
        }
    }
}

extension SourceIdentity {
    /// Finds the source by nothing but its address or, where it has none, its name; makes it where there is none.
    fileprivate func stored(in db: Database) throws -> SourceID {
        guard let (id, known) = try known(in: db) else { return try insert(in: db) }
        // What is known here stays; only gaps are filled.
        if known.link == nil && link != nil || (known.folder ?? "").isEmpty && !(folder ?? "").isEmpty
            || isSubscribed && !known.isSubscribed
        {
            try db.execute(
                sql: """
                    UPDATE source SET link = coalesce(link, ?), is_subscribed = max(is_subscribed, ?),
                        folder = CASE WHEN folder = '' THEN coalesce(?, '') ELSE folder END WHERE id = ?
                    """,
                arguments: [link?.text, isSubscribed, folder, id])
        }
        return SourceID(id)
    }

    private func known(in db: Database) throws -> (id: Int64, source: SourceIdentity)? {
        let condition = address == nil ? "address IS NULL AND title = ?" : "address = ?"
        let sql = "SELECT id, link, folder, is_subscribed FROM source WHERE \(condition)"
        return try Row.fetchOne(db, sql: sql, arguments: [address?.text ?? title.text]).map { row in
            let source = SourceIdentity(
                title: title, link: (row[1] as String?).flatMap { WebAddress($0) }, folder: row[2],
                isSubscribed: row[3])
            return (row[0], source)
        }
    }

    private func insert(in db: Database) throws -> SourceID {
        let key = Fingerprint.of("source", address?.text ?? "", address == nil ? title.text : "")
        try db.execute(
            sql: """
                INSERT INTO source(key, address, title, link, folder, is_subscribed) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [key, address?.text, title.text, link?.text, folder ?? "", isSubscribed])
        return SourceID(db.lastInsertedRowID)
    }
}
