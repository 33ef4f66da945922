import Canvas
import News

extension ScreenState {
    /// An empty frame over the panes, no higher than its lines need; what is inside it.
    private func drawFrame(width: Int, lines: Int = .max, title: String, on canvas: inout Canvas) -> Rect {
        var frame = overlayFrame(width: width)
        frame.height = min(frame.height, max(1, min(lines, size.height)) + 2)
        canvas.fill(frame, style: theme.text)
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: title)
        return frame.inset(horizontally: 2, vertically: 1)
    }

    func drawHelp(on canvas: inout Canvas) {
        guard let help else { return }
        let title = "Keys \(glyphs.dash) \(help.pane.title)"
        let inside = drawFrame(width: HelpOverlay.width, title: title, on: &canvas)
        let room = HelpOverlay.keyWidth
        for (number, line) in helpLines.dropFirst(help.top).prefix(inside.height).enumerated() {
            let y = inside.y + number
            let keys = DisplayWidth.truncated(line.keys, to: room - 1, ellipsis: glyphs.ellipsis)
            canvas.draw(keys, x: inside.x, y: y, style: line.isHeading ? theme.label : theme.key)
            canvas.draw(
                line.summary, x: inside.x + room, y: y, width: inside.width - room, style: theme.text)
        }
    }

    func drawReasons(on canvas: inout Canvas) {
        guard let reasons else { return }
        let inside = drawFrame(width: 76, title: reasons.title, on: &canvas)
        let lines = reasons.lines(width: inside.width).dropFirst(reasons.top).prefix(inside.height)
        for (number, line) in lines.enumerated() {
            var x = inside.x
            for run in line {
                let style =
                    switch run.look {
                    case .text: theme.text
                    case .heading: theme.headline
                    case .faint: theme.faint
                    case .added: theme.added
                    case .removed: theme.removed
                    }
                x += canvas.draw(run.text, x: x, y: inside.y + number, width: inside.maxX - x, style: style)
            }
        }
    }

    func drawChoice(on canvas: inout Canvas) {
        guard let choice else { return }
        let inside = drawFrame(width: 100, lines: choice.choices.count, title: choice.title, on: &canvas)
        for (number, row) in choice.choices.dropFirst(choice.top).prefix(inside.height).enumerated() {
            let y = inside.y + number
            let note = DisplayWidth.truncated(row.note, to: inside.width / 3, ellipsis: glyphs.ellipsis)
            let room = inside.width - DisplayWidth.of(note) - 2
            let text = DisplayWidth.truncated(row.text, to: room, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: inside.x, y: y, style: theme.text)
            canvas.draw(note, x: inside.maxX - DisplayWidth.of(note), y: y, style: theme.faint)
            if choice.top + number == choice.selected {
                highlight(inside, line: number, isFocused: true, on: &canvas)
            }
        }
    }
}
