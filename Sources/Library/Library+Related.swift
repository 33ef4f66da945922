import Archive
import News
import Pages
import Related

extension Library {
    /// Items of the sidebar at most; more would be scrolled past.
    static let sidebarItems = 18

    /// What else there is to an article, as the sidebar shows it: only what is near enough, each with its reasons.
    ///
    /// - Throws: `ArchiveError`.
    public func related(to id: ArticleID) async throws -> RelatedNews {
        guard let kept = try await archive.article(id) else { return RelatedNews() }
        let blocks = ArticleBody.blocks(html: kept.html, base: kept.article.address)
        let bonds = try await archive.bonds(of: id)
        let hits = try await hits(to: id, limit: 40).filter {
            ($0.isConvincing && $0.duplicateOf == nil || bonds.same.contains($0.id))
                && !bonds.apart.contains($0.id)
        }
        var items = try await items(
            for: Array(hits.prefix(Library.sidebarItems)), of: kept, needsReasons: true)
        items += try await told(bonds.same.filter { same in !items.contains { $0.listing.id == same } })
        let known = bonds.apart.union(items.map(\.listing.id) + [id])
        let linked = try await linkedListings(blocks).filter { !known.contains($0.id) }
        return RelatedNews(items: items, linked: linked, recentNews: kept.read(.best).recentNews)
    }

    /// Articles that are in the story because a person said so, whatever their words.
    private func told(_ ids: [ArticleID]) async throws -> [RelatedNews.Item] {
        try await archive.listings(of: ids).map { listing in
            RelatedNews.Item(listing: listing, group: .story, score: 0, terms: [], isToldSo: true)
        }
    }

    /// The ranked articles for an article, the best first, near or not.
    ///
    /// - Throws: `ArchiveError`.
    public func ranked(to id: ArticleID, limit: Int) async throws -> [RelatedNews.Item] {
        guard let kept = try await archive.article(id) else { return [] }
        let apart = try await archive.bonds(of: id).apart
        let hits = try await hits(to: id, limit: limit).filter { !apart.contains($0.id) }
        return try await items(for: hits, of: kept, needsReasons: false)
    }

    private func hits(to id: ArticleID, limit: Int) async throws -> [RelatedHit] {
        let engine = engine
        let (used, hits) = try await archive.related { tables in
            var engine = engine
            let hits = try engine.related(to: id, in: tables, limit: limit)
            return (engine, hits)
        }
        self.engine = used
        return hits
    }

    private func items(
        for hits: [RelatedHit], of kept: KeptArticle, needsReasons: Bool
    ) async throws -> [RelatedNews.Item] {
        try await items(for: hits, of: Library.document(kept), needsReasons: needsReasons) { other, _ in
            Library.group(of: other, beside: kept.listing)
        }
    }

    /// Hits with their rows and reasons.
    func items(
        for hits: [RelatedHit], of query: RelatedDocument, needsReasons: Bool,
        group: (Listing, RelatedHit) -> RelatedNews.Group
    ) async throws -> [RelatedNews.Item] {
        let engine = engine
        var items: [RelatedNews.Item] = []
        for hit in hits {
            try Task.checkCancellation()
            guard let other = try await archive.article(hit.id) else { continue }
            let document = Library.document(other)
            let reasons = try await archive.related { try engine.reasons(for: query, hit: document, in: $0) }
            guard reasons.suffice || !needsReasons else { continue }
            items.append(
                RelatedNews.Item(
                    listing: other.listing, group: group(other.listing, hit), score: hit.score,
                    terms: reasons.terms.map { Line($0) },
                    time: needsReasons ? reasons.time.map { Line($0) } : nil))
        }
        return items
    }

    /// One story is what the archive holds to be one; everything else is older or newer.
    private static func group(of other: Listing, beside article: Listing) -> RelatedNews.Group {
        if let story = article.story, other.story == story { return .story }
        return other.moment < article.moment ? .background : .followUp
    }

    private func linkedListings(_ blocks: [Block]) async throws -> [Listing] {
        var ids: [ArticleID] = []
        for address in ArticleBody.links(blocks).prefix(100) {
            if let id = try await archive.articles(named: address.text).first, !ids.contains(id) {
                ids.append(id)
            }
        }
        return try await archive.listings(of: ids)
    }

    static func document(_ kept: KeptArticle) -> RelatedDocument {
        RelatedDocument(
            id: kept.listing.id, title: kept.listing.headline.text,
            text: ArticleBody.plainText(ArticleBody.blocks(html: kept.html)),
            published: kept.listing.moment)
    }
}
