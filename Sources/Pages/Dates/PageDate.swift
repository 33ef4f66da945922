import News

/// Finds dates in what pages write: ISO 8601, dates in words of some twenty languages, numbers with dots or slashes.
struct PageDate {
    private let tokens: [DateToken]
    private let style: DateStyle
    private var index = 0

    /// The first date in a line, at the time that stands beside it; nil if there is none.
    static func find(in text: some StringProtocol, _ style: DateStyle = .plain) -> Timestamp? {
        find(in: Array(text.utf8)[...], style)
    }

    /// The first date in a line of UTF-8.
    static func find(in text: ArraySlice<UInt8>, _ style: DateStyle = .plain) -> Timestamp? {
        guard text.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
        var reading = PageDate(tokens: DateToken.tokens(of: text), style: style)
        return reading.first()
    }

    private init(tokens: [DateToken], style: DateStyle) {
        self.tokens = tokens
        self.style = style
    }

    private mutating func first() -> Timestamp? {
        for start in tokens.indices {
            index = start
            guard let day = day() else { continue }
            let time = clock() ?? clock(before: start)
            guard let time else { return style.moment(day) }
            let local = CivilTime(
                year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute,
                second: time.second)
            return time.offset.map { Timestamp(local).advanced(by: -Int64($0) * 60) } ?? style.moment(local)
        }
        return nil
    }

    // MARK: Days

    private mutating func day() -> CivilTime? {
        let start = index
        if case .word(let word) = peek(), let month = Months.shared.number(word) {
            index += 1
            if let day = afterMonth(month) { return day }
            index = start
            return nil
        }
        guard let first = number() else { return nil }
        if first.digits == 4, (1990...2035).contains(first.value) {
            if let day = afterYear(first.value) { return day }
        } else if first.digits == 8, let day = packed(first.value) {
            return day
        } else if first.digits <= 2 {
            if let day = afterDay(first.value) { return day }
            index = start + 1
            if let day = numeric(first.value) { return day }
        }
        index = start
        return nil
    }

    /// “May 3, 2024”.
    private mutating func afterMonth(_ month: Int) -> CivilTime? {
        skip(".")
        guard let day = number(), day.digits <= 2 else { return nil }
        skipJoiners()
        skip(".")
        skip(",")
        skipJoiners()
        guard let year = year() else { return nil }
        return civil(year, month, day.value)
    }

    /// “3 May 2024”, “3 de mayo de 2024”, also with a point behind the day.
    private mutating func afterDay(_ day: Int) -> CivilTime? {
        skip(".")
        skipJoiners()
        skip("-")
        guard case .word(let word) = peek(), let month = Months.shared.number(word) else { return nil }
        index += 1
        skip(".")
        skip(",")
        skip("-")
        skipJoiners()
        guard let year = year() else { return nil }
        return civil(year, month, day)
    }

    /// “2024-05-03”, “2024/5/3”, “2024年5月3日”, “2024 May 3”.
    private mutating func afterYear(_ year: Int) -> CivilTime? {
        if case .word(let word) = peek(), let month = Months.shared.number(word) {
            index += 1
            guard let day = number(), day.digits <= 2 else { return nil }
            return civil(year, month, day.value)
        }
        guard separator(), let month = number(), month.digits <= 2, separator(), let day = number(),
            day.digits <= 2
        else { return nil }
        if case .word(let word) = peek(), word == "日" || word == "일" { index += 1 }
        return civil(year, month.value, day.value)
    }

    /// “03.05.2024”, “5/13/24”.
    private mutating func numeric(_ first: Int) -> CivilTime? {
        guard case .mark(let mark) = peek(), "./-".utf8.contains(mark) else { return nil }
        index += 1
        guard let second = number(), second.digits <= 2, peek() == .mark(mark) else { return nil }
        index += 1
        guard let third = number(), third.digits == 2 || third.digits == 4 else { return nil }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        let isMonthFirst = second.value > 12 || (style.isMonthFirst && first <= 12)
        if mark == UInt8(ascii: "/"), first <= 12, isMonthFirst {
            return civil(year, first, second.value)
        }
        return civil(year, second.value, first)
    }

    /// “20240503”.
    private func packed(_ value: Int) -> CivilTime? { civil(value / 10_000, value / 100 % 100, value % 100) }

    private func civil(_ year: Int, _ month: Int, _ day: Int) -> CivilTime? {
        guard (1990...2035).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        return CivilTime(year: year, month: month, day: day)
    }

    private mutating func year() -> Int? {
        guard let year = number(), year.digits == 4 else { return nil }
        return year.value
    }

