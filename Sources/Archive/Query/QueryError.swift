/// Where a query cannot be read, and why.
public struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The query as given.
    public let query: String
    /// The column, from 1, in letters.
    public let column: Int
    /// What is wrong there.
    public let reason: String

    /// The reason, the query, and a caret under the place.
    public var description: String {
        "\(reason) (column \(column))\n  \(query)\n  " + String(repeating: " ", count: column - 1) + "^"
    }
}
