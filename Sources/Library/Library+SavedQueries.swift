import Archive
import News

extension Library {
    /// The saved queries, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func savedQueries() async throws -> [SavedQuery] { try await archive.savedQueries() }

    /// Saves a query, in the place of the one that had its name.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func save(_ query: SavedQuery) async throws { try await archive.save(query, now: now()) }

    /// Forgets a saved query; false when there is none of that name.
    ///
    /// - Throws: `ArchiveError`.
    public func removeSavedQuery(named name: Line) async throws -> Bool {
        try await archive.removeSavedQuery(named: name)
    }
}
