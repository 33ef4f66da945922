import Canvas

/// Something in the configuration that cannot be obeyed: where it stands, why, and what to do.
public struct Problem: Error, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The letter in it, from 1.
    public var column: Int
    /// Why it cannot be obeyed.
    public var reason: String
    /// What to do.
    public var advice: String?
    /// The line as it stands in the file.
    public var text: String

    /// One line: `config.toml:12:9: there is no theme “solarised”`.
    public func sentence(in file: String) -> String { Problem.calm("\(file):\(line):\(column): \(reason)") }

    /// Letter for letter the same, so that columns stay, but for what a terminal or a line would obey: it shows as `�`.
    private static func calm(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// The sentence, the line with a caret under the place, and what to do.
    public func explanation(in file: String) -> String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let shown = Problem.calm(text.replacing("\t", with: " "))
        let before = String(String.UnicodeScalarView(shown.unicodeScalars.prefix(max(0, column - 1))))
        let caret = String(repeating: " ", count: DisplayWidth.of(before)) + "^"
        var lines = [sentence(in: file), "  \(number) | \(shown)", "  \(margin) | \(caret)"]
        if let advice { lines.append("  \(margin) = \(Problem.calm(advice))") }
        return lines.joined(separator: "\n")
    }
}

/// The name that was meant, among those there are.
enum Spelling {
    /// The nearest name, if it is near enough to be meant.
    static func nearest(to text: String, in names: [String]) -> String? {
        let found = names.map { (distance(text, $0), $0) }.min { $0.0 < $1.0 }
        return found.flatMap { $0.0 <= max(1, text.count / 3) ? $0.1 : nil }
    }

    /// How many letters have to be changed, added or taken away.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.prefix(64))
        var row = Array(0...right.count)
        for (number, letter) in left.prefix(64).enumerated() {
            var corner = row[0]
            row[0] = number + 1
            for place in right.indices {
                let above = row[place + 1]
                row[place + 1] = min(corner + (letter == right[place] ? 0 : 1), above + 1, row[place] + 1)
                corner = above
            }
        }
        return row[right.count]
    }
}
