/// One line of text that is safe to show: no control characters, no line breaks, no bidirectional overrides.
///
/// Every title, name and label of a stranger becomes a `Line` at the edge, once. White space is collapsed and
/// trimmed. The value may be empty; `init?(nonEmpty:)` refuses that.
public struct Line: Sendable, Hashable, Codable {
    /// The cleaned text.
    public let text: String

    /// Cleans `raw`; anything that could move a cursor or reorder its neighbours is gone afterwards.
    public init(_ raw: String) {
        text = TextGate.line(raw)
    }

    /// Cleans `raw`, a part of some text.
    public init(_ raw: some StringProtocol) {
        self.init(String(raw))
    }

    /// A line that has something to show, or nothing.
    public init?(nonEmpty raw: String?) {
        guard let raw else { return nil }
        self.init(raw)
        if text.isEmpty { return nil }
    }

    /// A line of a part of some text, if it has something to show.
    public init?(nonEmpty raw: (some StringProtocol)?) {
        guard let raw else { return nil }
        self.init(nonEmpty: String(raw))
    }

    /// Whether nothing is left to show.
    public var isEmpty: Bool { text.isEmpty }

    /// Cleans on the way in as well: a stored value is not trusted either.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// A plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Line: CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text itself.
    public var description: String { text }

    /// For labels of our own.
    public init(stringLiteral value: String) { self.init(value) }
}

extension Line: Comparable {
    /// By Unicode code points; for stable orders, not for people.
    public static func < (left: Line, right: Line) -> Bool { left.text < right.text }
}
