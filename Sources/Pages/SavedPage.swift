import News

/// What a web page held: its article, and whose page it is.
public struct SavedPage: Sendable, Hashable {
    /// The article with all its parts.
    public var article: Article
    /// The name of the site, as the page gives it.
    public var siteName: Line?
    /// Where the article may go on; `PageNumbering` knows its next page among them.
    public var pageLinks: [WebAddress]
    /// Whether it shows only the beginning to those who do not pay.
    public var isPaywalled: Bool

    /// A page by its article.
    public init(
        article: Article, siteName: Line? = nil, pageLinks: [WebAddress] = [], isPaywalled: Bool = false
    ) {
        self.article = article
        self.siteName = siteName
        self.pageLinks = pageLinks
        self.isPaywalled = isPaywalled
    }

    /// Puts the next page's text below; a paragraph that stood on an earlier page is not repeated.
    ///
    /// - Returns: Whether there was anything new on it.
    @discardableResult
    public mutating func append(_ next: SavedPage) -> Bool {
        let known = Set(SavedPage.paragraphs(article.html))
        let news = SavedPage.lines(next.article.html).filter { !$0.hasPrefix("<p>") || !known.contains($0) }
        guard news.contains(where: { !$0.isEmpty }) else { return false }
        let html = news.joined(separator: "\n")
        if article.html.last.map({ $0 != "\n" }) ?? false { article.html += "\n" }
        article.html += html
        isPaywalled = isPaywalled || next.isPaywalled
        article.updated = [article.updated, next.article.updated].compactMap { $0 }.max()
        return true
    }

    private static func lines(_ html: String) -> [Substring] {
        html.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Whole paragraphs, a line each, as the writer of articles leaves them.
    private static func paragraphs(_ html: String) -> [Substring] {
        lines(html).filter { $0.hasPrefix("<p>") && $0.hasSuffix("</p>") }
    }
}
