import News

/// What is known of a feed's manners: its validators, how often it changes, and when it may be asked again.
///
/// The archive keeps it as it is; `PollingPolicy` reads it; each answer makes a new one. Fields that later
/// versions add have to be optional, so that what an earlier one kept can still be read.
public struct FeedSchedule: Sendable, Hashable, Codable {
    /// What makes the next request conditional.
    public internal(set) var validators = Validators()
    /// When it was last asked, whatever came of it.
    public internal(set) var lastAsked: Timestamp?
    /// When it last gave a whole feed that could be read.
    public internal(set) var lastRead: Timestamp?
    /// When it last had something new.
    public internal(set) var lastChanged: Timestamp?
    /// When it may be asked again, and why not before.
    public internal(set) var due: Timestamp?
    /// Why it is not asked before `due`.
    public internal(set) var reason: WaitReason?
    /// How many times in a row it failed.
    public internal(set) var failures = 0
    /// How it failed, as last said; nothing once it is well.
    public internal(set) var trouble: Line?
    /// Whether its server said that it is gone for good (410).
    public internal(set) var isGone = false
    /// The feed's own hints.
    public internal(set) var hints = UpdateHints()
    /// How often the user wants it asked, in seconds; what servers and hosts ask for goes before it.
    public private(set) var interval: Int64?
    /// The usual seconds between changes, smoothed over the last few.
    var usualGap: Int64?
    /// The freshness its server stated, which a 304 renews (RFC 9111 §4.3.4).
    var lifetime: Int64?

    /// A feed of which nothing is known yet.
    public init() {}

    /// The same with another wish of the user's; nothing leaves it to how often the feed changes.
    ///
    /// The wish lies between 15 minutes and 7 days. The next date moves only where the old wish or habit made
    /// it.
    public func asked(every seconds: Int64?) -> FeedSchedule {
        var next = self
        next.interval = seconds.map { min(max($0, Limits.floor), Limits.ceiling) }
        if reason == .usual, let lastAsked {
            next.due = lastAsked.advanced(by: next.adaptiveInterval(at: lastAsked))
        }
        return next
    }

    /// The validators for a request now; none once in 30 days of 304, in case the server's are stuck.
    func validators(at now: Timestamp) -> Validators {
        guard let lastRead, now - lastRead < Limits.longestConditional else { return Validators() }
        return validators
    }

    /// How long to leave it alone as often as it changes: 1/24 of its silence, or of its usual one if that is
    /// longer.
    func adaptiveInterval(at now: Timestamp) -> Int64 {
        if let interval { return interval }
        let silence = max(0, now - (lastChanged ?? now))
        let usual = usualGap ?? Limits.usualInterval * Limits.silenceShare
        return min(max(max(silence, usual) / Limits.silenceShare, Limits.floor), Limits.ceiling)
    }
}
