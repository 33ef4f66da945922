import Archive
import News
import Pages
import Related

extension Library {
    /// Articles indexed in one transaction: many share the cost of the days they are compared with, and a mark that a
    /// person sets meanwhile waits for no more than one.
    private static let indexedAtOnce = 1_000

    /// Puts what waits into the indexes, batch by batch; articles are on the screen long before.
    ///
    /// While it is at work a second call does nothing; a cancelled one ends after the batch under way.
    ///
    /// - Parameter progress: Told after each batch how many articles still wait.
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func index(progress: @Sendable (_ waiting: Int) -> Void = { _ in }) async throws {
        guard !isIndexing else { return }
        isIndexing = true
        defer { isIndexing = false }
        while case var waiting = try await archive.pendingArticles()[...], !waiting.isEmpty {
            while !waiting.isEmpty {
                try Task.checkCancellation()
                try await indexBatch(waiting.prefix(Library.indexedAtOnce))
                waiting = waiting.dropFirst(Library.indexedAtOnce)
                progress(waiting.count)
            }
        }
    }

    /// Whether articles wait to be indexed.
    ///
    /// - Throws: `ArchiveError`.
    public func isIndexingDue() async throws -> Bool { try await archive.pendingCount() > 0 }

    /// One batch: into the full text and the related index, in one transaction.
    private func indexBatch(_ articles: ArraySlice<ArticleID>) async throws {
        let texts = try await archive.pendingTexts(of: articles).map(Library.plain)
        let documents = texts.map { text in
            RelatedDocument(id: text.id, title: text.headline, text: text.body, published: text.moment)
        }
        let engine = engine
        self.engine = try await archive.index(texts) { tables, indexed in
            var engine = engine
            try engine.index(documents.filter { indexed.contains($0.id) }, into: &tables)
            return engine
        }
    }

    private static func plain(_ text: IndexedText) -> IndexedText {
        var text = text
        text.body = ArticleBody.plainText(ArticleBody.blocks(html: text.body))
        if let replaced = text.replaced {
            text.replaced?.body = ArticleBody.plainText(ArticleBody.blocks(html: replaced.body))
        }
        return text
    }
}
