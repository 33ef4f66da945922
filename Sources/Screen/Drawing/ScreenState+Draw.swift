import Canvas
import Library
import News

extension ScreenState {
    /// The picture of the screen.
    public func draw() -> Canvas {
        var canvas = Canvas(size: size, style: theme.text)
        guard layout.shape != .tooSmall else {
            drawTooSmall(on: &canvas)
            return canvas
        }
        drawStatus(on: &canvas)
        for (pane, frame) in layout.panes { draw(pane, in: frame, on: &canvas) }
        drawHints(on: &canvas)
        if help != nil { drawHelp(on: &canvas) }
        if health != nil { drawHealth(on: &canvas) }
        if glyphs.isASCII { canvas.exchange(Glyphs.plainPunctuation) }
        return canvas
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let lines = [
            "Too small", "needs \(Layout.smallest.width) x \(Layout.smallest.height)",
            "has \(size.width) x \(size.height)",
        ]
        for (number, line) in lines.enumerated() {
            let x = max(0, (size.width - line.count) / 2)
            canvas.draw(line, x: x, y: max(0, size.height / 2 - 1) + number, style: theme.text)
        }
    }

    private func draw(_ pane: Pane, in frame: Rect, on canvas: inout Canvas) {
        canvas.fill(frame, style: theme.text)
        let isFocused = pane == focus
        canvas.draw(
            isFocused ? glyphs.focusedFrame : glyphs.frame, along: frame,
            style: isFocused ? theme.focusedFrame : theme.frame, title: title(of: pane), note: note(of: pane))
        let inside = frame.inset(horizontally: 1, vertically: 1)
        switch pane {
        case .sources: drawSources(in: inside, isFocused: isFocused, on: &canvas)
        case .list: drawList(in: inside, isFocused: isFocused, on: &canvas)
        case .reader: drawReader(in: inside, on: &canvas)
        case .related: drawRelated(in: inside, isFocused: isFocused, on: &canvas)
        }
    }

    private func title(of pane: Pane) -> String {
        let title = "\(pane.rawValue) \(pane.title)"
        guard pane == .reader, let reading = reader.reading else { return title }
        return "\(title) \(glyphs.dash) \(reading.listing.sourceTitle.text)"
    }

    private func note(of pane: Pane) -> String {
        switch pane {
        case .sources: return ""
        case .list:
            guard !list.rows.isEmpty else { return "" }
            let place = list.start.map { String($0 + list.selected + 1) } ?? "?"
            return "\(place)/\(list.total.map(String.init) ?? "?")"
        case .reader:
            guard reader.reading != nil else { return "" }
            return reader.progress(height: height(of: .reader)).map { "\($0)%" } ?? ""
        case .related:
            return related.entries.isEmpty ? "" : "\(related.selected + 1)/\(related.entries.count)"
        }
    }

    // MARK: Status and hints

    private func drawStatus(on canvas: inout Canvas) {
        canvas.fill(Rect(x: 0, y: 0, width: size.width, height: 1), style: theme.status)
        let clock = surroundings.localTime(now).time() + " "
        var right = size.width - clock.count
        canvas.draw(clock, x: right, y: 0, style: theme.status)
        if let unread = list.unread {
            let text = "\(unread) unread  "
            right -= text.count
            if right > 24 { canvas.draw(text, x: right, y: 0, style: theme.status) }
        }
        if let text = fetching.text(glyphs) {
            right -= DisplayWidth.of(text) + 2
            if right > 24 { canvas.draw(text, x: right, y: 0, style: theme.status) }
        }
        let name = " Tidings"
        canvas.draw(name, x: 0, y: 0, style: theme.status.with(.bold))
        let path = DisplayWidth.truncated(sources.title(of: list.scope), to: max(0, right - name.count - 4))
        canvas.draw(path, x: name.count + 2, y: 0, style: theme.status)
    }

    private func drawHints(on canvas: inout Canvas) {
        let y = size.height - 1
        if let notice {
            let text = DisplayWidth.truncated(" " + notice.text, to: size.width, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: 0, y: y, style: theme.notice)
            return
        }
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
        if !keys.prefix.isEmpty {
            return surroundings.keymap.continuations(of: keys.prefix).map { binding in
                (
                    binding.keys.dropFirst(keys.prefix.count).map { $0.label(glyphs) }.joined(),
                    binding.command.summary
                )
            }
        }
        if help != nil || health != nil { return [("j k", "scroll"), ("q", "close")] }
        let here: [(Command, String)] =
            switch focus {
            case .sources: [(.open, "open"), (.focusList, "articles")]
            case .list: [(.open, "read"), (.readOn, "page on")]
            case .reader: [(.readOn, "page on"), (.back, "list"), (.focusRelated, "related")]
            case .related: [(.open, "open"), (.why, "why"), (.historyBack, "back to the article")]
            }
        let everywhere: [(Command, String)] = [
            (.nextUnread, "next unread"), (.toggleRead, "read"), (.toggleStar, "star"), (.nextPane, "panes"),
            (.help, "help"), (.close, "quit"),
        ]
        return (here + everywhere).compactMap { command, summary in
            surroundings.keymap.keys(for: command, glyphs).first.map { ($0, summary) }
        }
    }
}
