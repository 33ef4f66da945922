import Canvas
import News
import Typesetting

extension ScreenState {
    func drawList(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        if list.isEmpty { return drawEmptyList(in: frame, on: &canvas) }
        for line in 0..<max(0, min(frame.height, list.rows.count - list.top)) {
            let index = list.top + line
            draw(list.rows[index], x: frame.x, y: frame.y + line, width: frame.width, on: &canvas)
            if index == list.selected { highlight(frame, line: line, isFocused: isFocused, on: &canvas) }
        }
    }

    /// One row: mark, time, star, headline, and the source where there is room.
    private func draw(_ listing: Listing, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        let style = listing.isRead ? theme.read : theme.unread
        canvas.draw(listing.isRead ? glyphs.read : glyphs.unread, x: x + 1, y: y, style: style)
        canvas.draw(times.short(listing.moment, now: now), x: x + 3, y: y, style: theme.faint)
        if listing.isStarred { canvas.draw(glyphs.star, x: x + 10, y: y, style: theme.star) }
        var room = width - 13
        if width >= 60 {
            let source = DisplayWidth.truncated(listing.sourceTitle.text, to: 20, ellipsis: glyphs.ellipsis)
            canvas.draw(source, x: x + width - 21, y: y, style: theme.faint)
            room -= 22
        }
        let headline = DisplayWidth.truncated(listing.headline.text, to: room, ellipsis: glyphs.ellipsis)
        canvas.draw(headline, x: x + 12, y: y, style: style)
    }

    private func drawEmptyList(in frame: Rect, on canvas: inout Canvas) {
        let text =
            switch list.scope {
            case .all:
                "This library is empty. Leave with q, and add something to read:\n\ntidings add FILE...\n"
                    + "tidings import FILE...\n\nmake run opens the sample newsstand."
            case .unread: "Everything is read.\n\nga shows all articles."
            case .starred: "Nothing is starred yet: s stars an article."
            default: "Nothing here."
            }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            paragraph.isEmpty ? [""] : LineBreaker.wrap(String(paragraph), width: max(1, frame.width - 2))
        }
        for (number, line) in lines.enumerated() where number < frame.height {
            canvas.draw(line, x: frame.x + 1, y: frame.y + number, style: theme.faint)
        }
    }

    func drawSources(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        for line in 0..<max(0, min(frame.height, sources.rows.count - sources.top)) {
            let index = sources.top + line
            let row = sources.rows[index]
            let count = row.unread.flatMap { $0 > 0 ? String($0) : nil } ?? ""
            let indent = 1 + row.depth * 2
            let isCurrent = row.scope == list.scope
            let style = isCurrent ? theme.strong : count.isEmpty ? theme.read : theme.text
            let room = frame.width - indent - count.count - 2
            let title = DisplayWidth.truncated(row.title, to: room, ellipsis: glyphs.ellipsis)
            canvas.draw(title, x: frame.x + indent, y: frame.y + line, style: style)
            canvas.draw(count, x: frame.maxX - count.count - 1, y: frame.y + line, style: theme.faint)
            if index == sources.selected { highlight(frame, line: line, isFocused: isFocused, on: &canvas) }
        }
    }

    func drawReader(in frame: Rect, on canvas: inout Canvas) {
        let height = height(of: .reader)
        if var text = reader.text {
            let lines = text.lines(upTo: reader.scroll + height).dropFirst(reader.scroll)
            for (number, line) in lines.enumerated() {
                draw(line, x: frame.x + 1, y: frame.y + number, width: frame.width - 2, on: &canvas)
            }
        }
        if showsStrip, let summary = related.summary(glyphs) {
            let text = DisplayWidth.truncated(summary, to: frame.width - 2, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: frame.x + 1, y: frame.maxY - 1, style: theme.label)
        }
    }

    private func draw(_ line: ReaderText.ReaderLine, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        switch line {
        case .head(let text, let role): canvas.draw(text, x: x, y: y, width: width, style: theme.style(role))
        case .set(let line):
            var column = 0
            for run in line.runs {
                column += canvas.draw(
                    run.text, x: x + column, y: y, width: width - column, style: theme.style(run.role))
            }
        }
    }

    func drawRelated(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        let lines = relatedLines
        if lines.isEmpty, related.news != nil {
            let text = LineBreaker.wrap("Nothing related in the archive.", width: max(1, frame.width - 2))
            for (number, line) in text.enumerated() {
                canvas.draw(line, x: frame.x + 1, y: frame.y + number, style: theme.faint)
            }
        }
        for (number, line) in lines.dropFirst(related.top).prefix(frame.height).enumerated() {
            let isRead = line.entry.flatMap { related.entries[$0].listing?.isRead } ?? false
            let style =
                switch line.role {
                case .label: theme.label
                case .source, .reason: theme.faint
                case .headline: isRead ? theme.read : theme.text
                case .blank: theme.text
                }
            canvas.draw(line.text, x: frame.x, y: frame.y + number, width: frame.width, style: style)
            if isFocused, line.entry == related.selected {
                highlight(frame, line: number, isFocused: true, on: &canvas)
            }
        }
    }

    func drawHelp(on canvas: inout Canvas) {
        guard let help else { return }
        let width = min(size.width - 4, 64)
        let frame = Rect(x: (size.width - width) / 2, y: 1, width: width, height: size.height - 2)
        canvas.fill(frame, style: theme.text)
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: "Keys")
        let inside = frame.inset(horizontally: 2, vertically: 1)
        let lines = HelpOverlay.lines(surroundings.keymap, glyphs).dropFirst(help.top).prefix(inside.height)
        for (number, line) in lines.enumerated() {
            let style = line.isHeading ? theme.label : theme.key
            canvas.draw(line.keys, x: inside.x, y: inside.y + number, width: inside.width, style: style)
            canvas.draw(
                line.summary, x: inside.x + 16, y: inside.y + number, width: inside.width - 16,
                style: theme.text)
        }
    }

    private func highlight(_ frame: Rect, line: Int, isFocused: Bool, on canvas: inout Canvas) {
        let style = isFocused ? theme.selection : theme.restingSelection
        canvas.restyle(Rect(x: frame.x, y: frame.y + line, width: frame.width, height: 1)) { _ in style }
    }
}
