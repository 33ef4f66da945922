import Archive
import News
import Pages
import Related

extension Library {
    /// Puts what waits into both indexes; articles are on the screen long before.
    ///
    /// - Parameter atOnce: Articles of one transaction: many share the cost of the days they are compared with, few let
    ///   a mark that a person sets meanwhile wait for less.
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func index(atOnce: Int = 1_000) async throws {
        try await makeSearchable(atOnce: atOnce)
        try await relate(atOnce: atOnce)
    }

    /// Indexes what came: the full text always, related news when it is a day's news and not an archive.
    ///
    /// For an archive comparing takes longer than all the rest; it is done when it is asked for.
    ///
    /// - Parameters:
    ///   - most: So many articles are compared unasked, and none if more wait.
    ///   - atOnce: Articles of one transaction.
    /// - Returns: How many articles are not compared yet.
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    @discardableResult
    public func indexArrivals(comparing most: Int = 500, atOnce: Int = 500) async throws -> Int {
        try await makeSearchable(atOnce: atOnce)
        let waiting = try await archive.unrelatedCount()
        guard waiting <= most else { return waiting }
        try await relate(atOnce: atOnce)
        return 0
    }

    /// Puts what waits into the full text, batch by batch.
    ///
    /// While it is at work a second call does nothing; a cancelled one ends after the batch under way.
    ///
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func makeSearchable(atOnce: Int = 1_000) async throws {
        guard !isIndexing else { return }
        isIndexing = true
        defer { isIndexing = false }
        let archive = archive
        while case let waiting = try await archive.pendingArticles(), !waiting.isEmpty {
            var texts = try await Library.plainTexts(of: waiting.prefix(atOnce), in: archive)
            for start in stride(from: atOnce, to: waiting.count + atOnce, by: atOnce) {
                try Task.checkCancellation()
                // The next batch is unpacked and read while this one is written.
                async let next = Library.plainTexts(of: waiting.dropFirst(start).prefix(atOnce), in: archive)
                try await archive.index(texts, now: now())
                texts = try await next
            }
            try await archive.learnFromTexts()
        }
    }

    /// Puts what waits into the index of related news, the oldest first, and joins stories.
    ///
    /// While it is at work a second call does nothing; a cancelled one ends after the batch under way.
    ///
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func relate(atOnce: Int = 1_000) async throws {
        guard !isRelating else { return }
        isRelating = true
        defer { isRelating = false }
        let archive = archive
        while case let waiting = try await archive.unrelatedArticles(), !waiting.isEmpty {
            var batch = try await Library.documents(of: waiting.prefix(atOnce), in: archive)
            for start in stride(from: atOnce, to: waiting.count + atOnce, by: atOnce) {
                try Task.checkCancellation()
                async let next = Library.documents(of: waiting.dropFirst(start).prefix(atOnce), in: archive)
                let documents = batch.documents
                let engine = engine
                self.engine = try await archive.relate(batch.texts, now: now()) { tables, current in
                    var engine = engine
                    try engine.index(documents.filter { current.contains($0.id) }, into: &tables)
                    return engine
                }
                batch = try await next
            }
        }
    }

    /// How many articles wait for one of the indexes.
    ///
    /// - Throws: `ArchiveError`.
    public func countToIndex() async throws -> (text: Int, related: Int) {
        let text = try await archive.pendingCount()
        return (text, text + (try await archive.unrelatedCount()))
    }

    /// Off the actor: a thousand bodies take a second, in which an article must still open.
    private static func plainTexts(
        of articles: ArraySlice<ArticleID>, in archive: Archive
    ) async throws -> [IndexedText] {
        try await archive.pendingTexts(of: articles).map { text in
            var text = text
            text.body = plain(text.body)
            if let replaced = text.replaced { text.replaced?.body = plain(replaced.body) }
            return text
        }
    }

    private static func documents(
        of articles: ArraySlice<ArticleID>, in archive: Archive
    ) async throws -> (texts: [ComparedText], documents: [RelatedDocument]) {
        let texts = try await archive.unrelatedTexts(of: articles)
        let documents = texts.map { text in
            RelatedDocument(id: text.id, title: text.headline, text: plain(text.html), published: text.moment)
        }
        return (texts, documents)
    }

    private static func plain(_ html: String) -> String {
        ArticleBody.plainText(ArticleBody.blocks(html: html))
    }
}
