import GRDB
import News

extension Archive {
    /// The saved queries, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func savedQueries() async throws -> [SavedQuery] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE").map
            { row in
                SavedQuery(name: Line(row[0] as String), query: row[1])
            }
        }
    }

    /// Saves a query, in the place of the one that had its name.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func save(_ saved: SavedQuery, now: Timestamp) async throws {
        _ = try Archive.query(saved.query, now: now)
        try await write(.full) { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO saved_query(name, query) VALUES (?, ?)",
                arguments: [saved.name.text, saved.query])
        }
    }

    /// Forgets a saved query; false when there is none of that name.
    ///
    /// - Throws: `ArchiveError`.
    public func removeSavedQuery(named name: Line) async throws -> Bool {
        try await write(.full) { db in
            try db.execute(sql: "DELETE FROM saved_query WHERE name = ?", arguments: [name.text])
            return db.changesCount > 0
        }
    }
}
