import News

/// A feed, or a page, to be asked for: where it is, and what is known of it.
public struct Subscription: Sendable, Hashable {
    /// Its number in the library.
    public let source: SourceID
    /// Where it is.
    public let address: WebAddress
    /// Name and password for it.
    public let credentials: Credentials?
    /// What else the user wants sent.
    public let options: RequestOptions
    /// What is known of its manners.
    public let schedule: FeedSchedule
    /// Whether the user wrote the address; one that a page named leads into no private network.
    public let isUsersOwn: Bool
    /// The media types that are welcome.
    public let accept: FetchRequest.Accept

    /// A feed to be asked for.
    public init(
        source: SourceID, address: WebAddress, credentials: Credentials? = nil,
        options: RequestOptions = RequestOptions(), schedule: FeedSchedule = FeedSchedule(),
        isUsersOwn: Bool = true, accept: FetchRequest.Accept = .feed
    ) {
        self.source = source
        self.address = address
        self.credentials = credentials
        self.options = options
        self.schedule = schedule
        self.isUsersOwn = isUsersOwn
        self.accept = accept
    }
}
