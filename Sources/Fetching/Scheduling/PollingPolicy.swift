import News

/// Whether a feed is asked now.
public enum PollingDecision: Sendable, Hashable {
    /// It is.
    case ask
    /// It is not, until a moment, for a reason.
    case wait(until: Timestamp, because: WaitReason)
    /// It is not asked any more: its server said that it is gone (410).
    case stopped
}

/// When to ask: what we know of a feed and of its host, and the time, to a decision.
public enum PollingPolicy {
    /// Decides.
    ///
    /// - Parameters:
    ///   - feed: What is known of the feed.
    ///   - host: The host's name and what is known of it.
    ///   - now: The present.
    ///   - isForced: The user asks for it: freshness, the floor, backoff and 410 do not count,
    ///     `Retry-After` does.
    /// - Returns: Whether to ask; if not, until when and why.
    public static func decide(
        feed: FeedSchedule, host: (name: String, schedule: HostSchedule), now: Timestamp,
        isForced: Bool = false
    ) -> PollingDecision {
        if feed.isGone && !isForced { return .stopped }
        let isSane = isClockSane(feed, now)
        if isSane, let due = feed.due, due > now, case .askedToWait = feed.reason {
            return .wait(until: due, because: feed.reason ?? .usual)
        }
        if let rest = host.schedule.rest(at: now) {
            return .wait(until: rest.until, because: .hostRests(host: host.name, status: rest.status))
        }
        guard !isForced, isSane else { return .ask }
        if let lastAsked = feed.lastAsked, now - lastAsked < Limits.floor {
            let due = max(lastAsked.advanced(by: Limits.floor), feed.due ?? lastAsked)
            let isFloor = due - lastAsked <= Limits.floor
            return .wait(until: due, because: isFloor ? .askedJustNow : feed.reason ?? .usual)
        }
        let due = max(now, feed.due ?? now)
        let open = feed.hints.opening(from: due)
        if open > due { return .wait(until: open, because: .skippedHours) }
        return due > now ? .wait(until: due, because: feed.reason ?? .usual) : .ask
    }

    /// A record from the future, or a date more than eight days ahead, is a broken clock: it keeps nobody
    /// silent.
    private static func isClockSane(_ feed: FeedSchedule, _ now: Timestamp) -> Bool {
        if let lastAsked = feed.lastAsked, lastAsked - now > Limits.clockTolerance { return false }
        if let due = feed.due, due - now > Limits.longestWait { return false }
        return true
    }
}

extension UpdateHints {
    /// The first moment from `now` on that falls into no skipped hour and no skipped day.
    ///
    /// Hints that leave no hour of the week are a mistake and do not count.
    func opening(from now: Timestamp) -> Timestamp {
        guard !skippedHours.isEmpty || !skippedDays.isEmpty else { return now }
        var hour = now.seconds - (now.seconds % 3600 + 3600) % 3600
        for _ in 0..<(7 * 24) {
            let civil = Timestamp(seconds: hour).utc
            let days = CivilTime.daysSince1970(year: civil.year, month: civil.month, day: civil.day)
            // 1970-01-01 was a Thursday. Old feeds write midnight as 24.
            let weekday = Int((days % 7 + 11) % 7)
            let isMidnight = civil.hour == 0 && skippedHours.contains(24)
            if !skippedHours.contains(civil.hour) && !isMidnight && !skippedDays.contains(weekday) {
                return max(now, Timestamp(seconds: hour))
            }
            hour += 3600
        }
        return now
    }
}
