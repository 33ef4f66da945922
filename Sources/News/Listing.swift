/// An article as a row of a list: what is needed to show it, mark it and place it, without its body.
public struct Listing: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// Where it came from.
    public var source: SourceID
    /// The publication's name.
    public var sourceTitle: Line
    /// The headline.
    public var headline: Line
    /// Who wrote it.
    public var byline: Line?
    /// Where it stands on the web.
    public var address: WebAddress?
    /// What lists sort by: when it was published, else when it arrived.
    public var moment: Timestamp
    /// When it was published, if its source says so.
    public var published: Timestamp?
    /// Whether it has been read.
    public var isRead: Bool
    /// Whether it is starred.
    public var isStarred: Bool
    /// Whether files come with it.
    public var hasEnclosures: Bool
    /// The story it belongs to.
    public var story: StoryID?
    /// Whether a full text stands for what the feed gave.
    public var hasFullText: Bool

    /// A row.
    public init(
        id: ArticleID, source: SourceID, sourceTitle: Line, headline: Line, byline: Line? = nil,
        address: WebAddress? = nil, moment: Timestamp, published: Timestamp? = nil, isRead: Bool = false,
        isStarred: Bool = false, hasEnclosures: Bool = false, story: StoryID? = nil,
        hasFullText: Bool = false
    ) {
        self.id = id
        self.source = source
        self.sourceTitle = sourceTitle
        self.headline = headline
        self.byline = byline
        self.address = address
        self.moment = moment
        self.published = published
        self.isRead = isRead
        self.isStarred = isStarred
        self.hasEnclosures = hasEnclosures
        self.story = story
        self.hasFullText = hasFullText
    }

    /// Its place in a list, newest first.
    public var position: ListPosition { ListPosition(moment: moment, id: id) }
}

/// A place in a list that is sorted by moment, newest first; the article's number decides between equals.
public struct ListPosition: Sendable, Hashable, Comparable {
    /// The article's moment.
    public var moment: Timestamp
    /// The article.
    public var id: ArticleID

    /// The place of an article.
    public init(moment: Timestamp, id: ArticleID) {
        self.moment = moment
        self.id = id
    }

    /// Newer comes first.
    public static func < (left: ListPosition, right: ListPosition) -> Bool {
        left.moment == right.moment ? left.id > right.id : left.moment > right.moment
    }
}

/// The number of a source in one library.
public struct SourceID: Sendable, Hashable, Codable {
    /// The number itself, from 1.
    public let number: Int64

    /// A source by its number.
    public init(_ number: Int64) { self.number = number }
}
