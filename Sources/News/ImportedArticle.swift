/// An article as another program, or an export of this one, kept it: with what a person had done to it there.
public struct ImportedArticle: Sendable, Hashable {
    /// The article, its body sanitised.
    public var article: Article
    /// Where it came from.
    public var source: ImportedSource
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
        article: Article, source: ImportedSource, isRead: Bool = false, isStarred: Bool = false,
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

/// A source as another program, or an export of this one, knew it.
public struct ImportedSource: Sendable, Hashable {
    /// The feed's address.
    public var address: WebAddress?
    /// The publication's name.
    public var title: Line
    /// The publication's page.
    public var link: WebAddress?
    /// The folder's path, parts joined by `/`; nil leaves a known source where it is.
    public var folder: String?
    /// Whether it is to be fetched from now on.
    public var isSubscribed: Bool

    /// A source by its name.
    public init(
        address: WebAddress? = nil, title: Line, link: WebAddress? = nil, folder: String? = nil,
        isSubscribed: Bool = false
    ) {
        self.address = address
        self.title = title
        self.link = link
        self.folder = folder
        self.isSubscribed = isSubscribed
    }

    /// Where records of a feed go that is named by one text: by address when that is one.
    public init(named name: String) {
        guard let address = WebAddress(name) else {
            self.init(title: Line(nonEmpty: name) ?? "Imported")
            return
        }
        let path = address.text.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
        self.init(address: address, title: Line(address.host + path))
    }
}
