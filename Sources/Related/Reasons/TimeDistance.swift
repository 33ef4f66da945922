import News

/// The distance of two dates in a word or three.
enum TimeDistance {
    private static let day: Int64 = 86_400

    /// How `date` lies from `origin`: “same day”, “yesterday's” distance as “1 day earlier”, up to years.
    static func words(from origin: Timestamp?, to date: Timestamp?) -> String? {
        guard let origin, let date else { return nil }
        let days = wholeDays(date) - wholeDays(origin)
        guard days != 0 else { return "same day" }
        let direction = days < 0 ? "earlier" : "later"
        return amount(abs(days)) + " " + direction
    }

    private static func wholeDays(_ moment: Timestamp) -> Int64 {
        let seconds = moment.seconds
        return seconds / day - (seconds % day < 0 ? 1 : 0)
    }

    private static func amount(_ days: Int64) -> String {
        switch days {
        case ..<14: plural(days, "day")
        case ..<60: plural((days + 3) / 7, "week")
        case ..<700: plural((days + 15) / 30, "month")
        default: plural((days + 182) / 365, "year")
        }
    }

    private static func plural(_ count: Int64, _ unit: String) -> String {
        count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }
}
