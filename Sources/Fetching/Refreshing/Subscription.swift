import News

/// A feed to be asked for: where it is, and what is known of it.
public struct Subscription: Sendable, Hashable {
    /// Its number in the library.
    public let source: SourceID
    /// Where it is.
    public let address: WebAddress
    /// Name and password for it.
    public let credentials: Credentials?
    /// What is known of its manners.
    public let schedule: FeedSchedule

    /// A feed to be asked for.
    public init(
        source: SourceID, address: WebAddress, credentials: Credentials? = nil,
        schedule: FeedSchedule = FeedSchedule()
    ) {
        self.source = source
        self.address = address
        self.credentials = credentials
        self.schedule = schedule
    }
}
