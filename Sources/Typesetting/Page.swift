/// The lines set so far, and what is due before the next one: margins, a marker, a blank line.
struct Page: Sendable {
    private(set) var lines: [StyledLine] = []
    private var margins: [Margin] = []
    /// All margins in one, as they stand before most lines.
    private var indent = StyledLine()
    /// A blank line that is due once something follows: at which level, and under how many margins.
    private var gap: (level: Int, margins: Int)?

    mutating func push(_ margin: Margin) {
        margins.append(margin)
        indent.append(margin.rest)
    }

    mutating func popMargin() {
        guard margins.popLast() != nil else { return }
        indent = combined(margins)
        if let due = gap { gap = (due.level, min(due.margins, margins.count)) }
    }

    /// Asks for a blank line between what is out and what follows at a level of nesting; an outer wish goes first.
    mutating func requestGap(level: Int) {
        if gap == nil { gap = (level, margins.count) }
    }

    /// Nothing more follows at a level.
    mutating func close(level: Int) {
        if gap?.level == level { gap = nil }
    }

    /// Puts a line of running text out; a blank one shows only between others, and never twice.
    mutating func emit(_ line: StyledLine, level: Int) {
        if !line.runs.isEmpty { return emit(line) }
        if !lines.isEmpty { requestGap(level: level) }
    }

    /// Puts a line out as it is.
    mutating func emit(_ line: StyledLine) {
        if let due = gap {
            gap = nil
            if !lines.isEmpty {
                var blank = combined(margins[..<due.margins])
                blank.trim()
                lines.append(blank)
            }
        }
        var whole = margins.contains { !$0.isUsed } ? opening(line) : indent
        whole.append(line)
        if line.runs.isEmpty, line.picture == nil { whole.trim() }
        lines.append(whole)
    }

    /// The margins before a line that is the first in one of them.
    private mutating func opening(_ line: StyledLine) -> StyledLine {
        var parts: [StyledLine] = []
        var width = line.width
        for index in margins.indices.reversed() {
            let margin = margins[index]
            margins[index].isUsed = true
            let part = margin.isUsed ? margin.rest : margin.first
            if !margin.isUsed, let room = margin.optionalRoom, width + part.width > room { continue }
            width += part.width
            parts.append(part)
        }
        return combined(parts.reversed())
    }

    private func combined(_ margins: some Sequence<Margin>) -> StyledLine { combined(margins.map(\.rest)) }

    private func combined(_ parts: some Sequence<StyledLine>) -> StyledLine {
        var whole = StyledLine()
        for part in parts { whole.append(part) }
        return whole
    }
}
