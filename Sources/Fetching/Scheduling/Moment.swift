import News

/// When something happened, and the random number that spreads what follows from it.
public struct Moment: Sendable, Hashable {
    /// The present.
    public let now: Timestamp
    /// From −1 to 1: how early or late the next date is put.
    public let chance: Double

    /// A moment; a random number outside −1…1 is cut.
    public init(now: Timestamp, chance: Double) {
        self.now = now
        self.chance = chance.isFinite ? min(max(chance, -1), 1) : 0
    }

    /// Seconds to add to an interval of our own choice: ±10 %, and an hour at the most.
    func jitter(of interval: Int64) -> Int64 {
        let widest = min(Double(interval) * Limits.jitterShare, Double(Limits.longestJitter))
        return Int64(widest * chance)
    }

    /// A wait that somebody else stated, spread only to the far side and never beyond eight days.
    func spread(stated: Int64) -> Int64 {
        let wait = min(max(0, stated), Limits.longestWait)
        return min(wait + abs(jitter(of: wait)), Limits.longestWait)
    }
}
