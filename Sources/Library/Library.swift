import Archive
import News
import Related

/// The one door: every verb a user has is one method here, whether the screen or the command line asks.
public actor Library {
    let archive: Archive
    let now: @Sendable () -> Timestamp
    var engine = RelatedEngine()
    var isIndexing = false
    var isRelating = false
    var fetching = FetchingTools()

    /// Opens the library at a path, and makes it where there is none.
    ///
    /// - Parameters:
    ///   - path: The library file.
    ///   - now: The clock; tests and `--now` give a fixed one.
    /// - Throws: `ArchiveError`, which says what to do.
    public init(path: String, now: @escaping @Sendable () -> Timestamp) throws {
        archive = try Archive(path: path)
        self.now = now
    }

    /// Closes the file.
    public func close() async { await archive.close() }

    // MARK: Lists

    /// Some rows of a list, newest first; see `Archive.listings`.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func listings(
        _ scope: ListScope, _ direction: ListDirection = .older, from place: ListPosition? = nil, limit: Int
    ) async throws -> [Listing] {
        try await archive.listings(scope, direction, from: place, limit: limit, now: now())
    }

    /// Rows by number; unknown ones are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func listings(of ids: [ArticleID]) async throws -> [Listing] {
        try await archive.listings(of: ids)
    }

    /// How long a list is, and how much of it is unread.
    ///
    /// - Throws: `ArchiveError`.
    public func counts(_ scope: ListScope) async throws -> (all: Int, unread: Int) {
        try await archive.counts(scope, now: now())
    }

    /// How many articles of a list came on each of the last days, the oldest day first.
    ///
    /// - Throws: `ArchiveError`.
    public func dailyCounts(_ scope: ListScope, days: Int, today: Timestamp) async throws -> [Int] {
        try await archive.dailyCounts(scope, days: days, today: today)
    }

    /// All sources with what is unread in each.
    ///
    /// - Throws: `ArchiveError`.
    public func sources() async throws -> [Source] { try await archive.sources() }

    /// The rows of the best articles for a query, the best first; see `Archive.search`.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func best(for query: String, limit: Int) async throws -> [Listing] {
        try await archive.search(query, limit: limit, now: now()).map(\.listing)
    }

    /// The best articles for a query, with what stands around its words.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func search(_ query: String, limit: Int) async throws -> [SearchResult] {
        let hits = try await archive.search(query, limit: limit, now: now())
        let finder = SnippetFinder(try Archive.terms(of: query, now: now()))
        var results: [SearchResult] = []
        for hit in hits {
            let snippet = try await snippet(of: hit.listing.id, finder)
            results.append(SearchResult(listing: hit.listing, snippet: snippet, score: hit.score))
        }
        return results
    }

    // MARK: Marks

    /// Changes marks of articles; on the disk when it returns.
    ///
    /// - Returns: The articles that changed.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(_ ids: [ArticleID], _ change: MarkChange) async throws -> [ArticleID] {
        try await archive.mark(ids, change, at: now())
    }

    /// Changes marks of all that a query finds.
    ///
    /// - Returns: How many changed.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func mark(_ scope: ListScope, _ change: MarkChange) async throws -> Int {
        try await archive.mark(scope, change, at: now())
    }

    /// How many articles `mark` would change.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func countOfMarking(_ scope: ListScope, _ change: MarkChange) async throws -> Int {
        try await archive.countOfMarking(scope, change, at: now())
    }

    /// How many of these articles `mark` would change.
    ///
    /// - Throws: `ArchiveError`.
    public func countOfMarking(_ ids: [ArticleID], _ change: MarkChange) async throws -> Int {
        try await archive.countOfMarking(ids, change)
    }

    /// Takes the newest change of marks back; nothing when there is none left.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func undo() async throws -> JournaledChange? { try await archive.undo() }

    /// Makes the change again that was taken back last; nothing when there is none.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func redo() async throws -> JournaledChange? { try await archive.redo() }

    /// The tags of an article, by name.
    ///
    /// - Throws: `ArchiveError`.
    public func tags(of id: ArticleID) async throws -> [Tag] { try await archive.tags(of: id) }

    /// All tags with the number of their articles.
    ///
    /// - Throws: `ArchiveError`.
    public func tags() async throws -> [(tag: Tag, count: Int)] { try await archive.tags() }

    /// The articles that a query finds, newest first.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func articles(matching query: String) async throws -> [ArticleID] {
        try await archive.articleIDs(.query(query), in: .newestFirst, now: now())
    }

    /// The articles that a command names, by number or address.
    ///
    /// - Throws: `ArchiveError`.
    public func articles(named name: String) async throws -> [ArticleID] {
        try await archive.articles(named: name)
    }
}
