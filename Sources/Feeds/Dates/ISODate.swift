import Markup
import News

/// ISO 8601 in the forms feeds use: `2026-05-12T09:14:00+02:00` and shorter, and the compact and ordinal
/// ones.
struct ISODate {
    private let bytes: [UInt8]
    private var index = 0

    /// The moment a text names, if it is in one of these forms and nothing else.
    static func read(_ text: String) -> Timestamp? {
        var date = ISODate(bytes: Array(text.utf8))
        return date.read()
    }

    private mutating func read() -> Timestamp? {
        skipSpace()
        guard let day = readDay() else { return nil }
        if atEnd { return FeedDate.timestamp(year: day.year, month: day.month, day: day.day) }
        guard take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || takeSpace() else { return nil }
        skipSpace()
        guard let time = readTime() else { return nil }
        var offset = 0
        skipSpace()
        if !atEnd {
            guard let zone = readZone() else { return nil }
            offset = zone
        }
        let (year, month) = day.month == 13 ? (day.year + 1, 1) : (day.year, day.month)
        return FeedDate.timestamp(year: year, month: month, day: day.day, secondOfDay: time, offset: offset)
    }

    // MARK: Day

    private mutating func readDay() -> (year: Int, month: Int, day: Int)? {
        if take(UInt8(ascii: "-")) { return readYearlessCentury() }
        let start = index
        guard let first = digits() else { return nil }
        let count = index - start
        if take(UInt8(ascii: "-")) {
            guard count == 4 || count == 2 else { return nil }
            return readRest(ofYear: FeedDate.fullYear(first, digits: count))
        }
        switch count {
        case 4: return (first, 1, 1)
        case 8: return (first / 10_000, first / 100 % 100, first % 100)
        case 6:
            return (FeedDate.fullYear(first / 10_000, digits: 2), first / 100 % 100, first % 100)
        case 7: return ordinal(year: first / 1000, day: first % 1000)
        case 5: return ordinal(year: FeedDate.fullYear(first / 1000, digits: 2), day: first % 1000)
        default: return nil
        }
    }

    /// `-0312` and `-03-12`: the century is left out.
    private mutating func readYearlessCentury() -> (year: Int, month: Int, day: Int)? {
        let start = index
        guard let number = digits() else { return nil }
        switch index - start {
        case 4: return (FeedDate.fullYear(number / 100, digits: 2), number % 100, 1)
        case 2:
            let year = FeedDate.fullYear(number, digits: 2)
            return take(UInt8(ascii: "-")) ? readRest(ofYear: year) : (year, 1, 1)
        default: return nil
        }
    }

    private mutating func readRest(ofYear year: Int) -> (year: Int, month: Int, day: Int)? {
        let start = index
        guard let month = digits() else { return nil }
        if index - start == 3 { return ordinal(year: year, day: month) }
        guard index - start <= 2 else { return nil }
        guard take(UInt8(ascii: "-")) else { return (year, month, 1) }
        let dayStart = index
        guard let day = digits(), index - dayStart <= 2 else { return nil }
        return (year, month, day)
    }

    private func ordinal(year: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
        guard (1...366).contains(day) else { return nil }
        let date = Timestamp(CivilTime(year: year, month: 1, day: 1)).advanced(by: Int64(day - 1) * 86_400)
            .utc
        return (date.year, date.month, date.day)
    }

    // MARK: Time

    private mutating func readTime() -> Int? {
        let start = index
        guard let first = digits() else { return nil }
        var parts = [first, 0, 0]
        switch index - start {
        case 1, 2:
            if take(UInt8(ascii: ":")) {
                guard let minute = digits() else { return nil }
                parts[1] = minute
                if take(UInt8(ascii: ":")) {
                    guard let second = digits() else { return nil }
                    parts[2] = second
                }
            }
        case 4: parts = [first / 100, first % 100, 0]
        case 6: parts = [first / 10_000, first / 100 % 100, first % 100]
        default: return nil
        }
        if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) {
            while !atEnd, bytes[index].isASCIIDigit { index += 1 }
        }
        // Beyond the clock (`01:61:30`) the time runs on.
        guard parts.allSatisfy({ $0 < 100 }) else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    private mutating func readZone() -> Int? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return onlySpaceFollows ? 0 : nil }
        let isEast = take(UInt8(ascii: "+"))
        guard isEast || take(UInt8(ascii: "-")) else { return nil }
        let start = index
        guard let first = digits() else { return nil }
        var (hours, minutes) = (first, 0)
        if index - start == 4 { (hours, minutes) = (first / 100, first % 100) }
        if take(UInt8(ascii: ":")) { minutes = digits() ?? 0 }
        _ = take(UInt8(ascii: "Z"))
        guard hours <= 24, minutes < 60, onlySpaceFollows else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    // MARK: Bytes

    private var atEnd: Bool { index >= bytes.count }

    private var onlySpaceFollows: Bool { bytes[index...].allSatisfy(\.isMarkupSpace) }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard !atEnd, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func takeSpace() -> Bool {
        let start = index
        skipSpace()
        return index > start
    }

    private mutating func skipSpace() {
        while !atEnd, bytes[index].isMarkupSpace { index += 1 }
    }

    /// A number of one to nine digits.
    private mutating func digits() -> Int? {
        let start = index
        var value = 0
        while !atEnd, bytes[index].isASCIIDigit, index - start < 9 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index > start ? value : nil
    }
}
