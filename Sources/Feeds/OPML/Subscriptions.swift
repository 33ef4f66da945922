import News

/// A list of subscriptions, as readers exchange them.
public struct Subscriptions: Sendable {
    /// What the list calls itself.
    public var title: Line?
    /// The feeds, in the order of the list.
    public var sources: [Subscription]
    /// What was not taken, one line each, with the reason.
    public var refused: [Line]

    /// A list of feeds.
    public init(title: Line? = nil, sources: [Subscription], refused: [Line] = []) {
        self.title = title
        self.sources = sources
        self.refused = refused
    }
}

/// One feed of a list.
public struct Subscription: Sendable, Hashable {
    /// What the list calls it.
    public var title: Line?
    /// Where the feed is.
    public var address: WebAddress
    /// The page it belongs to.
    public var link: WebAddress?
    /// The folders it is in, outermost first.
    public var folder: [Line]

    /// A feed by its address.
    public init(title: Line? = nil, address: WebAddress, link: WebAddress? = nil, folder: [Line] = []) {
        self.title = title
        self.address = address
        self.link = link
        self.folder = folder
    }
}
