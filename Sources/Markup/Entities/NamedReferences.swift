/// The named character references of HTML: `&nbsp;`, `&eacute;`, `&NotEqualTilde;` and 2,122 more.
enum NamedReferences {
    /// What a name stands for.
    struct Match: Equatable {
        /// One or two scalars.
        let scalars: [Unicode.Scalar]
        /// Bytes of the name that were used, without `&` and `;`.
        let length: Int
        /// Whether the name also counts where its semicolon is missing.
        let standsWithoutSemicolon: Bool
    }

    /// What the whole of `name` (without `&` and `;`) stands for.
    static func lookup(_ name: ArraySlice<UInt8>) -> Match? {
        let index = lowerBound(name)
        guard index < lines.count, compare(lines[index], name) == 0 else { return nil }
        return match(lines[index])
    }

    /// The longest name that `text` begins with and that needs no semicolon (WHATWG HTML §13.2.5.73).
    static func longestPrefix(of text: ArraySlice<UInt8>) -> Match? {
        var length = min(text.count, longestWithoutSemicolon)
        while length >= 2 {
            if let found = lookup(text.prefix(length)), found.standsWithoutSemicolon { return found }
            length -= 1
        }
        return nil
    }

    /// `&thetasym`, `&Ccedil`: no name that stands without semicolon is longer than six letters.
    private static let longestWithoutSemicolon = 6

    private static let table = Array(NamedReferenceTable.source.utf8)

    /// Where each line of the table starts and where its name ends.
    private static let lines: [Row] = {
        var rows: [Row] = []
        rows.reserveCapacity(2200)
        var start = 0
        while start < table.count {
            let nameEnd = table[start...].firstIndex(of: UInt8(ascii: " ")) ?? table.count
            let end = table[nameEnd...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count
            rows.append(Row(start: start, nameEnd: nameEnd, end: end))
            start = end + 1
        }
        return rows
    }()

    private struct Row {
        let start: Int
        let nameEnd: Int
        let end: Int
    }

    private static func lowerBound(_ name: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if compare(lines[middle], name) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func compare(_ row: Row, _ name: ArraySlice<UInt8>) -> Int {
        let count = row.nameEnd - row.start
        var offset = 0
        while offset < count && offset < name.count {
            let difference = Int(table[row.start + offset]) - Int(name[name.startIndex + offset])
            if difference != 0 { return difference }
            offset += 1
        }
        return count - name.count
    }

    private static func match(_ row: Row) -> Match {
        var scalars: [Unicode.Scalar] = []
        let legacy = table[row.nameEnd + 1] == UInt8(ascii: "!")
        var value: UInt32 = 0
        for byte in table[(row.nameEnd + (legacy ? 2 : 1))..<row.end] {
            if byte == UInt8(ascii: "+") {
                Unicode.Scalar(value).map { scalars.append($0) }
                value = 0
            } else {
                value = value * 16 + UInt32(byte.hexadecimalValue ?? 0)
            }
        }
        Unicode.Scalar(value).map { scalars.append($0) }
        return Match(scalars: scalars, length: row.nameEnd - row.start, standsWithoutSemicolon: legacy)
    }
}
