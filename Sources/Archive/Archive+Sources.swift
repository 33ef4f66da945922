import GRDB
import News

extension Archive {
    /// Finds a source, or makes it: by its address, else by its page among the subscribed, else by its name.
    ///
    /// - Throws: `ArchiveError`.
    public func source(_ identity: SourceIdentity) async throws -> SourceID {
        try await write(.normal) { db in try Archive.source(identity, in: db) }
    }

    /// Finds or makes many sources in one transaction: a list of subscriptions comes whole or not at all.
    ///
    /// - Throws: `ArchiveError`.
    public func sources(_ identities: [SourceIdentity]) async throws -> [SourceID] {
        try await write(.full) { db in try identities.map { try Archive.source($0, in: db) } }
    }

    private static func source(_ identity: SourceIdentity, in db: Database) throws -> SourceID {
        if let known = try known(identity, in: db) {
            try db.execute(
                sql: """
                    UPDATE source SET link = coalesce(?, link), folder = coalesce(?, folder),
                        address = coalesce(address, ?), is_subscribed = max(is_subscribed, ?) WHERE id = ?
                    """,
                arguments: [
                    identity.link?.text, identity.folder, identity.address?.text, identity.isSubscribed,
                    known.number,
                ])
            return known
        }
        let name = identity.address == nil ? identity.title.text : ""
        let key = Fingerprint.of("source", identity.address?.text ?? "", name)
        try db.execute(
            sql:
                "INSERT INTO source(key, address, title, link, folder, is_subscribed) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                key, identity.address?.text, identity.title.text, identity.link?.text, identity.folder ?? "",
                identity.isSubscribed,
            ])
        return SourceID(db.lastInsertedRowID)
    }

    private static func known(_ identity: SourceIdentity, in db: Database) throws -> SourceID? {
        if let address = identity.address {
            // A feed that has moved is still known by where it came from.
            let sql =
                "SELECT id FROM source WHERE address = ?1 OR key = ?2 ORDER BY address IS ?1 DESC LIMIT 1"
            let key = Fingerprint.of("source", address.text, "")
            return try Int64.fetchOne(db, sql: sql, arguments: [address.text, key]).map(SourceID.init)
        }
        // A feed file that does not name its own address: its publication's page tells whose it is.
        if let link = identity.link {
            let sql =
                "SELECT id FROM source WHERE is_subscribed = 1 AND rtrim(link, '/') = rtrim(?, '/') LIMIT 2"
            let ids = try Int64.fetchAll(db, sql: sql, arguments: [link.text])
            if ids.count == 1 { return SourceID(ids[0]) }
        }
        let sql = "SELECT id FROM source WHERE address IS NULL AND title = ?"
        return try Int64.fetchOne(db, sql: sql, arguments: [identity.title.text]).map(SourceID.init)
    }

    /// All sources by folder and name, with what is unread in each.
    ///
    /// - Throws: `ArchiveError`.
    public func sources() async throws -> [Source] {
        try await read { db in
            let unread = try Row.fetchAll(
                db, sql: "SELECT source_id, count(*) FROM unread GROUP BY source_id")
            let counts = Dictionary(uniqueKeysWithValues: unread.map { ($0[0] as Int64, $0[1] as Int) })
            return try Row.fetchAll(
                db,
                sql:
                    "SELECT id, address, title, link, folder FROM source ORDER BY folder, title COLLATE NOCASE"
            ).map { row in
                let id: Int64 = row[0]
                return Source(
                    id: SourceID(id), address: (row[1] as String?).flatMap { WebAddress($0) },
                    title: Line(row[2] as String),
                    link: (row[3] as String?).flatMap { WebAddress($0) }, folder: row[4],
                    unread: counts[id] ?? 0)
            }
        }
    }
}
