/// Why two articles are shown together, in words that stand in both.
public struct RelatedReasons: Sendable, Hashable {
    /// Names and words that occur in both texts as they are, the most telling first.
    public var terms: [String]
    /// How the hit lies in time (“same day”, “3 weeks earlier”); nil where a date is missing.
    public var time: String?

    /// Reasons below which a hit is not shown in a sidebar: one shared word is chance.
    public static let fewest = 2

    /// Whether there are enough of them to show the hit.
    public var suffice: Bool { terms.count >= Self.fewest }
}
