import FoundationEssentials
import GRDB
import News

extension Archive {
    // MARK: What fetching knows

    /// All sources by folder and name, with what fetching knows of them; `unread` counts are left out.
    ///
    /// - Parameter isSubscribed: Only those that are to be fetched and have an address.
    /// - Returns: The sources.
    /// - Throws: `ArchiveError`.
    public func keptSources(isSubscribed: Bool = false) async throws -> [KeptSource] {
        try await read { db in
            var settings: [Int64: [String: String]] = [:]
            let written = try Row.fetchCursor(db, sql: "SELECT source_id, name, value FROM source_setting")
            while let row = try written.next() { settings[row[0], default: [:]][row[1]] = row[2] }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, address, title, link, folder, is_subscribed, schedule, status, since, last_asked,
                        last_success, trouble, older
                    FROM source LEFT JOIN feed ON source_id = id
                    \(isSubscribed ? "WHERE is_subscribed = 1 AND address IS NOT NULL" : "")
                    ORDER BY folder, title COLLATE NOCASE
                    """)
            var sources: [KeptSource] = []
            while let row = try rows.next() {
                let id: Int64 = row[0]
                sources.append(Archive.keptSource(row, settings: settings[id] ?? [:]))
            }
            return sources
        }
    }

    /// How each feed is that was ever asked, in the words of `FeedRecord.status`.
    ///
    /// - Throws: `ArchiveError`.
    public func feedStatuses() async throws -> [SourceID: String] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT source_id, status FROM feed JOIN source ON id = source_id WHERE is_subscribed = 1"
            )
            return Dictionary(uniqueKeysWithValues: rows.map { (SourceID($0[0]), $0[1] as String) })
        }
    }

    private static func keptSource(_ row: Row, settings: [String: String]) -> KeptSource {
        func moment(_ column: Int) -> Timestamp? { (row[column] as Int64?).map(Timestamp.init(seconds:)) }
        func address(_ column: Int) -> WebAddress? { (row[column] as String?).flatMap { WebAddress($0) } }
        let source = Source(
            id: SourceID(row[0]), address: address(1), title: Line(row[2] as String), link: address(3),
            folder: row[4])
        let feed = (row[6] as Data?).map { schedule in
            FeedRecord(
                schedule: [UInt8](schedule), status: row[7], since: Timestamp(seconds: row[8]),
                lastAsked: moment(9), lastSuccess: moment(10), trouble: (row[11] as String?).map { Line($0) },
                older: address(12))
        }
        return KeptSource(source: source, isSubscribed: row[5], feed: feed, settings: settings)
    }

    /// What a feed's last answer held, if one was ever read.
    ///
    /// - Throws: `ArchiveError`.
    public func content(of source: SourceID) async throws -> FeedContent? {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT digest, items FROM feed_content WHERE source_id = ?")
            return try Row.fetchOne(statement, arguments: [source.number]).map { row in
                FeedContent(digest: row[0], items: Archive.numbers(row[1]))
            }
        }
    }

    /// The hosts of which something is kept, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func hosts() async throws -> [String: [UInt8]] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, schedule FROM host")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, [UInt8]($0[1] as Data)) })
        }
    }

    // MARK: What came of asking

    /// Keeps what came of asking a feed, in one transaction; for an answer with articles, see `store`.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func keep(_ record: FeedRecord, of source: SourceID, news: FeedNews? = nil) async throws {
        try await write(.normal) { db in try Archive.keep(record, of: source, news: news, in: db) }
    }

    static func keep(_ record: FeedRecord, of source: SourceID, news: FeedNews?, in db: Database) throws {
        // A source that was removed meanwhile stays removed.
        let known = try Int.fetchOne(
            db, sql: "SELECT 1 FROM source WHERE id = ?", arguments: [source.number])
        guard known != nil else { return }
        try Archive.keep(record, of: source, in: db)
        if let news { try Archive.keep(news, of: source, in: db) }
    }

    private static func keep(_ record: FeedRecord, of source: SourceID, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO feed(source_id, schedule, status, since, last_asked, last_success, trouble, older)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(source_id) DO UPDATE SET schedule = excluded.schedule, status = excluded.status,
                    since = excluded.since, last_asked = excluded.last_asked,
                    last_success = excluded.last_success, trouble = excluded.trouble, older = excluded.older
                """
        ).execute(arguments: [
            source.number, Data(record.schedule), record.status, record.since.seconds,
            record.lastAsked?.seconds, record.lastSuccess?.seconds, record.trouble?.text, record.older?.text,
        ])
    }

    private static func keep(_ news: FeedNews, of source: SourceID, in db: Database) throws {
        if let content = news.content {
            try db.cachedStatement(
                sql: """
                    INSERT INTO feed_content(source_id, digest, items) VALUES (?, ?, ?)
                    ON CONFLICT(source_id) DO UPDATE SET digest = excluded.digest, items = excluded.items
                    """
            ).execute(arguments: [source.number, content.digest, Archive.blob(content.items)])
        }
        if let title = news.title, let provisional = news.provisionalTitle {
            try db.cachedStatement(sql: "UPDATE source SET title = ? WHERE id = ? AND title IN (?, '')")
                .execute(arguments: [title.text, source.number, provisional.text])
        }
        if let link = news.link {
            try db.cachedStatement(sql: "UPDATE source SET link = ? WHERE id = ? AND link IS NOT ?")
                .execute(arguments: [link.text, source.number, link.text])
        }
        if let adopted = news.adopted {
            // Where another source lives already, nobody moves in.
            try db.cachedStatement(sql: "UPDATE OR IGNORE source SET address = ? WHERE id = ?")
                .execute(arguments: [adopted.text, source.number])
        }
    }

    /// Keeps what is known of a host.
    ///
    /// - Throws: `ArchiveError`.
    public func keep(host name: String, schedule: [UInt8]) async throws {
        try await write(.normal) { db in
            try db.execute(
                sql: """
                    INSERT INTO host(name, schedule) VALUES (?, ?)
                    ON CONFLICT(name) DO UPDATE SET schedule = excluded.schedule
                    """, arguments: [name, Data(schedule)])
        }
    }

    /// Numbers as they are kept in one blob: eight bytes each, little-endian.
    private static func blob(_ numbers: [Int64]) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 8)
        for number in numbers {
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift * 8))) }
        }
        return Data(bytes)
    }

    private static func numbers(_ blob: Data) -> [Int64] {
        let bytes = [UInt8](blob)
        return stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
            (0..<8).reduce(0) { $0 | Int64(bytes[start + $1]) << Int64($1 * 8) }
        }
    }
}
