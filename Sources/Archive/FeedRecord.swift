import News

/// What is kept of a feed for the next time it is asked.
public struct FeedRecord: Sendable, Hashable {
    /// Its schedule and validators, as `Kept.encoded` wrote them; the archive does not look inside.
    public var schedule: [UInt8]
    /// How it is, in one word of Library's, as `well` or `gone`.
    public var status: String
    /// Since when it has been well, or not.
    public var since: Timestamp
    /// When it was last asked, whatever came of it.
    public var lastAsked: Timestamp?
    /// When it last answered well.
    public var lastSuccess: Timestamp?
    /// How it failed last; nothing once it is well.
    public var trouble: Line?
    /// The page with its older entries (RFC 5005).
    public var older: WebAddress?

    /// A record.
    public init(
        schedule: [UInt8], status: String, since: Timestamp, lastAsked: Timestamp? = nil,
        lastSuccess: Timestamp? = nil, trouble: Line? = nil, older: WebAddress? = nil
    ) {
        self.schedule = schedule
        self.status = status
        self.since = since
        self.lastAsked = lastAsked
        self.lastSuccess = lastSuccess
        self.trouble = trouble
        self.older = older
    }
}

/// What a feed's last answer held, so that the next one's news can be told from what is known.
public struct FeedContent: Sendable, Hashable {
    /// A digest of the whole answer.
    public var digest: Int64
    /// A digest of each of its items.
    public var items: [Int64]

    /// The digests of an answer.
    public init(digest: Int64, items: [Int64]) {
        self.digest = digest
        self.items = items
    }
}

/// What a feed said of itself in an answer that could be read.
public struct FeedNews: Sendable, Hashable {
    /// What its answer held.
    public var content: FeedContent?
    /// Its name; it replaces `provisionalTitle` only, never a name that a person gave.
    public var title: Line?
    /// The name that stood in for one.
    public var provisionalTitle: Line?
    /// Its publication's page.
    public var link: WebAddress?
    /// Where it has moved for good.
    public var adopted: WebAddress?

    /// What it said.
    public init(
        content: FeedContent? = nil, title: Line? = nil, provisionalTitle: Line? = nil,
        link: WebAddress? = nil,
        adopted: WebAddress? = nil
    ) {
        self.content = content
        self.title = title
        self.provisionalTitle = provisionalTitle
        self.link = link
        self.adopted = adopted
    }
}

/// A source with everything that fetching knows of it.
public struct KeptSource: Sendable, Hashable {
    /// The source.
    public var source: Source
    /// Whether it is to be fetched.
    public var isSubscribed: Bool
    /// What is known of its feed; nothing before it was first asked.
    public var feed: FeedRecord?
    /// What the user set for it, by name.
    public var settings: [String: String]

    /// A source.
    public init(
        source: Source, isSubscribed: Bool, feed: FeedRecord? = nil, settings: [String: String] = [:]
    ) {
        self.source = source
        self.isSubscribed = isSubscribed
        self.feed = feed
        self.settings = settings
    }
}
