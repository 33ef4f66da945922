/// Where keys and values stand in a TOML text.
///
/// TOMLKit tells what a file says, and where it is no TOML; it does not tell where a value stood. This reads a text that
/// TOMLKit has taken, so it only has to find its way, never to judge.
struct KeyPlaces {
    /// Where one key stands, and its value, in bytes.
    struct Place: Equatable {
        var key: Int
        var value: Range<Int>
    }

    /// The bytes of the file.
    let bytes: [UInt8]
    /// By path; elements of lists are `#0`, `#1`….
    private(set) var places: [[String]: Place] = [:]
    /// The paths as they follow each other in the file.
    private(set) var order: [[String]] = []
    /// The first byte of the first table's header, or the end.
    private(set) var firstTable: Int
    private var cursor = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        firstTable = bytes.count
        read()
    }

    /// Line and column of a byte, from 1; a column is a letter.
    func position(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let letters = bytes[start..<before.endIndex].count { $0 & 0xC0 != 0x80 }
        return (before.count { $0 == newline } + 1, letters + 1)
    }

    /// A line's text, by its number from 1.
    func line(_ number: Int) -> String {
        let lines = bytes.split(separator: newline, maxSplits: number, omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return "" }
        var line = lines[number - 1]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// Where a word stands in a value; the value's first letter where it is written otherwise.
    func offset(of word: String, in place: Place) -> Int {
        let word = Array(word.utf8)
        guard !word.isEmpty, word.count <= place.value.count else { return place.value.lowerBound }
        return (place.value.lowerBound...place.value.upperBound - word.count)
            .first { bytes[$0..<$0 + word.count].elementsEqual(word) } ?? place.value.lowerBound
    }

    // MARK: Reading

    private let newline = UInt8(ascii: "\n")

    private var next: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

    private func isNext(_ text: StaticString) -> Bool {
        let end = cursor + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[cursor..<end].elementsEqual($0) }
    }

    private mutating func read() {
        if isNext("\u{FEFF}") { cursor += 3 }
        var table: [String] = []
        var counts: [[String]: Int] = [:]
        while true {
            skipBlank()
            guard let byte = next else { return }
            let start = cursor
            if byte == UInt8(ascii: "[") {
                if firstTable == bytes.count { firstTable = start }
                let isList = isNext("[[")
                cursor += isList ? 2 : 1
                table = keys()
                add(table, Place(key: start + (isList ? 2 : 1), value: start..<cursor))
                if isList {
                    counts[table, default: -1] += 1
                    table.append("#\(counts[table] ?? 0)")
                }
                skipLine()
            } else {
                readPair(in: table)
                skipLine()
            }
            // A text that is no TOML after all must not hold it.
            if cursor == start { cursor += 1 }
        }
    }

    private mutating func readPair(in table: [String]) {
        let start = cursor
        let path = table + keys()
        skipSpaces()
        guard next == UInt8(ascii: "=") else { return }
        cursor += 1
        skipSpaces()
        let from = cursor
        // The key first, so that the order is that of the file.
        add(path, Place(key: start, value: from..<from))
        skipValue(path)
        places[path]?.value = from..<cursor
    }

    private mutating func add(_ path: [String], _ place: Place) {
        // Of a table that is opened twice, as `a.b = 1` and `a.c = 2` do, the first place counts.
        guard places[path] == nil else { return }
        places[path] = place
        order.append(path)
    }

    /// `a."b c".d`.
    private mutating func keys() -> [String] {
        var keys: [String] = []
        repeat {
            skipSpaces()
            switch next {
            case UInt8(ascii: "\""):
                let from = cursor
                skipString()
                keys.append(KeyPlaces.unescaped(bytes[from + 1..<max(from + 1, cursor - 1)]))
            case UInt8(ascii: "'"):
                let from = cursor
                skipString()
                keys.append(String(decoding: bytes[from + 1..<max(from + 1, cursor - 1)], as: UTF8.self))
            default:
                let from = cursor
                while let byte = next, !" \t\r\n.=]#\"'".utf8.contains(byte) { cursor += 1 }
                keys.append(String(decoding: bytes[from..<cursor], as: UTF8.self))
            }
            skipSpaces()
            guard next == UInt8(ascii: ".") else { return keys }
            cursor += 1
        } while true
    }

    private mutating func skipValue(_ path: [String]) {
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
        case UInt8(ascii: "["):
            cursor += 1
            var count = 0
            while true {
                skipBlank()
                guard let byte = next else { return }
                if byte == UInt8(ascii: "]") { break }
                let from = cursor
                skipValue(path + ["#\(count)"])
                add(path + ["#\(count)"], Place(key: from, value: from..<cursor))
                count += 1
                skipBlank()
                if next == UInt8(ascii: ",") { cursor += 1 }
                if cursor == from { return }
            }
            cursor += 1
        case UInt8(ascii: "{"):
            cursor += 1
            while true {
                skipBlank()
                guard let byte = next else { return }
                if byte == UInt8(ascii: "}") { break }
                let from = cursor
                readPair(in: path)
                skipBlank()
                if next == UInt8(ascii: ",") { cursor += 1 }
                if cursor == from { return }
            }
            cursor += 1
        default:
            let from = cursor
            while let byte = next, !",]}#\r\n".utf8.contains(byte) { cursor += 1 }
            while cursor > from,
                bytes[cursor - 1] == UInt8(ascii: " ") || bytes[cursor - 1] == UInt8(ascii: "\t")
            {
                cursor -= 1
            }
        }
    }

    private mutating func skipString() {
        let quote = bytes[cursor]
        let isBasic = quote == UInt8(ascii: "\"")
        let isLong = isNext("\"\"\"") || isNext("'''")
        cursor += isLong ? 3 : 1
        while let byte = next {
            if isBasic, byte == UInt8(ascii: "\\") {
                cursor = min(cursor + 2, bytes.count)
            } else if byte != quote {
                cursor += 1
            } else if !isLong {
                cursor += 1
                return
            } else if isNext(isBasic ? "\"\"\"" : "'''") {
                cursor += 3
                // One or two more may belong to the text.
                while next == quote { cursor += 1 }
                return
            } else {
                cursor += 1
            }
        }
    }

    private mutating func skipSpaces() {
        while let byte = next, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { cursor += 1 }
    }

    private mutating func skipLine() {
        while let byte = next, byte != newline { cursor += 1 }
    }

    /// Spaces, line ends and comments.
    private mutating func skipBlank() {
        while let byte = next {
            if byte == UInt8(ascii: "#") {
                skipLine()
            } else if " \t\r\n".utf8.contains(byte) {
                cursor += 1
            } else {
                return
            }
        }
    }

    /// A quoted key's letters; only what may stand in a key by escape.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        var letters = String(decoding: bytes, as: UTF8.self).makeIterator()
        while let letter = letters.next() {
            guard letter == "\\", let sign = letters.next() else {
                text.append(letter)
                continue
            }
            switch sign {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "u", "U":
                let digits = String((0..<(sign == "u" ? 4 : 8)).compactMap { _ in letters.next() })
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    text.unicodeScalars.append(scalar)
                }
            default: text.append(sign)
            }
        }
        return text
    }
}
