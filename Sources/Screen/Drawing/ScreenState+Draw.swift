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
        if isFirstRun {
            drawWelcome(on: &canvas)
        } else {
            for (pane, frame) in layout.panes { draw(pane, in: frame, on: &canvas) }
        }
        drawHints(on: &canvas)
        drawHelp(on: &canvas)
        drawHealth(on: &canvas)
        drawReasons(on: &canvas)
        drawChoice(on: &canvas)
        drawPeek(on: &canvas)
        drawContinuations(on: &canvas)
        drawPalette(on: &canvas)
        drawPrompt(on: &canvas)
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
            style: isFocused ? theme.focusedFrame : theme.frame, title: title(of: pane), note: note(of: pane),
            titleStyle: isFocused ? nil : theme.title)
        if pane == .list {
            drawDays(in: frame, style: isFocused ? theme.focusedFrame : theme.title, on: &canvas)
        }
        let inside = frame.inset(horizontally: 1, vertically: 1)
        switch pane {
        case .sources: drawSources(in: inside, isFocused: isFocused, on: &canvas)
        case .list: drawList(in: inside, isFocused: isFocused, on: &canvas)
        case .reader: drawReader(in: inside, on: &canvas)
        case .related: drawRelated(in: inside, isFocused: isFocused, on: &canvas)
        }
    }

    /// The bars of the last days, in the frame's bottom line beside the place in the list.
    private func drawDays(in frame: Rect, style: Style, on canvas: inout Canvas) {
        let room = frame.width - DisplayWidth.of(note(of: .list)) - 10
        guard let daily, daily.scope == list.scope, let label = daily.label(width: room, glyphs: glyphs)
        else {
            return
        }
        canvas.draw(" " + label + " ", x: frame.x + 2, y: frame.maxY - 1, style: style)
    }

    private func title(of pane: Pane) -> String {
        let title = "\(pane.rawValue) \(pane.title)"
        if pane == .list {
            // What was searched for stands in the status line as well.
            let note = list.order == .newestFirst ? searchedText : list.order.name.lowercased()
            return note.map { "\(title) \(glyphs.dash) \($0)" } ?? title
        }
        guard pane == .reader, let reading = reader.reading else { return title }
        return "\(title) \(glyphs.dash) \(reading.listing.sourceTitle.text)"
    }

    private func note(of pane: Pane) -> String {
        switch pane {
        case .sources: return ""
        case .list:
            guard !list.rows.isEmpty else { return "" }
            let place = list.place.map(String.init) ?? "?"
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
        let path = DisplayWidth.truncated(viewPath, to: max(0, right - name.count - 4))
        canvas.draw(path, x: name.count + 2, y: 0, style: theme.status)
    }

    /// Where the person is: the view, or what was searched for in the whole archive.
    private var viewPath: String {
        guard let search else {
            if let viewName, viewName.scope == list.scope { return viewName.name.text }
            return sources.title(of: list.scope)
        }
        let name = search.kind == .words ? "Search" : "Filter"
        return searchedText.map { "\(name) \(glyphs.separator) \($0)" } ?? name
    }

    /// What was searched for, as it was typed; nothing until it was.
    private var searchedText: String? {
        guard let search, case .query(let query) = list.scope, showsHits else { return nil }
        return search.kind == .words && query.hasSuffix("*") ? String(query.dropLast()) : query
    }
}
