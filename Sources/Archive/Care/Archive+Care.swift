import GRDB
import News

/// What a library holds, in numbers.
public struct LibraryStatistics: Sendable, Hashable {
    /// The file's format.
    public var version = 0
    /// Bytes of the file and of its journal.
    public var bytes = 0
    /// Articles.
    public var articles = 0
    /// Unread ones.
    public var unread = 0
    /// Starred ones.
    public var starred = 0
    /// Sources.
    public var sources = 0
    /// Sources that are fetched.
    public var subscriptions = 0
    /// Tags.
    public var tags = 0
    /// Former versions of articles.
    public var revisions = 0
    /// Articles that wait for an index.
    public var waiting = 0
    /// The tables and indexes by size, the largest first.
    public var parts: [Part] = []

    /// A table or an index.
    public struct Part: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its pages.
        public var bytes: Int
    }
}

/// An index that can be made again from the articles.
public enum RebuildableIndex: String, Sendable, CaseIterable {
    /// The full text.
    case search
    /// Related news and stories.
    case related
}

extension Archive {
    /// Looks for damage: in the file, between its tables, and in every body.
    ///
    /// - Returns: What is wrong, a sentence each; nothing when all is well.
    /// - Throws: `ArchiveError`.
    public func check() async throws -> [String] {
        try await read(.long) { db in
            var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
            problems += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "table \(row[0] as String? ?? "?"): row \(row[1] as Int64? ?? 0) refers to nothing"
            }
            let bare = "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM body)"
            let bodiless = try Int.fetchOne(db, sql: bare) ?? 0
            if bodiless > 0 { problems.append("\(bodiless) articles have lost their texts") }
            let astray = """
                SELECT count(*) FROM unread WHERE NOT EXISTS (SELECT 1 FROM article
                    WHERE id = unread.id AND moment = unread.moment AND source_id = unread.source_id)
                """
            let unread = try Int.fetchOne(db, sql: astray) ?? 0
            if unread > 0 { problems.append("\(unread) unread marks belong to no article") }
            let bodies = try Row.fetchCursor(
                db, sql: "SELECT article_id, unpacked(html), unpacked(details) FROM body")
            while let row = try bodies.next() {
                try Task.checkCancellation()
                do {
                    _ = try Archive.bytes(row[1])
                    _ = try ArticleDetails(json: try Archive.bytes(row[2]))
                } catch {
                    problems.append("the text of article \(row[0] as Int64) cannot be read")
                }
            }
            let pages = try Row.fetchCursor(
                db,
                sql: "SELECT article_id FROM page WHERE html IS NOT NULL AND unpacked(html) IS NULL")
            while let row = try pages.next() {
                try Task.checkCancellation()
                problems.append("the full text of article \(row[0] as Int64) cannot be read")
            }
            problems += try Archive.damagedDictionaries(in: db).map { number in
                "dictionary \(number) is damaged; tidings library compact mends it if its copy is whole"
            }
            return problems
        }
    }

    /// Whether the file's structure is whole; far cheaper than `check`.
    ///
    /// - Throws: `ArchiveError.damaged` when it is not.
    public func quickCheck() async throws {
        let path = path
        try await read(.long) { db in
            let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
            guard answer == "ok" else { throw ArchiveError.damaged(path: path, reason: answer) }
        }
    }

    /// Forgets an index; what it held waits to be indexed again.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func forget(_ index: RebuildableIndex) async throws {
        try await write(.normal) { db in
            switch index {
            case .search:
                try db.execute(sql: "INSERT INTO search(search) VALUES ('delete-all')")
                try db.execute(
                    sql: """
                        UPDATE pending SET indexed_title = NULL, indexed_byline = NULL, indexed_html = NULL;
                        INSERT OR IGNORE INTO pending(article_id) SELECT id FROM article;
                        """)
            case .related:
                try db.execute(sql: "DELETE FROM related; DELETE FROM related_term")
                try db.execute(sql: "UPDATE article SET story_id = NULL WHERE story_id IS NOT NULL")
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO unrelated(article_id) SELECT id FROM article
                        WHERE id NOT IN (SELECT article_id FROM pending)
                        """)
            }
        }
    }

    /// Gives back space that is not used and puts the indexes in order; needs as much free space as the file has.
    ///
    /// - Throws: `ArchiveError`; then nothing is lost.
    public func compact() async throws {
        try await keepDictionariesTwice()
        try await alone { db in
            try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize')")
            try db.execute(sql: "VACUUM")
            try db.execute(sql: "ANALYZE")
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// What the library holds.
    ///
    /// - Throws: `ArchiveError`.
    public func statistics() async throws -> LibraryStatistics {
        try await read(.long) { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            var result = LibraryStatistics()
            result.version = try number("PRAGMA user_version")
            result.articles = try number("SELECT count(*) FROM article")
            result.unread = try number("SELECT count(*) FROM unread")
            result.starred = try number("SELECT count(*) FROM article WHERE is_starred = 1")
            result.sources = try number("SELECT count(*) FROM source")
            result.subscriptions = try number("SELECT count(*) FROM source WHERE is_subscribed = 1")
            result.tags = try number("SELECT count(*) FROM tag")
            result.revisions = try number("SELECT count(*) FROM revision")
            result.waiting =
                try number("SELECT count(*) FROM pending") + number("SELECT count(*) FROM unrelated")
            result.bytes = try number("PRAGMA page_count") * number("PRAGMA page_size")
            // An SQLite without this table tells the rest.
            let sizes = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
            let rows = (try? Row.fetchAll(db, sql: sizes)) ?? []
            result.parts = rows.map { LibraryStatistics.Part(name: $0[0], bytes: $0[1]) }
            return result
        }
    }
}