    private mutating func separator() -> Bool {
        switch peek() {
        case .mark(let mark) where "-/.".utf8.contains(mark): break
        case .word(let word) where ["年", "月", "년", "월"].contains(word): break
        default: return false
        }
        index += 1
        return true
    }

    // MARK: Times

    private struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        /// Minutes east of Greenwich.
        var offset: Int?
    }

    /// The time of day within a few words behind the date.
    private mutating func clock() -> Clock? {
        let end = min(tokens.count, index + 6)
        while index < end {
            if let hour = number() {
                guard hour.digits <= 2, hour.value < 24 else { return nil }
                return clock(hour: hour.value)
            }
            index += 1
        }
        return nil
    }

    /// The time of day before the date: “9:40 PM EST, January 14, 2025”.
    private mutating func clock(before start: Int) -> Clock? {
        for place in max(0, start - 7)..<start where place + 1 < start {
            guard case .number(let hour, let digits) = tokens[place], digits <= 2, hour < 24,
                tokens[place + 1] == .mark(UInt8(ascii: ":"))
            else { continue }
            index = place + 1
            let found = clock(hour: hour)
            return index <= start ? found : nil
        }
        return nil
    }

    private mutating func clock(hour: Int) -> Clock? {
        var clock = Clock(hour: hour, minute: 0)
        let isColon = peek() == .mark(UInt8(ascii: ":"))
        var isTime = false
        if isColon || peek() == .mark(UInt8(ascii: ".")) || peek() == .word("h") {
            index += 1
            if let minute = number(), minute.digits == 2, minute.value < 60 {
                clock.minute = minute.value
                isTime = true
            }
        }
        if isTime, isColon, peek() == .mark(UInt8(ascii: ":")) {
            index += 1
            if let second = number(), second.value < 60 { clock.second = second.value }
            if peek() == .mark(UInt8(ascii: ".")) {
                index += 1
                _ = number()
            }
        }
        if let isAfternoon = halfOfDay() {
            isTime = true
            if isAfternoon, clock.hour < 12 { clock.hour += 12 }
            if !isAfternoon, clock.hour == 12 { clock.hour = 0 }
        }
        clock.offset = zone()
        return isTime ? clock : nil
    }

    private mutating func halfOfDay() -> Bool? {
        guard case .word(let word) = peek() else { return nil }
        var letters = word
        var length = 1
        if word == "a" || word == "p", peek(1) == .mark(UInt8(ascii: ".")), peek(2) == .word("m") {
            letters = word + "m"
            length = peek(3) == .mark(UInt8(ascii: ".")) ? 4 : 3
        }
        guard letters == "am" || letters == "pm" else { return nil }
        index += length
        return letters == "pm"
    }

    /// Minutes east of Greenwich; nil where no zone is given.
    private mutating func zone() -> Int? {
        skip("(")
        var minutes: Int?
        if case .word(let word) = peek(), let named = MonthTable.zones[word] {
            minutes = named
            index += 1
        }
        guard case .mark(let sign) = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return minutes
        }
        index += 1
        guard let hours = number(), hours.digits == 2 || hours.digits == 4 else { return minutes }
        var offset = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
        if hours.digits == 2, peek() == .mark(UInt8(ascii: ":")) {
            index += 1
            if let rest = number() { offset += rest.value }
        }
        guard offset <= 14 * 60 else { return minutes }
        return sign == UInt8(ascii: "+") ? offset : -offset
    }

    // MARK: Tokens

    private func peek(_ offset: Int = 0) -> DateToken? {
        index + offset < tokens.count ? tokens[index + offset] : nil
    }

    private mutating func number() -> (value: Int, digits: Int)? {
        guard case .number(let value, let digits) = peek() else { return nil }
        index += 1
        return (value, digits)
    }

    private mutating func skip(_ mark: Unicode.Scalar) {
        if peek() == .mark(UInt8(ascii: mark)) { index += 1 }
    }

    private mutating func skipJoiners() {
        for _ in 0..<2 {
            guard case .word(let word) = peek(), MonthTable.joiners.contains(word) else { return }
            index += 1
        }
    }
}

extension MonthTable {
    /// Whether a word in lower case names a month.
    static func isMonth(_ word: String) -> Bool { Months.shared.number(word) != nil }
}

/// Month names, made ready for looking up.
private struct Months: Sendable {
    static let shared = Months()

    private var numbers: [String: Int] = [:]

    private init() {
        for (index, line) in MonthTable.names.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") { numbers[String(name)] = index + 1 }
        }
    }

    func number(_ word: String) -> Int? { numbers[word] }
}
