import News

/// The day that many sites write into an article's address: `/2024/05/03/`, `/2024-05-03-`, `/20240503`.
enum AddressDate {
    static func find(in address: String) -> Timestamp? {
        let bytes = Array(address.utf8)
        for start in bytes.indices.dropFirst() where "/_-".utf8.contains(bytes[start - 1]) {
            if let day = day(bytes, at: start) { return Timestamp(day) }
        }
        return nil
    }

    private static func day(_ bytes: [UInt8], at start: Int) -> CivilTime? {
        var index = start
        guard let year = number(bytes, &index, digits: 4...4), (1990...2035).contains(year) else {
            return nil
        }
        var isPacked = true
        let mark = index < bytes.count ? bytes[index] : 0
        if "/_-".utf8.contains(mark) {
            isPacked = false
            index += 1
        }
        let digits = isPacked ? 2...2 : 1...2
        guard let month = number(bytes, &index, digits: digits), (1...12).contains(month) else { return nil }
        if !isPacked {
            guard index < bytes.count, bytes[index] == mark else { return nil }
            index += 1
        }
        guard let day = number(bytes, &index, digits: digits), (1...31).contains(day) else { return nil }
        guard index >= bytes.count || bytes[index] &- 0x30 >= 10 else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int, digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while index < bytes.count, count < digits.upperBound, bytes[index] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[index] - 0x30)
            count += 1
            index += 1
        }
        return digits.contains(count) ? value : nil
    }
}
