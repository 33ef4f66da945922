import News

/// Finds which articles belong together, keeps the index for that, and tells which articles are one story.
///
/// The engine is a value that decides and remembers; all it knows for good is in a `RelatedStore`. It holds about
/// twenty bytes an article of what it has read, which is safe to keep and safe to lose. One engine serves one store.
public struct RelatedEngine: Sendable {
    private var heads = SegmentHeads()
    private var remembered: [UInt64: UInt32] = [:]
    private var stories: StoryMemory?

    /// An engine that has read nothing yet.
    public init() {}

    /// Indexes a batch of articles and puts each into a story, as one change of the store.
    ///
    /// An article already indexed is indexed anew and stays in its story. Batches of some hundred articles are the
    /// cheapest; the change of a batch is held in memory.
    public mutating func index(_ documents: [RelatedDocument], into store: inout some RelatedStore) throws {
        let latest = Dictionary(documents.map { ($0.id, $0) }) { _, later in later }
        guard !latest.isEmpty else { return }
        let unique = latest.values.sorted { $0.id < $1.id }
        var memory = stories
        stories = nil
        try store.apply(try change(indexing: unique, memory: &memory, in: store))
        // Only what was written may be gone on from.
        stories = memory
    }

    /// Forgets articles.
    ///
    /// Their stories keep their other members.
    public mutating func remove(_ articles: [ArticleID], from store: inout some RelatedStore) throws {
        guard !articles.isEmpty else { return }
        try store.apply(try change(removing: articles, in: store))
    }

    /// The articles that belong to one of the archive, best first; empty where it is not indexed.
    public mutating func related(
        to article: ArticleID, in store: some RelatedStore, limit: Int = 20
    ) throws -> [RelatedHit] {
        var reader = try IndexReader(store)
        guard let vector = try reader.vector(of: article) else { return [] }
        try heads.update(for: reader.ledger, from: store)
        let query = try SearchQuery(vector, article: article, &reader)
        return try hits(query, &reader, limit: limit)
    }

    /// The articles of the archive that belong to one that is not kept; its number is of no importance.
    public mutating func related(
        to document: RelatedDocument, in store: some RelatedStore, limit: Int = 20
    ) throws -> [RelatedHit] {
        var reader = try IndexReader(store)
        try heads.update(for: reader.ledger, from: store)
        let counts = TermCounts(title: document.title, text: document.text)
        let numbers = try store.termNumbers(for: counts.entries.map(\.key))
        let vector = TermVector(counts, numbers: numbers, hour: Roster.hour(of: document.published))
        let unknown = counts.entries.filter { numbers[$0.key] == nil }.map(\.frequency)
        let query = try SearchQuery(vector, unknownTerms: unknown, article: nil, &reader)
        return try hits(query, &reader, limit: limit)
    }

    // MARK: Steps

    private mutating func change(
        indexing documents: [RelatedDocument], memory: inout StoryMemory?, in store: some RelatedStore
    ) throws -> RelatedChange {
        var batch = try IndexBatch(store)
        return try batch.plan(documents, remembered: &remembered, memory: &memory)
    }

    private func change(removing articles: [ArticleID], in store: some RelatedStore) throws -> RelatedChange {
        var batch = try IndexBatch(store)
        return try batch.plan(removing: articles)
    }

    private func hits(
        _ query: SearchQuery, _ reader: inout IndexReader<some RelatedStore>, limit: Int
    ) throws -> [RelatedHit] {
        let ranked =
            if query.isShort {
                try ShortItemRanking(query).run(&reader, heads)
            } else {
                try ArticleRanking(query, meanNorm: reader.ledger.meanNorm).run(&reader, heads)
            }
        return HitList(query).hits(Array(ranked.prefix(max(0, min(limit, Limits.hits)))))
    }
}
