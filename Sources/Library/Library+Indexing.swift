import Archive
import News
import Pages
import Related

extension Library {
    /// Puts what waits into the indexes, batch by batch; articles are on the screen long before.
    ///
    /// While it is at work a second call does nothing; a cancelled one ends after the batch under way.
    ///
    /// - Parameter atOnce: Articles of one transaction: many share the cost of the days they are compared with, few let
    ///   a mark that a person sets meanwhile wait for less.
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func index(atOnce: Int = 1_000) async throws {
        guard !isIndexing else { return }
        isIndexing = true
        defer { isIndexing = false }
        while case var waiting = try await archive.pendingArticles()[...], !waiting.isEmpty {
            while !waiting.isEmpty {
                try Task.checkCancellation()
                try await indexBatch(waiting.prefix(atOnce))
                waiting = waiting.dropFirst(atOnce)
            }
        }
    }

    /// Whether articles wait to be indexed.
    ///
    /// - Throws: `ArchiveError`.
    public func isIndexingDue() async throws -> Bool { try await archive.pendingCount() > 0 }

    /// One batch: into the full text and the related index, in one transaction.
    private func indexBatch(_ articles: ArraySlice<ArticleID>) async throws {
        let texts = await Library.plain(try await archive.pendingTexts(of: articles))
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

    /// Off the actor: a thousand bodies take a second, in which an article must still open.
    private nonisolated static func plain(_ texts: [IndexedText]) async -> [IndexedText] { texts.map(plain) }

    private static func plain(_ text: IndexedText) -> IndexedText {
        var text = text
        text.body = ArticleBody.plainText(ArticleBody.blocks(html: text.body))
        if let replaced = text.replaced {
            text.replaced?.body = ArticleBody.plainText(ArticleBody.blocks(html: replaced.body))
        }
        return text
    }
}
