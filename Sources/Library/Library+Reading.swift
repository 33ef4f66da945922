import Archive
import News
import Pages

/// A hit of a search with the place where the words stand.
public struct SearchResult: Sendable, Hashable {
    /// The article's row.
    public var listing: Listing
    /// A piece of its text around the first hit.
    public var snippet: Line
    /// How well it fits; more is better.
    public var score: Double
}

extension Library {
    /// Letters of a snippet.
    private static let snippetLength = 160
    /// What people read in a minute: words, or East Asian letters.
    private static let wordsPerMinute = 230
    private static let lettersPerMinute = 500

    /// One article, ready to be read; nothing for a number that is not there.
    ///
    /// - Throws: `ArchiveError`.
    public func reading(_ id: ArticleID) async throws -> Reading? {
        guard let kept = try await archive.article(id) else { return nil }
        let blocks = ArticleBody.blocks(html: kept.article.html, base: kept.article.address)
        let minutes = Library.minutes(of: ArticleBody.plainText(blocks))
        return Reading(listing: kept.listing, article: kept.article, blocks: blocks, minutes: minutes)
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

    /// A piece of an article's text around the first of a query's words.
    func snippet(of id: ArticleID, for query: String) async throws -> Line {
        guard let kept = try await archive.article(id) else { return "" }
        let text = Line(ArticleBody.plainText(ArticleBody.blocks(html: kept.article.html))).text
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let lowered = text.lowercased()
        let hit = words.compactMap { lowered.firstRange(of: $0)?.lowerBound }.min()
        let offset = hit.map { lowered.distance(from: lowered.startIndex, to: $0) } ?? 0
        let letters = Array(text)
        let start = max(0, min(offset - 40, letters.count - Library.snippetLength))
        let end = min(letters.count, start + Library.snippetLength)
        return Line((start > 0 ? "…" : "") + String(letters[start..<end]) + (end < letters.count ? "…" : ""))
    }
}
