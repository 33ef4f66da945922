import Archive
import News

/// A story: articles on one event.
public struct Story: Sendable, Hashable {
    /// Its number.
    public var id: StoryID
    /// Its articles, from the first to the last.
    public var articles: [Listing]
    /// The article that stands for it: the one with the longest text.
    public var representative: ArticleID
    /// Whether a person follows it.
    public var isFollowed: Bool

    /// A story.
    public init(
        id: StoryID, articles: [Listing], representative: ArticleID? = nil, isFollowed: Bool = false
    ) {
        self.id = id
        self.articles = articles
        self.representative = representative ?? articles.first?.id ?? ArticleID(id.number)
        self.isFollowed = isFollowed
    }

    init(_ kept: KeptStory) {
        self.init(
            id: kept.id, articles: kept.articles, representative: kept.representative,
            isFollowed: kept.isFollowed)
    }

    /// The headline that stands for it.
    public var headline: Line {
        (articles.first { $0.id == representative } ?? articles.first)?.headline ?? ""
    }

    /// How many sources tell it.
    public var sourceCount: Int { Set(articles.map(\.source)).count }

    /// How many of its articles are unread.
    public var unread: Int { articles.count { !$0.isRead } }
}

/// Why articles are one story: what they speak of, as they write it.
public struct StoryReasons: Sendable, Hashable {
    /// Words and names that several of them share, with the number of articles that have each, the most shared first.
    public struct Term: Sendable, Hashable {
        /// As it is written.
        public var text: Line
        /// In how many articles.
        public var count: Int

        /// A term.
        public init(text: Line, count: Int) {
            self.text = text
            self.count = count
        }
    }

    /// The story.
    public var story: Story
    /// What its articles share.
    public var terms: [Term]

    /// The reasons for a story.
    public init(story: Story, terms: [Term]) {
        self.story = story
        self.terms = terms
    }
}

extension Story {
    /// The story as a source of its own, once it is followed.
    public var asSource: FollowedStory {
        FollowedStory(id: id, headline: headline, all: articles.count, unread: unread)
    }
}
