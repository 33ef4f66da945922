import Canvas

/// The keys as text, for the command line and the documentation.
public enum KeyReference {
    /// One command.
    public struct Row: Sendable {
        /// Its chapter.
        public var chapter: String
        /// Its name.
        public var name: String
        /// Its keys, the usual one first.
        public var keys: [String]
        /// What it does.
        public var summary: String
    }

    /// All commands, in the order of the help, with their keys in a keymap.
    public static func rows(_ keymap: Keymap = .standard) -> [Row] {
        CommandEntry.Chapter.allCases.flatMap { chapter in
            CommandEntry.table.filter { $0.chapter == chapter }.map { entry in
                Row(
                    chapter: chapter.rawValue, name: entry.command.rawValue,
                    keys: keymap.keys(for: entry.command, .ascii), summary: entry.summary)
            }
        }
    }

    /// One command a line: keys, name, what it does.
    public static func text(_ keymap: Keymap = .standard) -> String {
        var lines: [String] = []
        var chapter = ""
        for row in rows(keymap) {
            if row.chapter != chapter {
                if !lines.isEmpty { lines.append("") }
                lines.append(row.chapter)
                chapter = row.chapter
            }
            lines.append(
                "  " + padded(row.keys.isEmpty ? ":" : row.keys.joined(separator: "  "), 18)
                    + padded(row.name, 22) + row.summary)
        }
        return lines.joined(separator: "\n")
    }

    /// `Documentation/Keys.md`.
    public static var markdown: String {
        var lines = [
            "# Keys", "",
            "Made from the program's own table by `tidings keys --markdown`; a test fails when it is stale.",
            "",
            "`1` to `4` are panes, so a count begins with 5 to 9, or with a 0: `5j`, `012G`, `03j`.",
            "Where something is typed, the keys are those of shells: `^a ^e ^b ^f ^w ^u ^k`, `Up` and `Down` for what was "
                + "typed before, `Tab` to complete, `Esc` to leave.",
        ]
        var chapter = ""
        for row in rows() {
            if row.chapter != chapter {
                lines += ["", "## \(row.chapter)", "", "| key | does | name |", "|--|--|--|"]
                chapter = row.chapter
            }
            let keys = (row.keys.isEmpty ? [":\(row.name)"] : row.keys).map { "`\($0 == "|" ? "\\|" : $0)`" }
                .joined(separator: " ")
            lines.append("| \(keys) | \(row.summary) | `\(row.name)` |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
