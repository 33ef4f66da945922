/// Running text that is safe to show: of all control characters only line feed and tab are left.
///
/// Unlike a `Line` it keeps its spaces, so that runs of a paragraph can be joined.
public struct Prose: Sendable, Hashable, Codable {
    /// The cleaned text.
    public let text: String

    /// Cleans `raw`.
    public init(_ raw: String) {
        text = TextGate.prose(raw)
    }

    /// Cleans `raw`, a part of some text.
    public init(_ raw: some StringProtocol) {
        self.init(String(raw))
    }

    /// Cleans UTF-8; bytes that are not are read as U+FFFD.
    public init(utf8 bytes: [UInt8]) {
        text = TextGate.prose(bytes)
    }

    /// Cleans on the way in as well.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// A plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Prose: CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text itself.
    public var description: String { text }

    /// For text of our own.
    public init(stringLiteral value: String) { self.init(value) }
}
