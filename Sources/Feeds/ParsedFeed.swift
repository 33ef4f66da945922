import News

/// What was read of a feed: the feed itself, its entries in the order of the document, and what had to be
/// mended.
public struct ParsedFeed: Sendable {
    /// The format it was in.
    public var format: FeedFormat
    /// What it says about itself.
    public var feed: News.Feed
    /// Its entries, in the order of the document.
    public var entries: [Entry]
    /// How often it wants to be asked for.
    public var hints = UpdateHints()
    /// The hub that tells of changes (WebSub), by the feed's own word.
    public var hub: WebAddress?
    /// The page with its older entries (RFC 5005), by the feed's own word.
    public var olderEntries: WebAddress?
    /// One line for each kind of repair.
    public var warnings: [Line]

    /// The entries as articles, without those that say nothing at all.
    public var articles: [News.Article] {
        entries.filter { !$0.isEmpty }.map(\.article)
    }
}
