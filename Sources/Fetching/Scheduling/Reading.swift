import News

/// What the caller found in a body that it read as a feed.
public struct Reading: Sendable, Hashable {
    /// Whether something in it was new or changed.
    public let hasNews: Bool
    /// What the feed says about when to come back.
    public let hints: UpdateHints

    /// What was found.
    public init(hasNews: Bool, hints: UpdateHints = UpdateHints()) {
        self.hasNews = hasNews
        self.hints = hints
    }
}
