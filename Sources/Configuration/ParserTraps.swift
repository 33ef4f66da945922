/// What has to be looked at before TOMLKit is given a text.
///
/// The parser in it (toml++ 3.3) holds some mistakes to be impossible and ends the process at them, by an assertion that
/// release builds keep: a table's header with no name behind its bracket, what looks like a date with something else than
/// a time behind it, a brace that closes where a list is open, and line ends of Unicode's in a list. `make fuzz` found
/// them; a person who is still typing saves such a file. Nothing that a setting may say is refused here.
enum ParserTraps {
    /// A place where the parser would end the process.
    struct Trap: Equatable {
        var line: Int
        var column: Int
        var reason: String
    }

    /// The first trap in a text.
    static func first(in text: String) -> Trap? {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let misplaced = Outline.firstMisplaced(in: Array(text.utf8))
        for (number, line) in lines.enumerated() {
            let bytes = Array(
                line.starts(with: [0xEF, 0xBB, 0xBF]) && number == 0 ? line.dropFirst(3) : line)
            if let column = nameless(bytes) {
                return Trap(
                    line: number + 1, column: column,
                    reason: "this is no TOML table: its name is missing behind the bracket")
            }
            if let misplaced, misplaced.line == number + 1 { return misplaced }
        }
        return nil
    }

    /// Where the name is missing in a header.
    private static func nameless(_ line: [UInt8]) -> Int? {
        var place = line.prefix(while: isBlank).count
        guard place < line.count, line[place] == UInt8(ascii: "[") else { return nil }
        var brackets = 0
        while place < line.count, isBlank(line[place]) || line[place] == UInt8(ascii: "["), brackets <= 2 {
            brackets += line[place] == UInt8(ascii: "[") ? 1 : 0
            if brackets == 3 { break }
            place += 1
        }
        return place < line.count && beginsName(line[place]) ? nil : place + 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte.isOfBareKey || "\"']".utf8.contains(byte)
    }
}

/// Follows words, brackets and braces through a text, past its strings and comments.
private struct Outline {
    private let bytes: [UInt8]
    private var place = 0
    private var open: [UInt8] = []

    /// The first byte outside of strings and comments that cannot stand there.
    static func firstMisplaced(in bytes: [UInt8]) -> ParserTraps.Trap? {
        var outline = Outline(bytes: bytes)
        guard let reason = outline.misplaced() else { return nil }
        let before = bytes[..<outline.place]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return ParserTraps.Trap(
            line: before.count { $0 == 0x0A } + 1, column: outline.place - start + 1, reason: reason)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// Goes to the first byte that cannot stand where it does, and says why.
    private mutating func misplaced() -> String? {
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "#"):
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
            case UInt8(ascii: "]"): if open.last == UInt8(ascii: "[") { open.removeLast() }
            case UInt8(ascii: "}"):
                if open.last == UInt8(ascii: "[") { return "this closes a table, but a list is open" }
                _ = open.popLast()
            case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "="): break
            default:
                let word = bytes[place...].prefix(while: Self.isOfWord)
                if word.isEmpty { return "such a letter can only stand in quotation marks" }
                if Self.isDigit(word.first), !isNumber(word) {
                    return "this is no number; quotation marks make it a text"
                }
                place = word.endIndex
                continue
            }
            place += 1
        }
        return nil
    }

    /// What names, numbers, dates and times are made of outside of quotation marks.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte.isOfBareKey || "+.:".utf8.contains(byte)
    }

    /// Whether a word that begins with a digit can be a number, not a date or a time, and ends before the next thing: one
    /// hyphen can stand in it, that of an exponent.
    private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        let isEnded = word.endIndex == bytes.count || " \t\r\n,]}#".utf8.contains(bytes[word.endIndex])
        return isEnded && !word.contains(UInt8(ascii: ":")) && word.count { $0 == UInt8(ascii: "-") } < 2
    }

    private static func isDigit(_ byte: UInt8?) -> Bool {
        byte.map((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ?? false
    }

    /// Past a string: of one line, or of several in three quotation marks; only `"` knows escapes.
    private mutating func skipString(_ quote: UInt8) {
        let isLong = bytes[place...].starts(with: [quote, quote, quote])
        place += isLong ? 3 : 1
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                place += 1
            } else if isLong ? bytes[place...].starts(with: [quote, quote, quote]) : bytes[place] == quote {
                // Up to two more marks belong to a text of several lines.
                place += isLong ? 2 + bytes[(place + 3)...].prefix(2).prefix { $0 == quote }.count : 0
                return
            } else if !isLong, bytes[place] == 0x0A {
                return
            }
            place += 1
        }
    }
}

extension UInt8 {
    /// A letter, a digit, `_` or `-`: what a key of TOML is made of without quotation marks.
    var isOfBareKey: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
