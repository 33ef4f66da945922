/// The lines of a dump: what was wrapped at a column is one line again, and what was run together is several.
enum DumpLines {
    /// Lines of fewer columns were not wrapped by a program.
    private static let narrowest = 50
    private static let widest = 132
    /// Letters of a line that can be names and dates run together.
    private static let header = 200

    static func read(_ text: String) -> [DumpLine] {
        let raw = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return unwrapped(raw).flatMap(separated).map { DumpLine($0) }.filter { !$0.words.isEmpty }
    }

    // MARK: Wrapped lines

    /// Joins lines that a program broke because the next word had no room.
    private static func unwrapped(_ lines: [Substring]) -> [String] {
        let lines = lines.map { LineText.collapsed($0) }
        let lengths = lines.map { $0.unicodeScalars.count }
        guard let width = lengths.max(), (narrowest...widest).contains(width) else { return lines }
        let long = lines.indices.dropLast().filter { index in
            lengths[index] * 3 >= width * 2 && lengths[index + 1] > 0
        }
        // The next line's first word would have had no room on them.
        let full = long.filter { index in
            let word = lines[index + 1].prefix { $0 != " " }
            return lengths[index] + 1 + word.unicodeScalars.count > width
        }
        let continued = full.filter { lines[$0 + 1].first?.isLowercase ?? false }
        // In a wrapped text nearly every long line is full and goes on in the middle of a sentence.
        guard full.count >= 6, full.count * 10 >= long.count * 7, continued.count * 5 >= full.count * 2 else {
            return lines
        }
        var result: [String] = []
        var open = ""
        var next = full[...]
        for (index, line) in lines.enumerated() {
            open += open.isEmpty ? line : " " + line
            if next.first == index {
                next.removeFirst()
            } else {
                result.append(open)
                open = ""
            }
        }
        if !open.isEmpty { result.append(open) }
        return result
    }

    // MARK: Lines run together

    /// A line's parts, where it is a byline and a date without anything between them, or with a bar.
    private static func separated(_ line: String) -> [String] {
        guard line.utf8.count <= header, line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return [line] }
        for bar in [" | ", " • ", " · "] {
            let parts = split(line, at: bar)
            // “Headline | Site” stays as it is.
            if parts.count > 1, parts.contains(where: isLabelled) { return parts.flatMap(unjoined) }
        }
        return unjoined(line)
    }

    private static func isLabelled(_ part: String) -> Bool {
        let line = DumpLine(part)
        return line.isDated || line.isByline
    }

    private static func split(_ line: String, at bar: String) -> [String] {
        var parts: [String] = []
        var rest = line[...]
        while let found = rest.firstRange(of: bar) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        parts.append(String(rest))
        return parts.filter { !$0.isEmpty }
    }

    /// “Ada ByronMarch 4, 2025” and “4 March 2025By Ada Byron”.
    private static func unjoined(_ line: String) -> [String] {
        let letters = Array(line)
        guard letters.count <= 120 else { return [line] }
        for index in letters.indices.dropFirst() where letters[index].isUppercase {
            let before = letters[index - 1]
            guard before.isLowercase || before.isNumber else { continue }
            let rest = String(letters[index...])
            let word = rest.prefix { $0.isLetter }.lowercased()
            let isDate = MonthTable.isMonth(word) && PageDate.find(in: rest) != nil
            let isByline = before.isNumber && DumpLine(rest).isByline
            if isDate || isByline { return [String(letters[..<index]), rest] }
        }
        return [line]
    }
}
