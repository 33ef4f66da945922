/// A query with a name: a view of the archive that is always up to date.
public struct SavedQuery: Sendable, Hashable {
    /// Its name.
    public var name: Line
    /// What it asks, in the query language.
    public var query: String

    /// A named query.
    public init(name: Line, query: String) {
        self.name = name
        self.query = query
    }
}
