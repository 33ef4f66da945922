import News

/// What a web page held: its article, and whose page it is.
public struct SavedPage: Sendable, Hashable {
    /// The article with all its parts.
    public var article: Article
    /// The name of the site, as the page gives it.
    public var siteName: Line?

    /// A page by its article.
    public init(article: Article, siteName: Line? = nil) {
        self.article = article
        self.siteName = siteName
    }
}
