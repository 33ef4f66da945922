/// An article as another program, or an export of this one, kept it: with what a person had done to it there.
public struct ImportedArticle: Sendable, Hashable {
    /// The article, its body sanitised.
    public var article: Article
    /// Where it came from.
    public var source: SourceIdentity
    /// Whether it was read there.
    public var isRead: Bool
    /// Whether it was starred, flagged, or kept as a favourite there.
    public var isStarred: Bool
    /// Its tags there.
    public var tags: [Tag]
    /// Its place in lists, where that is known: when it was published, else when it arrived there.
    public var moment: Timestamp?
    /// Whether it is another program's copy of a feed's item: what is known here of the same item is left as it is.
    public var isSecondHand = false

    /// An article of a source, unread unless it is said to be read.
    public init(
        article: Article, source: SourceIdentity, isRead: Bool = false, isStarred: Bool = false,
        tags: [Tag] = [], moment: Timestamp? = nil
    ) {
        self.article = article
        self.source = source
        self.isRead = isRead
        self.isStarred = isStarred
        self.tags = tags
        self.moment = moment
    }
}
