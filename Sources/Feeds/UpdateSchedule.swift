/// What a feed itself says about how often to ask for it.
public struct UpdateSchedule: Sendable, Hashable {
    /// Seconds the feed wants to be left alone after an answer (`ttl`, `sy:updatePeriod`).
    public var interval: Int?
    /// Hours of the day (UTC, 0–23) in which nothing new comes (`skipHours`).
    public var silentHours: Set<Int> = []
    /// Days of the week (0 is Sunday) on which nothing new comes (`skipDays`).
    public var silentDays: Set<Int> = []

    /// A schedule that says nothing.
    public init() {}

    /// Takes what `ttl` says, in minutes.
    mutating func take(minutes text: String) {
        guard let minutes = Int(text), (1...Limits.scheduleMinutes).contains(minutes) else { return }
        interval = minutes * 60
    }

    /// Takes what the syndication module says: so many times in a period.
    ///
    /// A `ttl` is stronger.
    mutating func take(period: String, frequency: String?) {
        guard interval == nil, let seconds = UpdateSchedule.periods[period.lowercased()] else { return }
        let times = frequency.flatMap { Int($0) } ?? 1
        interval = seconds / max(1, min(times, seconds))
    }

    /// Takes one hour; 24 was meant for midnight by some.
    mutating func take(hour text: String) {
        guard let hour = Int(text), (0...24).contains(hour) else { return }
        silentHours.insert(hour % 24)
    }

    /// Takes one day by its English name.
    mutating func take(day text: String) {
        guard let day = UpdateSchedule.days.firstIndex(of: String(text.lowercased().prefix(3))) else {
            return
        }
        silentDays.insert(day)
    }

    private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]
}
