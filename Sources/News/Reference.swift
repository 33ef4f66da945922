/// A headline and where it leads: an item of a page's own “recent news”, a link of an article.
public struct Reference: Sendable, Hashable, Codable {
    /// What the link says.
    public var title: Line
    /// Where it leads.
    public var address: WebAddress?

    /// A reference by its title.
    public init(title: Line, address: WebAddress? = nil) {
        self.title = title
        self.address = address
    }
}
