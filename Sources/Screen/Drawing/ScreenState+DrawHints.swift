import Canvas
import News

extension ScreenState {
    /// The last line: a notice, or the keys that are of most use here.
    func drawHints(on canvas: inout Canvas) {
        let y = size.height - 1
        if let notice {
            let text = DisplayWidth.truncated(" " + notice.text, to: size.width, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: 0, y: y, style: theme.notice)
            return
        }
        draw(hints, y: y, on: &canvas)
    }

    private func draw(_ hints: [(key: String, summary: String)], y: Int, on canvas: inout Canvas) {
        var x = 1
        for (key, summary) in hints {
            let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(summary)
            guard x + width < size.width else { return }
            x += canvas.draw(key, x: x, y: y, style: theme.key) + 1
            x += canvas.draw(summary, x: x, y: y, style: theme.faint) + 2
        }
    }

    /// The keys that are of most use here; after a prefix, what can follow it.
    private var hints: [(key: String, summary: String)] {
        if linkHints != nil { return [("a-z", "follow the link"), ("Esc", "leave")] }
        if !keys.prefix.isEmpty { return continuations }
        if let count = keys.count {
            let counted: [Command] = [
                .moveDown, .moveUp, .scrollDown, .scrollUp, .nextUnread, .previousUnread,
            ]
            let names = counted.map(key).joined(separator: " ")
            return [("\(count)", "times: \(names), or to that row: \(key(.goToEnd))"), ("Esc", "forget it")]
        }
        if hasOverlay { return overlayHints }
        if isFirstRun { return commandHints([.addSource, .openSample, .help, .palette, .close]) }
        if list.hasChoice, focus == .list {
            let verbs: [Command] = [.toggleRead, .toggleStar, .tag, .untag]
            let chosen = list.chosen.count
            return [("\(chosen)", "selected")] + commandHints(verbs) + [(leavingKey, "leave")]
        }
        let here: [Command] =
            switch focus {
            case .sources: [.open, .focusList]
            case .list: list.isEmpty ? [] : [.open, .readOn]
            case .reader: [.readOn, .back, .focusRelated, .followLink]
            case .related: [.open, .peek, .why, .followStory, .notRelated, .sameStory, .historyBack]
            }
        var everywhere: [Command] = [
            .nextUnread, .toggleRead, .toggleStar, .search, .help, .palette, .undo, .openBrowser,
        ]
        if search != nil {
            return [
                ("\(key(.nextUnread)) \(key(.previousUnread))", "hits"), (leavingKey, "leaves the search"),
            ]
                + commandHints(here + everywhere.dropFirst())
        }
        everywhere += [.nextPane, .close]
        return commandHints(here + everywhere)
    }

    /// The keys of what stands over the panes.
    private var overlayHints: [(key: String, summary: String)] {
        let moving = "\(key(.moveDown)) \(key(.moveUp))"
        let closing = (key(.close), "close")
        if help != nil { return [(moving, "scroll"), (key(.search), "search"), closing] }
        if peek != nil { return [(key(.readOn), "page on"), (key(.open), "open"), closing] }
        guard let choice else { return [(moving, "scroll"), closing] }
        switch choice.selection?.action {
        case .theme: return [(moving, "try on"), (key(.open), "keep"), closing]
        case .rule(.added): return [(moving, "move"), (key(.open), "mute"), closing]
        case .rule(.removed): return [(moving, "move"), (key(.open), "end the rule"), closing]
        default: break
        }
        return [(moving, "move"), (key(.open), "open"), (key(.copyAddress), "copy"), closing]
    }

    private func commandHints(_ commands: [Command]) -> [(key: String, summary: String)] {
        commands.filter { obstacle(to: $0) == nil }.compactMap { command in
            surroundings.keymap.usualKey(of: command, glyphs).map { ($0, command.hint) }
        }
    }

    /// What can follow the prefix that was typed.
    private var continuations: [(key: String, summary: String)] {
        surroundings.keymap.continuations(of: keys.prefix).map { binding in
            let rest = binding.keys.dropFirst(keys.prefix.count).map { $0.label(glyphs) }.joined()
            return (rest, binding.command.summary)
        }
    }

    /// What can follow a prefix key, one below the other, for a person who hesitates.
    func drawContinuations(on canvas: inout Canvas) {
        guard showsContinuations, !keys.prefix.isEmpty else { return }
        let rows = continuations.prefix(max(1, size.height - 4))
        let width = min(
            size.width - 2,
            4 + (rows.map { DisplayWidth.of($0.key) + DisplayWidth.of($0.summary) }.max() ?? 0) + 3)
        let frame = Rect(x: 1, y: size.height - rows.count - 3, width: width, height: rows.count + 2)
        canvas.fill(frame, style: theme.text)
        let title = keys.prefix.map { $0.label(glyphs) }.joined() + glyphs.ellipsis
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: title)
        for (number, row) in rows.enumerated() {
            let y = frame.y + 1 + number
            let used = canvas.draw(row.key, x: frame.x + 2, y: y, style: theme.key)
            canvas.draw(row.summary, x: frame.x + 4 + used, y: y, width: width - 6 - used, style: theme.text)
        }
    }
}
