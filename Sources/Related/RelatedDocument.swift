import News

/// What the engine reads of an article: its words and its date.
public struct RelatedDocument: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// The headline, which weighs more than the text.
    public var title: String
    /// The whole text without markup; may be empty.
    public var text: String
    /// When it was published.
    public var published: Timestamp?

    /// A document by its parts.
    public init(id: ArticleID, title: String, text: String, published: Timestamp? = nil) {
        self.id = id
        self.title = title
        self.text = text
        self.published = published
    }
}
