/// A person, or a body, that wrote an article.
public struct Author: Sendable, Hashable, Codable {
    /// The name as it is printed.
    public var name: Line
    /// The author's own page.
    public var page: WebAddress?
    /// What the article says about its author.
    public var biography: Line?

    /// An author by name.
    public init(name: Line, page: WebAddress? = nil, biography: Line? = nil) {
        self.name = name
        self.page = page
        self.biography = biography
    }
}
