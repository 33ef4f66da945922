import News

/// What is known of a host: whether it asked all of us to leave it alone.
public struct HostSchedule: Sendable, Hashable, Codable {
    /// When it may be asked again.
    public private(set) var restsUntil: Timestamp?
    /// When it said so.
    private var askedAt: Timestamp?
    /// With which status: 429 or 503.
    private var status: Int?

    /// A host of which nothing is known.
    public init() {}

    /// What is known after an answer with a status that concerns the whole host; others change nothing.
    func after(status: Int, retryAfter: Int64?, at now: Timestamp) -> HostSchedule {
        guard status == 429 || status == 503 else { return self }
        let seconds = retryAfter ?? (status == 429 ? Limits.bareRest : Limits.bareOutage)
        var result = self
        // The longer of two rests holds: two feeds of a host can be answered in either order.
        result.restsUntil = max(now.advanced(by: seconds), rest(at: now)?.until ?? now)
        result.askedAt = now
        result.status = status
        return result
    }

    /// The rest that holds at a moment; none if it was written under a broken clock.
    func rest(at now: Timestamp) -> (until: Timestamp, status: Int)? {
        guard let restsUntil, let askedAt, let status, restsUntil > now,
            restsUntil - now <= Limits.longestWait, askedAt - now <= Limits.clockTolerance
        else { return nil }
        return (restsUntil, status)
    }
}
