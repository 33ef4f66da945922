import News

/// Collects the parts of a date in whatever order they come, and makes the best of them at the end.
struct LooseDate {
    private var numbers: [(value: Int, digits: Int)] = []
    private var separator: UInt8 = 0
    private var month: Int?
    private var clock: [Int] = []
    private var isAfternoon: Bool?
    private var offset: Int?
    private var sign = 0
    private var expects = Expectation.anything
    private var lastNumber: (value: Int, digits: Int)?

    private enum Expectation {
        case anything
        case clock
        case fraction
        case zone
        case zoneMinutes
    }

    /// Takes the next part.
    ///
    /// False if it shows that this is no date.
    mutating func take(_ token: DateToken, isFirst: Bool) -> Bool {
        switch token {
        case .number(let value, let digits): return take(number: value, digits: digits)
        case .word(let word): return take(word: word)
        case .mark(let mark): return take(mark: mark)
        }
    }

    private mutating func take(number value: Int, digits: Int) -> Bool {
        switch expects {
        case .clock:
            guard clock.count < 3 else { return false }
            clock.append(value)
            expects = .anything
        case .fraction:
            expects = .anything
        case .zone:
            let isWhole = digits >= 3
            // `GMT+02:00` counts from Greenwich, `EST -0500` says it twice.
            offset = sign * (isWhole ? value / 100 * 3600 + value % 100 * 60 : value * 3600)
            expects = .anything
        case .zoneMinutes:
            offset = (offset ?? 0) + sign * value * 60
            expects = .anything
        case .anything:
            if digits == 14, numbers.isEmpty {
                takeStamp(value)
                return true
            }
            guard numbers.count < 6 else { return false }
            numbers.append((value, digits))
        }
        lastNumber = (value, digits)
        return true
    }

    /// `20260512091400`.
    private mutating func takeStamp(_ value: Int) {
        let (date, time) = (value / 1_000_000, value % 1_000_000)
        numbers = [(date / 10_000, 4), (date / 100 % 100, 2), (date % 100, 2)]
        clock = [time / 10_000, time / 100 % 100, time % 100]
    }

    private mutating func take(word: String) -> Bool {
        defer { lastNumber = nil }
        if expects == .zone || expects == .clock { return false }
        if DateWordTable.forenoon.contains(word) {
            isAfternoon = false
        } else if DateWordTable.afternoon.contains(word) {
            isAfternoon = true
        } else if clock.isEmpty || month == nil, let found = DateWords.month(word) {
            month = found
        } else if !clock.isEmpty, offset == nil, let zone = DateWords.zone(word) {
            offset = zone
        }
        return true
    }

    private mutating func take(mark: UInt8) -> Bool {
        switch mark {
        case UInt8(ascii: ":"):
            if sign != 0, !clock.isEmpty {
                expects = .zoneMinutes
            } else if clock.isEmpty, let hour = numbers.popLast() {
                clock.append(hour.value)
                expects = .clock
            } else if !clock.isEmpty {
                expects = .clock
            }
        case UInt8(ascii: "."):
            if clock.count == 3, sign == 0, lastNumber != nil {
                expects = .fraction
            } else {
                noteSeparator(mark)
            }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            if clock.isEmpty {
                noteSeparator(mark)
            } else {
                sign = mark == UInt8(ascii: "+") ? 1 : -1
                expects = .zone
            }
        case UInt8(ascii: "/"):
            noteSeparator(mark)
        default:
            break
        }
        return true
    }

    private mutating func noteSeparator(_ mark: UInt8) {
        if numbers.count == 1 { separator = mark }
    }

    // MARK: The whole

    var timestamp: Timestamp? {
        guard let second = secondOfDay, let day = day else { return nil }
        return FeedDate.timestamp(
            year: day.year, month: day.month, day: day.day, secondOfDay: second, offset: offset ?? 0)
    }

    private var secondOfDay: Int? {
        guard !clock.isEmpty else { return 0 }
        guard clock.count >= 2 else { return nil }
        var hour = clock[0]
        if isAfternoon == true, hour < 12 { hour += 12 }
        if isAfternoon == false, hour == 12 { hour = 0 }
        let second = clock.count > 2 ? clock[2] : 0
        guard hour <= 24, clock[1] < 60, second <= 60 else { return nil }
        return hour * 3600 + clock[1] * 60 + second
    }

    private var day: (year: Int, month: Int, day: Int)? {
        if let month { return day(inMonth: month) }
        guard numbers.count >= 3 else { return nil }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.digits == 4 || (separator == UInt8(ascii: "-") && third.digits <= 2) {
            return swapped(FeedDate.fullYear(first.value, digits: first.digits), second.value, third.value)
        }
        let year = FeedDate.fullYear(third.value, digits: third.digits)
        if separator == UInt8(ascii: "/") { return swapped(year, first.value, second.value) }
        return swapped(year, second.value, first.value)
    }

    private func day(inMonth month: Int) -> (year: Int, month: Int, day: Int)? {
        guard let first = numbers.first else { return nil }
        guard numbers.count > 1 else {
            // "June 2004" is a month; a day without a year is nothing.
            return first.digits == 4 ? (first.value, month, 1) : nil
        }
        let second = numbers[1]
        let yearIsFirst = first.digits >= 3 || first.value > 31
        let (year, day) = yearIsFirst ? (first, second) : (second, first)
        return (FeedDate.fullYear(year.value, digits: year.digits), month, day.value)
    }

    /// Day and month, put right where only one order makes sense.
    private func swapped(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, month: Int, day: Int) {
        month > 12 && day <= 12 ? (year, day, month) : (year, month, day)
    }
}
