import News

/// The dates of HTTP (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, and the two old forms.
enum HTTPDate {
    /// Reads a date; nothing if it has no day, month and year.
    ///
    /// What stands for the zone is not looked at: it is GMT.
    static func read(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 64 else { return nil }
        var numbers: [Int] = []
        var month: Int?
        var clock: [Int]?
        var isYearLast = false
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }) {
            if word.contains(":") {
                clock = word.split(separator: ":").compactMap { Int($0) }
            } else if let number = Int(word) {
                // asctime puts the year behind the time: `Sun Nov  6 08:49:37 1994`.
                isYearLast = clock != nil && numbers.count == 1
                if numbers.count < 2 { numbers.append(number) }
            } else if let found = months.firstIndex(of: word.prefix(3).lowercased()), month == nil {
                month = found + 1
            }
        }
        guard numbers.count == 2, let month, let clock, clock.count == 3 || isYearLast, clock.count >= 2
        else { return nil }
        let day = numbers[0]
        guard (1...31).contains(day), (0...9999).contains(numbers[1]), (0...23).contains(clock[0]),
            (0...59).contains(clock[1]), clock.dropFirst(2).allSatisfy({ (0...60).contains($0) })
        else { return nil }
        return Timestamp(
            CivilTime(
                year: fullYear(numbers[1]), month: month, day: day, hour: clock[0], minute: clock[1],
                second: clock.count > 2 ? min(clock[2], 59) : 0))
    }

    /// RFC 850 years have two digits; 70 and more are of the last century.
    private static func fullYear(_ year: Int) -> Int {
        year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
