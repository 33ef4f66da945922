import Glibc

/// How much two articles count for one another by the days between them.
///
/// A long-tailed sum of decays serves tellings of one event and its background alike; a quarter is timeless, so that
/// an old article that says the same is never lost.
enum TimeCurve {
    /// Shares with their half-life in days; measured on eight collections.
    static let decays: [(share: Double, halfLife: Double)] = [(0.40, 2), (0.15, 30), (0.20, 365)]
    static let timeless = 0.25
    /// For a pair of which one date is unknown: the middle.
    static let unknown = 1 - 0.5 * 0.75

    /// The weight of two articles so many hours apart.
    static func weight(hours: Int) -> Double {
        let distance = abs(hours)
        if distance < byHour.count { return byHour[distance] }
        return byDay[min(distance / 24, byDay.count - 1)]
    }

    /// The weight of two hours, one of which may be unknown.
    static func weight(_ first: Int32?, _ second: Int32?) -> Double {
        guard let first, let second else { return unknown }
        return weight(hours: Int(first) - Int(second))
    }

    private static let byHour = (0..<2400).map { exactly(days: Double($0) / 24) }
    private static let byDay = (0..<8000).map { exactly(days: Double($0)) }

    private static func exactly(days: Double) -> Double {
        decays.reduce(timeless) { $0 + $1.share * exp2(-days / $1.halfLife) }
    }
}
