import Canvas
import Library
import News
import Typesetting

extension ScreenState {
    func drawList(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        if list.isEmpty { return drawEmptyList(in: frame, on: &canvas) }
        let rowHeight = rowHeight
        for line in 0..<max(0, min(frame.height / rowHeight, list.rows.count - list.top)) {
            let index = list.top + line
            let y = frame.y + line * rowHeight
            let listing = list.rows[index]
            draw(listing, x: frame.x, y: y, width: frame.width, on: &canvas)
            if list.isChosen(index) { canvas.draw(glyphs.chosen, x: frame.x, y: y, style: theme.star) }
            if rowHeight > 1 {
                drawExcerpt(of: listing.id, x: frame.x, y: y + 1, width: frame.width, on: &canvas)
            }
            guard index == list.selected else { continue }
            for part in 0..<rowHeight {
                highlight(frame, line: line * rowHeight + part, isFocused: isFocused, on: &canvas)
            }
        }
    }

    /// Where the words of a search stand, under the row.
    private func drawExcerpt(of id: ArticleID, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        guard let snippet = search?.excerpts[id]?.snippet else { return }
        let room = max(1, width - 5)
        let letters = Array(snippet.text.text)
        // What stands before the first hit is worth less than what follows it.
        let first = snippet.hits.first?.lowerBound ?? 0
        var start = first > room / 2 ? first - room / 4 : 0
        while start > 0, start < first, letters[start - 1] != " " { start += 1 }
        let text = (start > 0 ? glyphs.ellipsis : "") + String(letters[start...])
        var place = start - (start > 0 ? glyphs.ellipsis.count : 0)
        for (number, line) in LineBreaker.wrap(text, width: room).prefix(excerptLines).enumerated() {
            let count = line.count
            let hits = snippet.hits.filter { $0.lowerBound >= max(start, place) }.map {
                ($0.lowerBound - place)..<($0.upperBound - place)
            }
            draw(
                line, hits: hits.filter { $0.upperBound <= count }, x: x + 3, y: y + number, width: room,
                style: theme.faint, on: &canvas)
            place += count
            if place >= 0, place < letters.count, letters[place] == " " { place += 1 }
        }
    }

    /// A text with the words that were searched for set off.
    private func draw(
        _ text: String, hits: [Range<Int>], x: Int, y: Int, width: Int, style: Style, on canvas: inout Canvas
    ) {
        let shown = DisplayWidth.truncated(text, to: width, ellipsis: glyphs.ellipsis)
        canvas.draw(shown, x: x, y: y, width: width, style: style)
        guard !hits.isEmpty else { return }
        let letters = Array(shown)
        for hit in hits where hit.upperBound <= letters.count {
            let from = DisplayWidth.of(String(letters[..<hit.lowerBound]))
            let cells = DisplayWidth.of(String(letters[hit]))
            canvas.restyle(Rect(x: x + from, y: y, width: cells, height: 1)) { _ in theme.hit }
        }
    }

    /// One row: mark, time, star, headline, and the source where there is room.
    private func draw(_ listing: Listing, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        let style = listing.isRead ? theme.read : theme.unread
        canvas.draw(listing.isRead ? glyphs.read : glyphs.unread, x: x + 1, y: y, style: style)
        canvas.draw(listTime(of: listing), x: x + 3, y: y, style: theme.faint)
        if listing.isStarred { canvas.draw(glyphs.star, x: x + 10, y: y, style: theme.star) }
        var room = width - 13
        if width >= 60 {
            let source = DisplayWidth.truncated(listing.sourceTitle.text, to: 20, ellipsis: glyphs.ellipsis)
            canvas.draw(source, x: x + width - 21, y: y, style: theme.faint)
            room -= 22
        }
        if let size = list.stories.size(led: listing) {
            // A folded story stands for all who tell it.
            let sign = "\(size)\(glyphs.story)"
            let cells = DisplayWidth.of(sign)
            let style = list.isFolded(listing) ? theme.label : theme.faint
            canvas.draw(sign, x: x + 12 + room - cells, y: y, style: style)
            if list.isFolded(listing) { canvas.draw(glyphs.folded, x: x, y: y, style: theme.label) }
            room -= cells + 1
        }
        let hits = search?.excerpts[listing.id]?.headlineHits ?? []
        draw(listing.headline.text, hits: hits, x: x + 12, y: y, width: room, style: style, on: &canvas)
    }

    func drawSources(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        for line in 0..<max(0, min(frame.height, sources.rows.count - sources.top)) {
            let index = sources.top + line
            let row = sources.rows[index]
            let count = sources.label(row)
            let indent = 2 + row.depth * 2
            let isCurrent = row.scope == list.scope
            let style = isCurrent ? theme.strong : count.isEmpty ? theme.read : theme.text
            let room = frame.width - indent - count.count - 2
            let title = DisplayWidth.truncated(row.title, to: room, ellipsis: glyphs.ellipsis)
            canvas.draw(title, x: frame.x + indent, y: frame.y + line, style: style)
            if let sign = sign(of: row) {
                let style = row.health == nil ? theme.faint : theme.label
                canvas.draw(sign, x: frame.x + indent - 2, y: frame.y + line, style: style)
            }
            canvas.draw(count, x: frame.maxX - count.count - 1, y: frame.y + line, style: theme.faint)
            if index == sources.selected { highlight(frame, line: line, isFocused: isFocused, on: &canvas) }
        }
    }

