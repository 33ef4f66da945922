import Archive
import News
import Pages
import Related

/// A story: articles on one event.
public struct Story: Sendable, Hashable {
    /// Its number.
    public var id: StoryID
    /// The headline that stands for it: the first article's.
    public var headline: Line
    /// Its articles, from the first to the last.
    public var articles: [Listing]

    /// How many sources tell it.
    public var sourceCount: Int { Set(articles.map(\.source)).count }

    /// A story.
    public init(id: StoryID, headline: Line, articles: [Listing]) {
        self.id = id
        self.headline = headline
        self.articles = articles
    }
}

extension Library {
    /// Items of the sidebar at most; more would be scrolled past.
    private static let sidebarItems = 18

    /// What else there is to an article, as the sidebar shows it: only what is near enough, each with its reasons.
    ///
    /// - Throws: `ArchiveError`.
    public func related(to id: ArticleID) async throws -> RelatedNews {
        guard let kept = try await archive.article(id) else { return RelatedNews() }
        let blocks = ArticleBody.blocks(html: kept.html, base: kept.article.address)
        let hits = try await hits(to: id, limit: 40).filter { $0.isConvincing && $0.duplicateOf == nil }
        let items = try await items(
            for: Array(hits.prefix(Library.sidebarItems)), of: kept, needsReasons: true)
        let known = Set(items.map(\.listing.id) + [id])
        let linked = try await linkedListings(blocks).filter { !known.contains($0.id) }
        return RelatedNews(items: items, linked: linked, recentNews: kept.read(.best).recentNews)
    }

    /// The ranked articles for an article, the best first, near or not.
    ///
    /// - Throws: `ArchiveError`.
    public func ranked(to id: ArticleID, limit: Int) async throws -> [RelatedNews.Item] {
        guard let kept = try await archive.article(id) else { return [] }
        return try await items(for: try await hits(to: id, limit: limit), of: kept, needsReasons: false)
    }

    /// Stories of more than one article, the largest first.
    ///
    /// - Throws: `ArchiveError`.
    public func stories() async throws -> [Story] {
        try await archive.stories().compactMap { story in
            story.articles.first.map { Story(id: story.id, headline: $0.headline, articles: story.articles) }
        }
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
        let query = Library.document(kept)
        let engine = engine
        var items: [RelatedNews.Item] = []
        for hit in hits {
            try Task.checkCancellation()
            guard let other = try await archive.article(hit.id) else { continue }
            let document = Library.document(other)
            let reasons = try await archive.related { try engine.reasons(for: query, hit: document, in: $0) }
            guard reasons.suffice || !needsReasons else { continue }
            let words = reasons.terms + (needsReasons ? [reasons.time].compactMap { $0 } : [])
            items.append(
                RelatedNews.Item(
                    listing: other.listing, group: Library.group(of: other.listing, beside: kept.listing),
                    score: hit.score, reasons: words.map { Line($0) }))
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

    private static func document(_ kept: KeptArticle) -> RelatedDocument {
        RelatedDocument(
            id: kept.listing.id, title: kept.listing.headline.text,
            text: ArticleBody.plainText(ArticleBody.blocks(html: kept.html)),
            published: kept.listing.moment)
    }
}
