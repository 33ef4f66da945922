import GRDB
import News

extension MarkChange {
    fileprivate var column: String {
        switch self {
        case .read: "is_read"
        case .starred: "is_starred"
        }
    }

    fileprivate var value: Bool {
        switch self {
        case .read(let value), .starred(let value): value
        }
    }
}

extension Archive {
    /// Changes marks of articles in one transaction; on the disk when it returns.
    ///
    /// - Returns: The articles that changed.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(_ ids: [ArticleID], _ change: MarkChange) async throws -> [ArticleID] {
        try await write(.full) { db in
            try ids.filter {
                try Archive.mark(change, where: Condition(sql: "id = ?", values: [$0.number]), db) > 0
            }
        }
    }

    /// Changes marks of all that a scope holds, in one transaction.
    ///
    /// - Returns: How many changed.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(_ scope: ListScope, _ change: MarkChange, now: Timestamp) async throws -> Int {
        let condition = try Archive.condition(for: scope, now: now)
        return try await write(.full) { db in try Archive.mark(change, where: condition, db) }
    }

    private static func mark(_ change: MarkChange, where condition: Condition, _ db: Database) throws -> Int {
        let value = change.value ? 1 : 0
        let changing = "(\(condition.sql)) AND \(change.column) = \(1 - value)"
        // The marks that outlive their articles first: the condition may ask for what is about to change.
        try db.execute(
            sql: """
                INSERT INTO mark(key, is_read, is_starred) SELECT key, is_read, is_starred FROM article WHERE \(changing)
                ON CONFLICT(key) DO NOTHING
                """, arguments: condition.arguments)
        try db.execute(
            sql:
                "UPDATE mark SET \(change.column) = \(value) WHERE key IN (SELECT key FROM article WHERE \(changing))",
            arguments: condition.arguments)
        try db.execute(
            sql: "UPDATE article SET \(change.column) = \(value) WHERE \(changing)",
            arguments: condition.arguments)
        return db.changesCount
    }
}
