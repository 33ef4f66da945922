import Archive
import Fetching
import News

/// A source and how it is: what `sources`, `doctor` and the list of failing feeds show.
public struct SourceReport: Sendable, Hashable {
    /// The source with its unread articles.
    public var source: Source
    /// Whether it is fetched.
    public var isSubscribed: Bool
    /// How it is.
    public var status: SourceStatus
    /// Since when it has been well, or not.
    public var since: Timestamp?
    /// When it was last asked.
    public var lastAsked: Timestamp?
    /// When it last answered well.
    public var lastSuccess: Timestamp?
    /// What went wrong, in a sentence.
    public var trouble: Line?
    /// Why it is not asked now; nothing if it is due.
    public var wait: SourceWait?
    /// What the user set for it, by name; no passwords.
    public var settings: [String: String]
}

/// Why a source is not asked yet.
public struct SourceWait: Sendable, Hashable {
    /// When it may be asked again.
    public var until: Timestamp
    let reason: WaitReason

    /// The wait in a sentence: “asked to wait until 14:10 (429)”.
    ///
    /// - Parameters:
    ///   - now: The present; a day is named unless it is today.
    ///   - localTime: What local clocks show at a moment.
    /// - Returns: The sentence.
    public func sentence(now: Timestamp, localTime: (Timestamp) -> CivilTime) -> Line {
        let offset = Timestamp(localTime(until)) - until
        return reason.sentence(until: until, now: now, offset: Int(offset))
    }
}

extension KeptSource {
    /// The schedule; a new one where none was kept, or where it cannot be read any more: then the feed is asked.
    var schedule: FeedSchedule {
        guard let feed, let schedule = try? Kept.decoded(FeedSchedule.self, from: feed.schedule) else {
            return FeedSchedule()
        }
        return schedule
    }

    var status: SourceStatus {
        guard let feed else { return .new }
        return SourceStatus(rawValue: feed.status) ?? .refused
    }
}
