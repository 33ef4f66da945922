import Archive
import News
import Related

extension Library {
    /// Looks for damage everywhere; nothing when all is well.
    ///
    /// - Throws: `ArchiveError`.
    public func check() async throws -> [String] { try await archive.check() }

    /// Whether the file's structure is whole; far cheaper than `check`.
    ///
    /// - Throws: `ArchiveError.damaged` when it is not.
    public func quickCheck() async throws { try await archive.quickCheck() }

    /// Makes an index again from the articles.
    ///
    /// - Throws: `ArchiveError`; what is missing then waits.
    public func rebuild(_ index: RebuildableIndex) async throws {
        try await archive.forget(index)
        if index == .related { engine = RelatedEngine() }
        try await self.index()
    }

    /// A watch over the file, to learn of other programs' changes.
    public func watch() async -> LibraryWatch? { await archive.watch() }

    /// Whether another program has changed the library since this was last asked.
    ///
    /// - Throws: `ArchiveError`.
    public func hasChangedElsewhere() async throws -> Bool { try await archive.hasChangedElsewhere() }

    /// Gives unused space back.
    ///
    /// - Throws: `ArchiveError`.
    public func compact() async throws { try await archive.compact() }

    /// What the library holds, in numbers.
    ///
    /// - Throws: `ArchiveError`.
    public func statistics() async throws -> LibraryStatistics { try await archive.statistics() }

    /// Saves what can be read of a damaged library into a new file, and indexes it.
    ///
    /// - Throws: `ArchiveError` when the new file exists or cannot be written.
    public static func rescue(
        from damaged: String, to path: String, now: Timestamp
    ) async throws -> RescueReport {
        let report = try await Archive.rescue(from: damaged, to: path, now: now)
        let library = try Library(path: path) { now }
        try await library.makeSearchable()
        await library.close()
        return report
    }
}