    /// The sign before a row: a feed that fails or rests, a folder that is folded, a saved query.
    private func sign(of row: SourcesPane.PaneRow) -> String? {
        switch row.health {
        case .failing?: return glyphs.warning
        case .resting?: return glyphs.resting
        case nil: break
        }
        if case .folder? = row.scope { return row.isFolded ? glyphs.folded : glyphs.unfolded }
        return row.saved == nil ? nil : glyphs.search
    }

    func drawReader(in frame: Rect, on canvas: inout Canvas) {
        var labelled: Set<Int> = []
        let width = frame.width - 2
        // Alone on a wide screen the text stands in the middle.
        let margin = isReadingAlone ? max(0, width - (reader.text?.width ?? width)) / 2 : 0
        let x = frame.x + 1 + margin
        for (number, line) in reader.visible.enumerated() {
            let y = frame.y + number
            draw(line, of: reader, x: x, y: y, width: width - margin, on: &canvas)
            drawHits(line, x: x, y: y, width: width - margin, on: &canvas)
            drawLinkHints(line, &labelled, x: x, y: y, on: &canvas)
        }
        if showsStrip, let summary = related.summary(glyphs) {
            let text = DisplayWidth.truncated(summary, to: frame.width - 2, ellipsis: glyphs.ellipsis)
            canvas.draw(text, x: frame.x + 1, y: frame.maxY - 1, style: theme.label)
        }
    }

    /// The words of the search that is lit, in what is read.
    private func drawHits(
        _ line: ReaderText.ReaderLine, x: Int, y: Int, width: Int, on canvas: inout Canvas
    ) {
        guard let finder = search?.finder else { return }
        let text =
            switch line {
            case .head(let text, _): text
            case .set(let line): line.text
            }
        let letters = Array(text)
        for hit in finder.places(in: text) {
            let start = DisplayWidth.of(String(letters[..<hit.lowerBound]))
            let cells = min(DisplayWidth.of(String(letters[hit])), width - start)
            guard cells > 0 else { continue }
            canvas.restyle(Rect(x: x + start, y: y, width: cells, height: 1)) { _ in theme.hit }
        }
    }

    /// Letters over the first part of each link.
    private func drawLinkHints(
        _ line: ReaderText.ReaderLine, _ labelled: inout Set<Int>, x: Int, y: Int, on canvas: inout Canvas
    ) {
        guard let linkHints, case .set(let line) = line else { return }
        var column = 0
        for run in line.runs {
            if let number = run.link, labelled.insert(number).inserted,
                let label = linkHints.label(of: number)
            {
                canvas.draw(label, x: x + column, y: y, style: theme.linkHint)
            }
            column += DisplayWidth.of(run.text)
        }
    }

    /// A line of an article; its headline and its links lead somewhere where the terminal knows hyperlinks.
    func draw(
        _ line: ReaderText.ReaderLine, of pane: ReaderPane, x: Int, y: Int, width: Int,
        on canvas: inout Canvas
    ) {
        switch line {
        case .head(let text, let role):
            let address = role == .headline ? pane.reading?.article.address?.encoded : nil
            let link = address.map { canvas.link(to: $0) } ?? 0
            canvas.draw(text, x: x, y: y, width: width, style: theme.style(role).leading(to: link))
        case .set(let line):
            var column = 0
            for run in line.runs {
                let link = run.link.flatMap { pane.text?.link($0) }.map { canvas.link(to: $0.encoded) } ?? 0
                column += canvas.draw(
                    run.text, x: x + column, y: y, width: width - column,
                    style: theme.style(run.role).leading(to: link))
            }
            if let picture = line.picture { draw(picture, x: x, y: y, width: width, on: &canvas) }
        }
    }

    private func draw(_ picture: PictureRow, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
        let (x, width) = (x + picture.indent, width - picture.indent)
        switch picture.content {
        case .part(let whole, let row):
            canvas.draw(
                row: row, of: whole, x: x, y: y, width: width, background: theme.text.background)
        case .cells(let cells):
            for (column, cell) in cells.prefix(max(0, width)).enumerated() {
                // A lower half that is missing keeps the ground.
                let ground = cell.lower == .default ? theme.text.background : cell.lower
                canvas.draw(
                    sign: PictureCell.sign, x: x + column, y: y,
                    style: Style(foreground: cell.upper, background: ground))
            }
        }
    }

    func drawRelated(in frame: Rect, isFocused: Bool, on canvas: inout Canvas) {
        let lines = related.lines
        if lines.isEmpty, related.news != nil {
            let sentence =
                uncompared == 0
                ? "Nothing related in the archive."
                : "\(uncompared) articles are not compared yet; \(key(.compare)) does it."
            let text = LineBreaker.wrap(sentence, width: max(1, frame.width - 2))
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

    /// Sets a line off; what is unread stays bold in it, and what was searched for underlined.
    func highlight(_ frame: Rect, line: Int, isFocused: Bool, on canvas: inout Canvas) {
        let style = isFocused ? theme.selection : theme.restingSelection
        // Bold and faint at once look like either.
        let kept: Style.Attributes = style.attributes.contains(.dim) ? .underline : [.bold, .underline]
        canvas.restyle(Rect(x: frame.x, y: frame.y + line, width: frame.width, height: 1)) { old in
            style.with(old.attributes.intersection(kept))
        }
    }
}
