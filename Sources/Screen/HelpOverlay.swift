import Canvas
import Typesetting

/// The keys, read from the live keymap: those of the pane that has the keys, and those that work everywhere.
struct HelpOverlay: Sendable {
    /// The pane that had the keys.
    let pane: Pane
    private(set) var top = 0
    private(set) var searched = ""

    init(pane: Pane) { self.pane = pane }

    mutating func scroll(by lines: Int, of count: Int, height: Int) {
        top = max(0, min(top + lines, count - height))
    }

    /// Shows only what has these words.
    mutating func find(_ text: String) {
        searched = text
        top = 0
    }

    /// One line: keys and what they do, more of that, or the heading of a chapter.
    struct HelpLine: Sendable, Equatable {
        var keys: String
        var summary: String

        var isHeading: Bool { summary.isEmpty }
    }

    /// Columns of its frame, where there is room.
    static let width = 72
    /// Columns of the keys, before what they do.
    static let keyWidth = 16

    /// The lines, for a width.
    func lines(_ keymap: Keymap, _ glyphs: Glyphs, width: Int) -> [HelpLine] {
        rows(keymap, glyphs).flatMap { row in
            let texts = LineBreaker.wrap(row.summary, width: max(1, width - HelpOverlay.keyWidth))
            guard texts.count > 1 else { return [row] }
            return texts.enumerated().map { HelpLine(keys: $0 == 0 ? row.keys : "", summary: $1) }
        }
    }

    private func rows(_ keymap: Keymap, _ glyphs: Glyphs) -> [HelpLine] {
        var lines: [HelpLine] = []
        let words = searched.lowercased().split(separator: " ")
        for chapter in CommandEntry.Chapter.allCases {
            let entries = CommandEntry.table.filter {
                $0.chapter == chapter && $0.command.works(in: pane)
            }
            let found = entries.compactMap { entry -> HelpLine? in
                let keys = keymap.keys(for: entry.command, glyphs, in: pane)
                // Its keys mean something else in this pane.
                if keys.isEmpty, !keymap.keys(for: entry.command, glyphs).isEmpty { return nil }
                // The palette has those that have none.
                let shown = keys.isEmpty ? keymap.label(of: .palette, glyphs) : keys.joined(separator: "  ")
                return HelpLine(keys: shown, summary: entry.summary)
            }.filter { line in
                let text = "\(chapter.rawValue) \(line.keys) \(line.summary)".lowercased()
                return words.allSatisfy(text.contains)
            }
            guard !found.isEmpty else { continue }
            if !lines.isEmpty { lines.append(HelpLine(keys: "", summary: " ")) }
            lines.append(HelpLine(keys: chapter.rawValue, summary: ""))
            lines += found
        }
        return lines.isEmpty ? [HelpLine(keys: "", summary: "No command has these words.")] : lines
    }
}

extension ScreenState {
    /// The lines of the help that is open, as wide as it is.
    var helpLines: [HelpOverlay.HelpLine] {
        let width = overlayFrame(width: HelpOverlay.width).inset(horizontally: 2, vertically: 1).width
        return help?.lines(surroundings.keymap, glyphs, width: width) ?? []
    }

    mutating func performInHelp(_ command: Command, count: Int?) -> [ScreenEffect] {
        let lines = helpLines.count
        let height = overlayHeight
        if let step = step(of: command, count: count) {
            help?.scroll(by: step, of: lines, height: height)
        } else if command == .search {
            ask(.find)
        } else if command == .help || command == .open {
            help = nil
        }
        return []
    }
}
