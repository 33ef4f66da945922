import News

/// Moments as people read them, short in lists and whole in the reader.
struct TimeLabel {
    /// What local clocks show at a moment.
    let local: @Sendable (Timestamp) -> CivilTime

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// At most six cells: `16:02` today, `12 May` this year, `2024` before.
    func short(_ moment: Timestamp, now: Timestamp) -> String {
        let time = local(moment)
        let today = local(now)
        if (time.year, time.month, time.day) == (today.year, today.month, today.day) { return time.time() }
        let day = (time.day < 10 ? " " : "") + "\(time.day) " + TimeLabel.months[time.month - 1]
        return time.year == today.year ? day : "\(time.year)"
    }

    /// At most six cells: `now`, `5 min`, `3 h`, `2 d`, `3 wk`, `5 mo`, `2 y`; the same for what has yet to come.
    static func relative(_ moment: Timestamp, now: Timestamp) -> String {
        let seconds = abs(now - moment)
        let units: [(length: Int64, name: String)] = [
            (31_557_600, "y"), (2_629_800, "mo"), (604_800, "wk"), (86_400, "d"), (3_600, "h"), (60, "min"),
        ]
        guard let unit = units.first(where: { seconds >= $0.length }) else { return "now" }
        let label = "\(seconds / unit.length) \(unit.name)"
        return String(repeating: " ", count: max(0, 6 - label.count)) + label
    }

    /// `12 May 09:14`, with the year when it is another one.
    func whole(_ moment: Timestamp, now: Timestamp) -> String {
        let time = local(moment)
        let year = time.year == local(now).year ? "" : " \(time.year)"
        return "\(time.day) " + TimeLabel.months[time.month - 1] + year + " " + time.time()
    }

    /// `2024-09-30`, for what is of another year; else as `short`.
    func dated(_ moment: Timestamp, now: Timestamp) -> String {
        let isOld = local(moment).year != local(now).year
        return isOld ? local(moment).date : short(moment, now: now).trimmingLeadingSpaces
    }
}

extension String {
    fileprivate var trimmingLeadingSpaces: String { String(drop { $0 == " " }) }
}
