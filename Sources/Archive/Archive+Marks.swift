import GRDB
import News

extension Archive {
    /// Changes marks of articles in one journalled transaction; on the disk when it returns.
    ///
    /// Who reads an article has read its copies, so they are marked read with it; the other way they keep their marks.
    ///
    /// - Returns: The articles that changed, copies behind those that were named.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(
        _ ids: [ArticleID], _ change: MarkChange, at moment: Timestamp
    ) async throws -> [ArticleID] {
        try await write(.full) { db in
            var entry = try Journal.begin(.marks(change), at: moment, in: db)
            let named = try ids + Archive.unreadCopies(of: ids, readBy: change, in: db)
            for id in named { try entry.add(id, in: db) }
            let changed = try Set(entry.articles(in: db))
            try entry.commit(in: db)
            return named.filter(changed.contains)
        }
    }

    /// Changes marks of all that a scope holds, in one journalled transaction; of copies elsewhere none: what a list or a
    /// query shows is what changes.
    ///
    /// - Returns: How many changed.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(
        _ scope: ListScope, _ change: MarkChange, at moment: Timestamp
    ) async throws -> Int {
        let condition = try Archive.condition(for: scope, now: moment)
        return try await write(.full) { db in
            var entry = try Journal.begin(.marks(change), at: moment, in: db)
            try entry.add(where: condition, in: db)
            return try entry.commit(in: db)
        }
    }

    /// How many articles `mark` would change.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func countOfMarking(
        _ scope: ListScope, _ change: MarkChange, at moment: Timestamp
    ) async throws -> Int {
        let condition = try Archive.condition(for: scope, now: moment).and(change.isOutstanding)
        return try await read(.long) { db in try condition.count(in: db) }
    }

    /// How many articles `mark` would change, copies among them.
    ///
    /// - Throws: `ArchiveError`.
    public func countOfMarking(_ ids: [ArticleID], _ change: MarkChange) async throws -> Int {
        let condition = Condition(sql: "article.id = ?").and(change.isOutstanding)
        return try await read { db in
            let statement = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE \(condition.sql)")
            return try Set(ids + Archive.unreadCopies(of: ids, readBy: change, in: db)).count { id in
                try Int.fetchOne(statement, arguments: [id.number] + condition.arguments) != nil
            }
        }
    }

    /// The tags of an article, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func tags(of id: ArticleID) async throws -> [Tag] {
        try await read { db in
            let sql = """
                SELECT name FROM tag JOIN tagging ON tag_id = tag.id
                WHERE key = (SELECT key FROM article WHERE id = ?) ORDER BY name
                """
            return try String.fetchAll(db, sql: sql, arguments: [id.number]).compactMap { Tag($0) }
        }
    }

    /// All tags with the number of their articles, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func tags() async throws -> [(tag: Tag, count: Int)] {
        try await read(.long) { db in
            let sql =
                "SELECT name, count(*) FROM tag JOIN tagging ON tag_id = tag.id GROUP BY tag.id ORDER BY name"
            return try Row.fetchAll(db, sql: sql).compactMap { row in
                Tag(row[0] as String).map { ($0, row[1] as Int) }
            }
        }
    }
}
