import Archive
import News
import Pages

/// A hit of a search with the place where the words stand.
public struct SearchResult: Sendable, Hashable {
    /// The article's row.
    public var listing: Listing
    /// A piece of its text around the words.
    public var snippet: Snippet
    /// How well it fits; more is better.
    public var score: Double
}

extension Library {
    /// What people read in a minute: words, or East Asian letters.
    private static let wordsPerMinute = 230
    private static let lettersPerMinute = 500

    /// One article, ready to be read; nothing for a number that is not there.
    ///
    /// - Parameters:
    ///   - id: Which.
    ///   - choice: Which of its texts; the feed's where no full text is held.
    /// - Returns: The article with the text that was chosen.
    /// - Throws: `ArchiveError`.
    public func reading(_ id: ArticleID, _ choice: TextChoice = .best) async throws -> Reading? {
        guard let kept = try await archive.article(id) else { return nil }
        let article = kept.read(choice)
        let blocks = ArticleBody.blocks(html: article.html, base: article.address)
        let text = ArticleBody.plainText(blocks)
        var reading = Reading(
            listing: kept.listing, article: article, blocks: blocks, minutes: Library.minutes(of: text))
        reading.fullText = kept.text(choice)?.notes
        reading.hasFullText = kept.page?.text != nil
        reading.trouble = kept.page?.trouble
        reading.place = kept.place
        reading.isExcerpt = reading.fullText == nil && Excerpt.isExcerpt(article, text: text)
        return reading
    }

    /// Keeps how far an article was read, in letters; 0 forgets it.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func keep(place: Int, of id: ArticleID) async throws {
        try await archive.keep(place: place, of: id)
    }

    private static func minutes(of text: String) -> Int {
        var words = 0
        var letters = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            let isSpace = scalar.value <= 0x20
            if scalar.value >= 0x3040, scalar.value < 0xFB00 { letters += 1 }
            if !isSpace, !isInside { words += 1 }
            isInside = !isSpace
        }
        return max(
            1, (words + wordsPerMinute / 2) / wordsPerMinute,
            (letters + lettersPerMinute / 2) / lettersPerMinute)
    }

    /// Where the words of a query stand in articles; those that are not there any more are left out.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func excerpts(of ids: [ArticleID], for query: String) async throws -> [ArticleID: SearchExcerpt] {
        let finder = SnippetFinder(try Archive.terms(of: query, now: now()))
        var excerpts: [ArticleID: SearchExcerpt] = [:]
        for kept in try await archive.articles(ids) {
            try Task.checkCancellation()
            let text = Line(ArticleBody.plainText(ArticleBody.blocks(html: kept.html)))
            let headline = finder.snippet(of: kept.listing.headline)
            excerpts[kept.listing.id] = SearchExcerpt(
                headlineHits: headline.text == kept.listing.headline ? headline.hits : [],
                snippet: finder.snippet(of: text))
        }
        return excerpts
    }

    /// A piece of an article's text around the words of a query.
    func snippet(of id: ArticleID, _ finder: SnippetFinder) async throws -> Snippet {
        guard let kept = try await archive.article(id) else { return Snippet(text: "", hits: []) }
        return finder.snippet(of: Line(ArticleBody.plainText(ArticleBody.blocks(html: kept.html))))
    }
}
