import News

/// Reads the dates of feeds: RFC 822 and ISO 8601, and what people write instead.
///
/// A date without a zone is taken for UTC, and so is a zone nobody knows. What makes no date gives nothing.
public enum FeedDate {
    /// The moment a text names.
    public static func read(_ text: String) -> Timestamp? {
        guard text.utf8.count <= Limits.dateLength else { return nil }
        if let moment = MailDate.read(text.utf8.span) { return moment }
        if let moment = ISODate.read(text) { return moment }
        var reading = LooseDate()
        for (index, token) in DateToken.tokens(of: text).enumerated() {
            guard reading.take(token, isFirst: index == 0) else { return nil }
        }
        return reading.timestamp
    }

    /// A moment from its parts; nothing where they make no date.
    static func timestamp(
        year: Int, month: Int, day: Int, secondOfDay: Int = 0, offset: Int = 0
    ) -> Timestamp? {
        guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else { return nil }
        let start = Timestamp(CivilTime(year: year, month: month, day: day))
        // A zone that nobody lives in is one that nobody knows.
        let zone = abs(offset) <= Limits.zoneSeconds ? offset : 0
        let moment = start.advanced(by: Int64(secondOfDay - zone))
        // A zone can lead out of the years that can be written.
        guard (1...9998).contains(year) || (0...9999).contains(moment.utc.year) else { return nil }
        return moment
    }

    /// A year of two or three digits (RFC 5322 §4.3).
    static func fullYear(_ year: Int, digits: Int) -> Int {
        if digits <= 2 { return year < 70 ? 2000 + year : 1900 + year }
        return digits == 3 ? 1900 + year : year
    }
}
