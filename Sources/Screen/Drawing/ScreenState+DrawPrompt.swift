import Canvas
import News

extension ScreenState {
    /// What is being typed, on the last line; where there is more to say about it, on the line above.
    func drawPrompt(on canvas: inout Canvas) {
        guard let prompt else { return }
        let note = note(of: prompt)
        let y = size.height - (note == nil ? 1 : 2)
        canvas.fill(Rect(x: 0, y: y, width: size.width, height: size.height - y), style: theme.text)
        let label = prompt.purpose.label
        let start = 1 + canvas.draw(label, x: 1, y: y, style: theme.key)
        let room = size.width - start - 1
        let window = prompt.editor.window(width: room)
        canvas.draw(window.text, x: start, y: y, width: room, style: theme.text)
        canvas.cursor = Point(x: start + window.cursor, y: y)
        guard let note else { return }
        guard let trouble = search?.trouble, prompt.purpose == .filter else {
            let text = DisplayWidth.truncated(note, to: size.width - 2, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: 1, y: y + 1, style: theme.faint)
            return
        }
        let before = String(prompt.editor.letters.prefix(max(0, trouble.column - 1)))
        let column = min(start + DisplayWidth.of(before), size.width - 2)
        canvas.draw("^", x: column, y: y + 1, style: theme.notice)
        let reason = trouble.reason.text
        let cells = DisplayWidth.of(reason)
        // Beside the caret, on the side that has room.
        if column + 2 + cells < size.width || column < size.width / 2 {
            canvas.draw(reason, x: column + 2, y: y + 1, style: theme.notice)
        } else {
            let cut = DisplayWidth.truncated(reason, to: max(0, column - 2), ellipsis: glyphs.ellipsis)
            canvas.draw(cut, x: max(1, column - 1 - DisplayWidth.of(cut)), y: y + 1, style: theme.notice)
        }
    }

    /// A line of help under a prompt.
    private func note(of prompt: Prompt) -> String? {
        switch prompt.purpose {
        case .filter:
            if let trouble = search?.trouble { return trouble.reason.text }
            return
                "title: source: tag: author: story: before: after: age<3d is:unread|read|starred has:enclosure  and or not ( )"
        case .tag(_, let isSet):
            if prompt.words.isEmpty {
                return isSet ? "A new tag: type its name" : "There are no tags to take away"
            }
            return "Tab: " + prompt.completions.prefix(20).joined(separator: "  ")
        case .pipe: return "The article's text goes to the command; no shell reads the line"
        case .write: return "By the name's ending: .md, .html or .txt; a file that is there is never replaced"
        case .subscription(let wish):
            let fitting = prompt.editor.isEmpty ? [] : prompt.completions
            return fitting.isEmpty ? wish.note : "Tab: " + fitting.prefix(20).joined(separator: "  ")
        case .palette, .search, .find: return nil
        }
    }

    /// The commands that fit what was typed, with their keys, over the panes.
    func drawPalette(on canvas: inout Canvas) {
        guard let prompt, prompt.purpose == .palette else { return }
        let entries = paletteEntries
        let height = min(max(1, entries.count) + 2, size.height - 2, 18)
        let frame = Rect(x: 0, y: size.height - 1 - height, width: min(size.width, 90), height: height)
        canvas.fill(frame, style: theme.text)
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: "Commands")
        let inside = frame.inset(horizontally: 1, vertically: 1)
        let top = max(0, min(prompt.choice - inside.height + 1, entries.count - inside.height))
        if entries.isEmpty {
            canvas.draw("No command has these letters.", x: 2, y: inside.y, style: theme.faint)
        }
        for (number, entry) in entries.dropFirst(top).prefix(inside.height).enumerated() {
            let y = inside.y + number
            let obstacle = obstacle(to: entry.command)
            let keys = surroundings.keymap.keys(for: entry.command, glyphs).joined(separator: "  ")
            canvas.draw(keys, x: inside.x + 1, y: y, width: 14, style: theme.key)
            let style = obstacle == nil ? theme.text : theme.faint
            let text =
                obstacle.map { "\(entry.command.rawValue) \(glyphs.dash) \($0.text)" }
                ?? "\(entry.command.rawValue) \(glyphs.dash) \(entry.summary)"
            let cut = DisplayWidth.truncated(text, to: inside.width - 18, ellipsis: glyphs.ellipsis)
            canvas.draw(cut, x: inside.x + 16, y: y, style: style)
            if top + number == prompt.choice { highlight(inside, line: number, isFocused: true, on: &canvas) }
        }
    }
}
