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

    /// An article to read.
    public init(listing: Listing, article: Article, blocks: [Block], minutes: Int) {
        self.listing = listing
        self.article = article
        self.blocks = blocks
        self.minutes = minutes
    }
}
