import Archive
import News

/// What the sources pane shows: all sources with what is unread, how their feeds are, and the saved queries.
public struct SourcesOverview: Sendable, Hashable {
    /// The sources, by folder and name.
    public var sources: [Source]
    /// Those whose feed cannot be had; what is wrong is in `Library.health`.
    public var failing: Set<SourceID>
    /// Those whose server asked to be left alone for a while.
    public var resting: Set<SourceID>
    /// The saved queries, by name.
    public var saved: [SavedQuery]
    /// The stories that are followed.
    public var stories: [FollowedStory]

    /// What there is.
    public init(
        sources: [Source] = [], failing: Set<SourceID> = [], resting: Set<SourceID> = [],
        saved: [SavedQuery] = [], stories: [FollowedStory] = []
    ) {
        self.sources = sources
        self.failing = failing
        self.resting = resting
        self.saved = saved
        self.stories = stories
    }
}

extension Library {
    /// A view's count ends here: nobody reads ten thousand articles, and counting a million takes its time.
    public static let largestViewCount = 10_000

    /// All sources with how they are, and the saved queries.
    ///
    /// - Throws: `ArchiveError`.
    public func overview() async throws -> SourcesOverview {
        var overview = SourcesOverview(
            sources: try await archive.sources(), saved: try await archive.savedQueries(),
            stories: try await followedStories().map(\.asSource))
        for (source, status) in try await archive.feedStatuses() {
            guard let status = SourceStatus(rawValue: status), status.isFailing else { continue }
            if status == .resting {
                overview.resting.insert(source)
            } else {
                overview.failing.insert(source)
            }
        }
        return overview
    }

    /// How many articles of each list are unread, at most `largestViewCount`.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func unreadCounts(of scopes: [ListScope]) async throws -> [ListScope: Int] {
        try await archive.unreadCounts(of: scopes, upTo: Library.largestViewCount, now: now())
    }
}
