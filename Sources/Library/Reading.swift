import News

/// An article made ready to be read: its row, its parts, and its body as blocks.
public struct Reading: Sendable, Hashable {
    /// The row of the list.
    public var listing: Listing
    /// The whole article.
    public var article: Article
    /// The body.
    public var blocks: [Block]
    /// How long it takes to read, in minutes; at least 1.
    public var minutes: Int
    /// What has to be said of the full text, if that is what is shown, and not the feed's.
    public var fullText: FullTextNotes?
    /// Whether a full text is held, shown or not.
    public var hasFullText = false
    /// Whether what is shown is only the beginning of the article, or a word about it.
    public var isExcerpt = false
    /// How far it was read before, in letters; 0 at its beginning.
    public var place = 0
    /// Why the page could not be read when it was asked for last.
    public var trouble: Line?

    /// An article to read.
    public init(listing: Listing, article: Article, blocks: [Block], minutes: Int) {
        self.listing = listing
        self.article = article
        self.blocks = blocks
        self.minutes = minutes
    }
}
