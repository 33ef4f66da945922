import News

/// Where a related article belongs in a sidebar.
public enum RelatedGroup: String, Sendable, Hashable, CaseIterable, Codable {
    /// Another telling of the same event.
    case story
    /// What happened before, and explanation.
    case background
    /// What came of it.
    case followUp = "followup"
}

/// An article that belongs to the one asked about.
public struct RelatedHit: Sendable, Hashable {
    /// The article.
    public var id: ArticleID
    /// How much it belongs, time included; the order of the list.
    public var score: Double
    /// How much of the two texts is about the same, 0 to 1, whatever the dates.
    public var likeness: Double
    /// Where it belongs in a sidebar.
    public var group: RelatedGroup
    /// The better-placed hit that this one repeats almost word for word.
    public var duplicateOf: ArticleID?
    /// Whether it is near enough to be shown unasked.
    ///
    /// A list in order of score still has the others.
    public var isConvincing: Bool
}
