/// A source of articles in a library: a subscription, or a place from which articles were imported.
public struct Source: Sendable, Hashable {
    /// Its number.
    public var id: SourceID
    /// The feed's address; nothing for imports.
    public var address: WebAddress?
    /// The name shown.
    public var title: Line
    /// The publication's page.
    public var link: WebAddress?
    /// The folder's path, parts joined by `/`; empty at the top.
    public var folder: String
    /// Articles not read yet.
    public var unread: Int

    /// A source.
    public init(
        id: SourceID, address: WebAddress?, title: Line, link: WebAddress?, folder: String = "",
        unread: Int = 0
    ) {
        self.id = id
        self.address = address
        self.title = title
        self.link = link
        self.folder = folder
        self.unread = unread
    }
}

extension SourceID: CustomStringConvertible {
    /// The number.
    public var description: String { String(number) }
}
