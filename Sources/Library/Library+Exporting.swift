import Archive
import Feeds
import News

extension Library {
    /// Articles that are held in memory at once while they are written.
    private static let articlesAtOnce = 200

    /// Hands over whole articles, one after the other, in bounded memory.
    ///
    /// - Returns: How many there were.
    /// - Throws: `ArchiveError`, also for a query that cannot be read; what `write` throws.
    @discardableResult
    func forEachArticle(
        _ scope: ListScope, in order: ExportOrder, _ choice: TextChoice,
        _ write: (KeptArticle, ImportedArticle) throws -> Void
    ) async throws -> Int {
        let sources = try await archive.exportedSources()
        let bySource = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0.source) })
        var ids = try await archive.articleIDs(scope, in: order, now: now())[...]
        var count = 0
        while !ids.isEmpty {
            try Task.checkCancellation()
            for (kept, tags) in try await archive.articles(ids.prefix(Library.articlesAtOnce)) {
                let listing = kept.listing
                let imported = ImportedArticle(
                    article: kept.read(choice),
                    source: bySource[listing.source] ?? SourceIdentity(title: listing.sourceTitle),
                    isRead: listing.isRead, isStarred: listing.isStarred,
                    tags: tags, moment: listing.moment)
                try write(kept, imported)
                count += 1
            }
            ids = ids.dropFirst(Library.articlesAtOnce)
        }
        return count
    }

    /// Writes articles as JSON Lines, each with all that is known of it: `import` gives the same back.
    ///
    /// - Returns: How many.
    /// - Throws: `ArchiveError`, also for a query that cannot be read; `FileReplacement.Failure`.
    public func exportJSONLines(_ scope: ListScope, to place: ExportPlace) async throws -> Int {
        let output = try ExportOutput(place)
        let count = try await forEachArticle(scope, in: .arrival, .feed) { _, imported in
            try output.write(JSONLine.write(imported) + [0x0A])
        }
        try output.commit()
        return count
    }

    /// Writes the subscriptions as OPML, with their folders.
    ///
    /// - Returns: How many.
    /// - Throws: `ArchiveError`; `FileReplacement.Failure`.
    public func exportOPML(to place: ExportPlace) async throws -> Int {
        let sources = try await archive.exportedSources().map(\.source).filter(\.isSubscribed)
        let subscriptions = sources.compactMap { source in
            source.address.map {
                Subscription(
                    title: source.title, address: $0, link: source.link,
                    folder: (source.folder ?? "").split(separator: "/").map { Line($0) })
            }
        }
        let output = try ExportOutput(place)
        try output.write(Array(OPML.write(Subscriptions(title: "Tidings", sources: subscriptions)).utf8))
        try output.commit()
        return subscriptions.count
    }

    /// Copies the whole library into a file of its own, while it is in use, whole or not at all.
    ///
    /// - Throws: `ArchiveError` when the library cannot be read or the copy not written.
    public func backUp(to path: String) async throws { try await archive.backUp(to: path) }
}
