/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Leap seconds do not exist here, as in POSIX.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
    /// Seconds since 1970, negative before.
    public let seconds: Int64

    /// A moment by its seconds since 1970.
    public init(seconds: Int64) { self.seconds = seconds }

    /// A moment by its civil date and time in UTC.
    public init(_ civil: CivilTime) {
        let days = CivilTime.daysSince1970(year: civil.year, month: civil.month, day: civil.day)
        let minutes = Int64(civil.hour) * 60 + Int64(civil.minute)
        seconds = days * 86_400 + minutes * 60 + Int64(civil.second)
    }

    /// The civil date and time in UTC.
    public var utc: CivilTime { CivilTime(self, offset: 0) }

    /// `2026-05-12T09:14:00Z`, as every JSON of Tidings writes it.
    public var iso8601: String { utc.date + "T" + utc.time(withSeconds: true) + "Z" }

    /// A moment so many seconds later.
    public func advanced(by seconds: Int64) -> Timestamp { Timestamp(seconds: self.seconds + seconds) }

    /// Seconds from the other moment to this one.
    public static func - (left: Timestamp, right: Timestamp) -> Int64 { left.seconds - right.seconds }

    /// Earlier is less.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// A plain number.
    public init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// A plain number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
