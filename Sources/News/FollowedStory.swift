/// A story that a person follows: a source of its own, with what is unread in it.
public struct FollowedStory: Sendable, Hashable {
    /// The story.
    public var id: StoryID
    /// The headline that stands for it.
    public var headline: Line
    /// How many articles tell it.
    public var all: Int
    /// How many of them are unread.
    public var unread: Int

    /// A story.
    public init(id: StoryID, headline: Line, all: Int, unread: Int) {
        self.id = id
        self.headline = headline
        self.all = all
        self.unread = unread
    }
}
