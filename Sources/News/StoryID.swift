/// The number of a story, a group of articles on one event: that of the article that began it, so it never changes.
public struct StoryID: Sendable, Hashable, Comparable, Codable {
    /// The number itself.
    public let number: Int64

    /// A story by its number.
    public init(_ number: Int64) { self.number = number }

    /// The story that an article begins.
    public init(beganBy article: ArticleID) { number = article.number }

    /// In the order of beginning.
    public static func < (left: StoryID, right: StoryID) -> Bool { left.number < right.number }
}
