import Archive
import News
import Pages
import Related

extension Library {
    /// Puts what waits into the indexes, batch by batch; articles are on the screen long before.
    ///
    /// - Parameter progress: Told after each batch how many articles still wait.
    /// - Throws: `ArchiveError`; what earlier batches did stays done.
    public func index(progress: @escaping @Sendable (_ waiting: Int) -> Void = { _ in }) async throws {
        if indexing == nil {
            indexing = Task(priority: .utility) {
                while try await self.indexBatch() {
                    try Task.checkCancellation()
                    progress(try await self.archive.pendingCount())
                }
            }
        }
        defer { indexing = nil }
        try await indexing?.value
    }

    /// Whether articles wait to be indexed.
    ///
    /// - Throws: `ArchiveError`.
    public func isIndexingDue() async throws -> Bool { try await archive.pendingCount() > 0 }

    /// One batch: into the full text and the related index, in one transaction.
    private func indexBatch() async throws -> Bool {
        let texts = try await archive.nextPending().map(Library.plain)
        guard !texts.isEmpty else { return false }
        let documents = texts.map { text in
            RelatedDocument(id: text.id, title: text.headline, text: text.body, published: text.moment)
        }
        let engine = engine
        self.engine = try await archive.index(texts) { tables, indexed in
            var engine = engine
            try engine.index(documents.filter { indexed.contains($0.id) }, into: &tables)
            return engine
        }
        return true
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
