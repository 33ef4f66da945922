import Markup
import News

/// The date of RFC 822 as nearly all feeds write it, `Tue, 12 May 2026 09:14:00 +0200`; anything else is for
/// `LooseDate`.
enum MailDate {
    /// The moment a text names, if it is in just this form.
    static func read(_ text: Span<UInt8>) -> Timestamp? {
        var index = 0
        if text.count > 4, text[3] == UInt8(ascii: ",") {
            index = text[4] == UInt8(ascii: " ") ? 5 : 4
        }
        guard let day = number(text, &index, upTo: 2), take(UInt8(ascii: " "), text, &index),
            let month = month(text, &index), take(UInt8(ascii: " "), text, &index)
        else { return nil }
        let yearStart = index
        guard let year = number(text, &index, upTo: 4), index - yearStart == 4,
            take(UInt8(ascii: " "), text, &index),
            let hour = number(text, &index, upTo: 2), take(UInt8(ascii: ":"), text, &index),
            let minute = number(text, &index, upTo: 2), take(UInt8(ascii: ":"), text, &index),
            let second = number(text, &index, upTo: 2), take(UInt8(ascii: " "), text, &index),
            let offset = offset(text, index), hour <= 24, minute < 60, second <= 60
        else { return nil }
        return FeedDate.timestamp(
            year: year, month: month, day: day, secondOfDay: hour * 3600 + minute * 60 + second,
            offset: offset)
    }

    private static func take(_ byte: UInt8, _ text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    private static func number(_ text: Span<UInt8>, _ index: inout Int, upTo digits: Int) -> Int? {
        let start = index
        var value = 0
        while index < text.count, index - start < digits, text[index].isASCIIDigit {
            value = value * 10 + Int(text[index] - 0x30)
            index += 1
        }
        return index > start ? value : nil
    }

    /// Three letters of an English month.
    private static func month(_ text: Span<UInt8>, _ index: inout Int) -> Int? {
        guard index + 3 <= text.count else { return nil }
        var word: UInt32 = 0
        for offset in 0..<3 { word = word << 8 | UInt32(text[index + offset] | 0x20) }
        index += 3
        return months.firstIndex(of: word).map { $0 + 1 }
    }

    /// `+0200`, `Z` or the name of a zone, and nothing behind.
    private static func offset(_ text: Span<UInt8>, _ start: Int) -> Int? {
        let count = text.count - start
        if count == 1 { return text[start] == UInt8(ascii: "Z") ? 0 : nil }
        if count > 1, count <= 4, text[start].isASCIILetter { return zone(text, from: start) }
        guard count == 5 else { return nil }
        let isEast = text[start] == UInt8(ascii: "+")
        guard isEast || text[start] == UInt8(ascii: "-") else { return nil }
        var index = start + 1
        guard let digits = number(text, &index, upTo: 4), index == text.count else { return nil }
        let seconds = digits / 100 * 3600 + digits % 100 * 60
        return isEast ? seconds : -seconds
    }

    /// A zone's name, and nothing behind.
    private static func zone(_ text: Span<UInt8>, from start: Int) -> Int? {
        var word = ""
        for index in start..<text.count {
            guard text[index].isASCIILetter else { return nil }
            word.unicodeScalars.append(Unicode.Scalar(text[index].lowercasedASCII))
        }
        return DateWords.zone(word)
    }

    private static let months: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
