/// When a feed says it is worth asking for: RSS `ttl`, `skipHours` and `skipDays`, and the syndication
/// module.
public struct UpdateHints: Sendable, Hashable, Codable {
    /// RSS 2.0 `ttl`: minutes an answer may be kept.
    public var timeToLive: Int?
    /// `sy:updatePeriod` divided by `sy:updateFrequency`, in seconds.
    public var updateInterval: Int?
    /// RSS `skipHours`: hours of the day, 0–23 in GMT, in which nothing new is to be expected.
    public var skippedHours: Set<Int>
    /// RSS `skipDays`: days of the week, 0 for Sunday to 6 for Saturday, in GMT.
    public var skippedDays: Set<Int>

    /// The hints of a feed; none by default.
    public init(
        timeToLive: Int? = nil, updateInterval: Int? = nil, skippedHours: Set<Int> = [],
        skippedDays: Set<Int> = []
    ) {
        self.timeToLive = timeToLive
        self.updateInterval = updateInterval
        self.skippedHours = skippedHours
        self.skippedDays = skippedDays
    }

    /// The interval that a period (`hourly`, `daily`, `weekly`, `monthly`, `yearly`) and a frequency in it
    /// make.
    ///
    /// The module's own defaults hold: daily, once. A frequency below one counts as one.
    public static func updateInterval(period: String?, frequency: Int?) -> Int? {
        if period == nil && frequency == nil { return nil }
        let seconds: Int
        switch (period ?? "daily").lowercased() {
        case "hourly": seconds = 3600
        case "daily": seconds = 86_400
        case "weekly": seconds = 7 * 86_400
        case "monthly": seconds = 30 * 86_400
        case "yearly": seconds = 365 * 86_400
        default: return nil
        }
        return seconds / max(1, frequency ?? 1)
    }

    /// A day's number by its English name, as `skipDays` spells it.
    public static func weekday(named name: String) -> Int? {
        let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        return names.firstIndex(of: name.lowercased())
    }
}
