/// The number of an article in one library: small, never reused, and what every action carries.
public struct ArticleID: Sendable, Hashable, Comparable, Codable {
    /// The number itself, from 1.
    public let number: Int64

    /// An identifier by its number.
    public init(_ number: Int64) { self.number = number }

    /// In the order of arrival.
    public static func < (left: ArticleID, right: ArticleID) -> Bool { left.number < right.number }

    /// A plain number.
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// A plain number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension ArticleID: CustomStringConvertible {
    /// The number.
    public var description: String { String(number) }
}
