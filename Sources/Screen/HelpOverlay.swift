import Canvas

/// The keys, read from the live keymap.
struct HelpOverlay: Sendable {
    private(set) var top = 0

    mutating func scroll(by lines: Int, of count: Int, height: Int) {
        top = max(0, min(top + lines, count - height))
    }

    /// One line: keys and what they do, or the heading of a chapter.
    struct HelpLine: Sendable, Equatable {
        var keys: String
        var summary: String

        var isHeading: Bool { summary.isEmpty }
    }

    static func lines(_ keymap: Keymap, _ glyphs: Glyphs) -> [HelpLine] {
        var lines: [HelpLine] = []
        for chapter in Command.Chapter.allCases {
            if !lines.isEmpty { lines.append(HelpLine(keys: "", summary: " ")) }
            lines.append(HelpLine(keys: chapter.rawValue, summary: ""))
            for command in Command.allCases where command.chapter == chapter {
                let keys = keymap.keys(for: command, glyphs).joined(separator: "  ")
                lines.append(HelpLine(keys: keys, summary: command.summary))
            }
        }
        return lines
    }
}
