import GRDB
import News

extension Archive {
    /// Some rows of a list, newest first: from its top, or next to a place.
    ///
    /// A window by key costs the same anywhere in a list of any length.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func listings(
        _ scope: ListScope, _ direction: ListDirection = .older, from place: ListPosition? = nil, limit: Int,
        now: Timestamp
    ) async throws -> [Listing] {
        let condition = try Archive.condition(for: scope, now: now)
        return try await read { db in
            try Archive.listings(db, condition, direction, from: place, limit: limit)
        }
    }

    /// How many articles a list has, and how many of them are unread.
    ///
    /// - Throws: `ArchiveError`.
    public func counts(_ scope: ListScope, now: Timestamp) async throws -> (all: Int, unread: Int) {
        let condition = try Archive.condition(for: scope, now: now)
        return try await read(.long) { db in
            let count = try condition.count(in: db)
            return (count, condition.isUnread ? count : try condition.and(.unread).count(in: db))
        }
    }

    /// How many articles of each list are unread, counted up to a limit: a view's number need not be exact where nobody
    /// could read them all.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func unreadCounts(
        of scopes: [ListScope], upTo limit: Int, now: Timestamp
    ) async throws
        -> [ListScope: Int]
    {
        let conditions = try scopes.map { scope in
            (scope, try Archive.condition(for: scope, now: now).and(.unread))
        }
        return try await read(.long) { db in
            var counts: [ListScope: Int] = [:]
            for (scope, condition) in conditions {
                counts[scope] = try condition.count(in: db, upTo: limit)
            }
            return counts
        }
    }

    /// Rows by number, in the order of the numbers; unknown ones are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func listings(of ids: [ArticleID]) async throws -> [Listing] {
        try await read { db in
            let statement = try db.cachedStatement(sql: Archive.columns + " WHERE article.id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(statement, arguments: [id.number]).map(Archive.listing)
            }
        }
    }

    /// The articles that a command names: by number, or by address.
    ///
    /// - Throws: `ArchiveError`.
    public func articles(named name: String) async throws -> [ArticleID] {
        try await read { db in
            if let number = Int64(name) {
                return try Int64.fetchAll(db, sql: "SELECT id FROM article WHERE id = ?", arguments: [number])
                    .map(ArticleID.init)
            }
            return try Int64.fetchAll(
                db, sql: "SELECT id FROM article WHERE url = ? ORDER BY id", arguments: [name]
            )
            .map(ArticleID.init)
        }
    }

    /// What a scope means, in SQL.
    static func condition(for scope: ListScope, now: Timestamp) throws -> Condition {
        switch scope {
        case .all: return .everything
        case .unread: return .unread
        case .starred: return .starred
        case .since(let moment): return .since(moment)
        case .source(let source):
            return Condition(sql: "article.source_id = ?", values: [source.number], asking: .place)
        case .folder(let path):
            return Condition(
                sql:
                    "article.source_id IN (SELECT id FROM source WHERE folder = ? OR substr(folder, 1, ?) = ? || '/')",
                values: [path, path.unicodeScalars.count + 1, path], asking: .place)
        case .query(let text): return QueryCompiler.condition(for: try query(text, now: now))
        }
    }

    static let columns = """
        SELECT article.id, source_id, source.title, article.title, byline, url, moment, published,
            NOT \(Condition.unreadProbe), is_starred, has_enclosures, story_id, full_text IS NOT NULL
        FROM article JOIN source ON source.id = source_id
        """

    static func listings(
        _ db: Database, _ condition: Condition, _ direction: ListDirection, from place: ListPosition?,
        limit: Int
    ) throws -> [Listing] {
        let lead = try condition.lead(in: db)
        let isWalked = try lead == .articles && condition.isFrequent(in: db)
        let (sql, arguments) = listingsStatement(
            isWalked ? condition.walked : condition, ledBy: lead, direction, from: place, limit: limit)
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        var listings: [Listing] = []
        while let row = try rows.next() { listings.append(listing(row)) }
        return direction == .older ? listings : listings.reversed()
    }

    /// A window of a list, in SQL: its places come from an index, and only their rows are read.
    static func listingsStatement(
        _ condition: Condition, ledBy lead: Condition.Lead, _ direction: ListDirection,
        from place: ListPosition?, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        let isOlder = direction == .older
        var condition = condition
        if let place {
            condition = condition.and(
                Condition(
                    sql: "(moment, id) \(isOlder ? "<" : ">") (?, ?)",
                    values: [place.moment.seconds, place.id.number], asking: .place))
        }
        let order = isOlder ? "DESC" : "ASC"
        let sql = """
            \(columns) WHERE article.id IN (
                SELECT id FROM \(condition.clause(ledBy: lead)) ORDER BY moment \(order), id \(order) LIMIT ?
            ) ORDER BY article.moment \(order), article.id \(order)
            """
        return (sql, condition.arguments + [limit])
    }

    static func listing(_ row: Row) -> Listing {
        Listing(
            id: ArticleID(row[0]), source: SourceID(row[1]), sourceTitle: Line(row[2] as String),
            headline: Line(row[3] as String), byline: (row[4] as String?).map { Line($0) },
            address: (row[5] as String?).flatMap { WebAddress($0) }, moment: Timestamp(seconds: row[6]),
            published: (row[7] as Int64?).map(Timestamp.init(seconds:)), isRead: row[8], isStarred: row[9],
            hasEnclosures: row[10], story: (row[11] as Int64?).map(StoryID.init), hasFullText: row[12])
    }
}
