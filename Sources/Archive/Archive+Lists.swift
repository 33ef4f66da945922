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
            if condition.match != nil {
                // Each look at the full text's matches goes through as many rows of articles: one has to do.
                let sql = "SELECT count(*), sum(is_read = 0) FROM article WHERE \(condition.sql)"
                let row = try Row.fetchOne(db, sql: sql, arguments: condition.arguments)
                return (row?[0] ?? 0, row?[1] ?? 0)
            }
            let all = "SELECT count(*) FROM article WHERE \(condition.sql)"
            let count = try Int.fetchOne(db, sql: all, arguments: condition.arguments) ?? 0
            if scope == .unread { return (count, count) }
            let unread = Archive.unread(of: scope, condition)
            let sql = "SELECT count(*) FROM article WHERE \(unread.sql)"
            return (count, try Int.fetchOne(db, sql: sql, arguments: unread.arguments) ?? 0)
        }
    }

    /// What is unread of a list.
    ///
    /// The plus keeps SQLite from going through all that is unread where the list itself is short: few articles are starred, or
    /// have a tag. Sources have an index of what is unread in them.
    static func unread(of scope: ListScope, _ condition: Condition) -> Condition {
        switch scope {
        case .source, .folder, .all: condition.joined("AND", Condition(sql: "is_read = 0"))
        case .unread, .starred, .since, .query: condition.joined("AND", Condition(sql: "+is_read = 0"))
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
            (scope, Archive.unread(of: scope, try Archive.condition(for: scope, now: now)))
        }
        return try await read(.long) { db in
            var counts: [ListScope: Int] = [:]
            for (scope, condition) in conditions {
                let sql = "SELECT count(*) FROM (SELECT 1 FROM article WHERE \(condition.sql) LIMIT \(limit))"
                counts[scope] = try Int.fetchOne(db, sql: sql, arguments: condition.arguments)
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
        case .all: return Condition(sql: "1")
        case .unread: return Condition(sql: "article.is_read = 0")
        case .starred: return Condition(sql: "article.is_starred = 1")
        case .since(let moment): return Condition(sql: "article.moment >= ?", values: [moment.seconds])
        case .source(let source): return Condition(sql: "article.source_id = ?", values: [source.number])
        case .folder(let path):
            return Condition(
                sql:
                    "article.source_id IN (SELECT id FROM source WHERE folder = ? OR substr(folder, 1, ?) = ? || '/')",
                values: [path, path.unicodeScalars.count + 1, path])
        case .query(let text): return QueryCompiler.condition(for: try query(text, now: now))
        }
    }

    static let columns = """
        SELECT article.id, source_id, source.title, article.title, byline, url, moment, published, is_read, is_starred,
            has_enclosures, story_id, full_text IS NOT NULL
        FROM article JOIN source ON source.id = source_id
        """

    static func listings(
        _ db: Database, _ condition: Condition, _ direction: ListDirection, from place: ListPosition?,
        limit: Int
    ) throws -> [Listing] {
        var condition = condition
        if try isFrequent(condition, in: db) {
            // The plus keeps SQLite from looking every match up and sorting them: the newest are found by walking.
            condition.sql = "+" + condition.sql
        }
        let (sql, arguments) = listingsStatement(condition, direction, from: place, limit: limit)
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        var listings: [Listing] = []
        while let row = try rows.next() { listings.append(listing(row)) }
        return direction == .older ? listings : listings.reversed()
    }

    /// Whether a condition is words that so many articles have that some stand near any place of the archive.
    private static func isFrequent(_ condition: Condition, in db: Database) throws -> Bool {
        guard let match = condition.match else { return false }
        let newest = try Int.fetchOne(try db.cachedStatement(sql: "SELECT max(id) FROM article")) ?? 0
        let fewest = max(256, newest / 64)
        let sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
        return try Int.fetchOne(try db.cachedStatement(sql: sql), arguments: [match, fewest]) == fewest
    }

    /// A window of a list, in SQL.
    static func listingsStatement(
        _ condition: Condition, _ direction: ListDirection, from place: ListPosition?, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        var condition = condition
        if let place {
            let comparison = "(article.moment, article.id) \(direction == .older ? "<" : ">") (?, ?)"
            condition = condition.joined(
                "AND", Condition(sql: comparison, values: [place.moment.seconds, place.id.number]))
        }
        let order = direction == .older ? "moment DESC, article.id DESC" : "moment ASC, article.id ASC"
        condition.values.append(limit.databaseValue)
        return ("\(columns) WHERE \(condition.sql) ORDER BY \(order) LIMIT ?", condition.arguments)
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
