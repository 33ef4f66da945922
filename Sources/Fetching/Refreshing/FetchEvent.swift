import News

/// What came of one feed in a refresh.
public struct FetchEvent: Sendable {
    /// Whose feed it is.
    public let source: SourceID
    /// What came of it.
    public let outcome: FetchOutcome
    /// What is now known of a host, to be kept, where that has changed.
    public let host: HostChange?
    /// How far the refresh has come.
    public let progress: FetchProgress
}

/// What can come of a feed in a refresh.
public enum FetchOutcome: Sendable {
    /// It is not asked now, and why.
    case waiting(until: Timestamp, because: WaitReason)
    /// It is not asked any more: gone (410).
    case stopped
    /// Nothing new (304); the schedule to keep.
    case unchanged(FeedSchedule)
    /// A body to read; it gives the schedule to keep.
    case fetched(FetchedFeed)
    /// It failed; the schedule to keep.
    case failed(FetchFailure, FeedSchedule)
}

/// A host of which something new is known.
public struct HostChange: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What is known.
    public let schedule: HostSchedule
}

/// How far a refresh has come.
public struct FetchProgress: Sendable, Hashable {
    /// Feeds of which an event has told, this one included.
    public internal(set) var done = 0
    /// Feeds in all.
    public internal(set) var total = 0
    /// Feeds that failed.
    public internal(set) var failing = 0
}
