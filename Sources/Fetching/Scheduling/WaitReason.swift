import News

/// Why a feed is not asked now.
public enum WaitReason: Sendable, Hashable, Codable {
    /// It was asked a moment ago.
    case askedJustNow
    /// As often as it changes, it need not be asked yet.
    case usual
    /// Its server said how long its answer stays fresh (`max-age`, `Expires`).
    case fresh
    /// The feed itself says how often it changes (`ttl`, `sy:updatePeriod`).
    case feedSaysSo
    /// The feed itself says that nothing comes at this hour or on this day.
    case skippedHours
    /// Its server asked to be left alone, with this status.
    case askedToWait(status: Int)
    /// Another feed of its host was told to wait, with this status.
    case hostRests(host: String, status: Int)
    /// It failed so many times in a row.
    case failed(times: Int)

    /// The wait in a sentence: “asked to wait until 14:10 (429)”.
    ///
    /// - Parameters:
    ///   - end: When the wait is over.
    ///   - now: The present; a day is named unless it is today.
    ///   - offset: The reader's seconds east of Greenwich.
    /// - Returns: The sentence.
    public func sentence(until end: Timestamp, now: Timestamp, offset: Int) -> Line {
        let clock = CivilTime(end, offset: offset)
        let isToday = clock.date == CivilTime(now, offset: offset).date
        let time = (isToday ? "" : clock.date + " ") + clock.time()
        return switch self {
        case .askedJustNow: Line("asked a moment ago; again from \(time)")
        case .usual: Line("next at \(time)")
        case .fresh: Line("fresh until \(time), as its server says")
        case .feedSaysSo: Line("next at \(time), as the feed says")
        case .skippedHours: Line("nothing is published before \(time), as the feed says")
        case .askedToWait(let status): Line("asked to wait until \(time) (\(status))")
        case .hostRests(let host, let status): Line("\(host) asked to wait until \(time) (\(status))")
        case .failed(let times): Line("failed \(times == 1 ? "once" : "\(times) times"); again at \(time)")
        }
    }
}
