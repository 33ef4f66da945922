/// What a feed says about itself, whatever its format.
public struct Feed: Sendable, Hashable, Codable {
    /// The publication's name.
    public var title: Line?
    /// The publication's page.
    public var link: WebAddress?
    /// What it is about.
    public var description: Line?
    /// A language tag (BCP 47) as the feed writes it.
    public var language: Line?
    /// When the feed says it last changed.
    public var updated: Timestamp?
    /// The feed's own address, by its own word (`rel="self"`, `feed_url`).
    public var address: WebAddress?

    /// A feed of which nothing is known yet.
    public init(
        title: Line? = nil, link: WebAddress? = nil, description: Line? = nil, language: Line? = nil,
        updated: Timestamp? = nil, address: WebAddress? = nil
    ) {
        self.title = title
        self.link = link
        self.description = description
        self.language = language
        self.updated = updated
        self.address = address
    }
}
