/// A person's own word for articles: one line in lower case, without the signs that the query language needs.
public struct Tag: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The word, or words joined by hyphens.
    public let name: String

    /// A tag by its name as typed; nothing when no letter is left.
    public init?(_ name: String) {
        let kept = Line(name).text.lowercased().map { character in
            character.isWhitespace || "\"(),".contains(character) ? "-" : character
        }
        let trimmed = String(kept).drop { $0 == "-" }
        guard !trimmed.isEmpty, trimmed.count <= 64 else { return nil }
        self.name = String(trimmed)
    }

    /// The name.
    public var description: String { name }

    /// By name.
    public static func < (left: Tag, right: Tag) -> Bool { left.name < right.name }
}
