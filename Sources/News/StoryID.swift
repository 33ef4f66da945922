/// The number of a story, a group of articles on one event: that of the article that began it, so it never changes.
public struct StoryID: Sendable, Hashable, Comparable, Codable {
    /// The number itself.
    public let number: Int64

    /// A story by its number.
    public init(_ number: Int64) { self.number = number }

    /// The story that an article begins.
    public init(beganBy article: ArticleID) { number = article.number }

    /// The story of an article alone that was taken out of `story`.
    ///
    /// Where it began that one itself, its number stays with the others, and it gets the negative one, which is nobody's.
    public init(of article: ArticleID, takenOutOf story: StoryID) {
        number = story.number == article.number ? -article.number : article.number
    }

    /// In the order of beginning.
    public static func < (left: StoryID, right: StoryID) -> Bool { left.number < right.number }
}

extension StoryID: CustomStringConvertible {
    /// The number.
    public var description: String { String(number) }
}
