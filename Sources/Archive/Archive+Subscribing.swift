import GRDB
import News

extension Archive {
    /// Ends subscriptions: their articles stay, a source that has none goes.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func unsubscribe(_ sources: [SourceID]) async throws {
        try await write(.full) { db in
            for source in sources {
                for table in ["feed", "feed_content", "source_setting"] {
                    try db.execute(
                        sql: "DELETE FROM \(table) WHERE source_id = ?", arguments: [source.number])
                }
                try db.execute(
                    sql: "UPDATE source SET is_subscribed = 0 WHERE id = ?", arguments: [source.number])
                try db.execute(
                    sql: """
                        DELETE FROM source
                        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article WHERE source_id = source.id)
                        """, arguments: [source.number])
            }
        }
    }

    /// Gives a source another name or puts it into another folder; nil leaves it as it is.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func change(_ source: SourceID, title: Line? = nil, folder: String? = nil) async throws {
        try await write(.full) { db in
            try db.execute(
                sql:
                    "UPDATE source SET title = coalesce(?, title), folder = coalesce(?, folder) WHERE id = ?",
                arguments: [title?.text, folder, source.number])
        }
    }

    /// Gives a folder another name, with all that is in it; an empty one puts its sources at the top.
    ///
    /// - Returns: How many sources were in it.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func renameFolder(_ path: String, to name: String) async throws -> Int {
        try await write(.full) { db in
            try db.execute(
                sql: """
                    UPDATE source SET folder = ltrim(?1 || substr(folder, ?2), '/')
                    WHERE folder = ?3 OR substr(folder, 1, ?2) = ?3 || '/'
                    """, arguments: [name, path.unicodeScalars.count + 1, path])
            return db.changesCount
        }
    }

    /// Sets a source's settings by name; nil takes one away.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func set(_ settings: [String: String?], of source: SourceID) async throws {
        try await write(.full) { db in
            for (name, value) in settings {
                if let value {
                    try db.execute(
                        sql: """
                            INSERT INTO source_setting(source_id, name, value) VALUES (?, ?, ?)
                            ON CONFLICT(source_id, name) DO UPDATE SET value = excluded.value
                            """, arguments: [source.number, name, value])
                } else {
                    try db.execute(
                        sql: "DELETE FROM source_setting WHERE source_id = ? AND name = ?",
                        arguments: [source.number, name])
                }
            }
        }
    }
}
