import News

extension Typesetter {
    /// Sets the next of a run of blocks.
    mutating func advance(_ frame: Frame, _ blocks: [Block], _ spacing: Frame.Spacing) {
        guard let part = nextPart(of: blocks.count) else { return }
        let level = stack.count - 1
        if part > 0, page.lines.count > frame.partLine {
            if case .paragraph = blocks[part - 1] {
                stack[level].isAfterParagraph = true
            } else {
                stack[level].isAfterParagraph = false
            }
        }
        stack[level].partLine = page.lines.count
        let block = blocks[part]
        if needsGap(before: block, isAfterParagraph: stack[level].isAfterParagraph, spacing) { requestGap() }
        set(block, in: frame, spacing)
    }

    private func needsGap(before block: Block, isAfterParagraph: Bool, _ spacing: Frame.Spacing) -> Bool {
        switch spacing {
        case .apart: return true
        case .together: return false
        case .item:
            if case .list = block { return !isAfterParagraph }
            return true
        }
    }

    private mutating func set(_ block: Block, in frame: Frame, _ spacing: Frame.Spacing) {
        let room = frame.room
        switch block {
        case .paragraph(let content):
            setPictures(of: content, room: room)
            set(passage(content, .body), room: room)
        case .heading(let level, let content): setHeading(level, content, room: room)
        case .list(let list): push(list, under: frame)
        case .quote(let blocks): pushQuote(blocks, under: frame, spacing)
        case .pullQuote(let content, let attribution): pushPullQuote(content, attribution, under: frame)
        case .code(let content): setCode(content)
        case .table(let table): pushTable(table, under: frame)
        case .figure(let alternative, let source, let isMarkedDecorative, let caption):
            setPicture(source, room: room)
            if !isMarkedDecorative { set(passage([.image(alternative, source)], .body), room: room) }
            set(passage(caption, .caption), room: room)
        case .definitions(let definitions): push(definitions, under: frame)
        case .details(let summary, let blocks): pushDetails(summary, blocks, under: frame, spacing)
        case .group(let blocks): push(.blocks(blocks, .together), under: frame)
        case .rule: setRule(marks.rule, width: room)
        }
    }

    /// Sets a heading as one text, where forced breaks are spaces; levels 1 and 2 are underlined.
    private mutating func setHeading(_ level: Int, _ content: [Inline], room: Int) {
        var title = passage(content, level <= 2 ? .heading : .subheading)
        title.joinLines()
        let width = set(title, room: room)
        if level <= 2, width > 0 { setRule(level == 1 ? "=" : "-", width: width) }
    }

    /// Without room for another bar the quotation's blocks flow as if they stood around it.
    private mutating func pushQuote(_ blocks: [Block], under frame: Frame, _ spacing: Frame.Spacing) {
        guard frame.room >= Limits.quoteRoom + 2 else { return push(.blocks(blocks, spacing), under: frame) }
        push(
            .blocks(blocks, .apart), under: frame, room: frame.room - 2,
            margin: Margin(marks.quoteBar, .quoteMark, width: 2))
    }

    private mutating func pushPullQuote(_ content: [Inline], _ attribution: Line?, under frame: Frame) {
        let isMarked = options.marksPullQuotes && frame.room >= Limits.listRoom
        let attributed: Block? = attribution.map { .paragraph([.text(Prose("— " + $0.text))]) }
        let blocks = [Block.paragraph(content)] + (attributed.map { [$0] } ?? [])
        guard isMarked else { return push(.blocks(blocks, .apart), under: frame) }
        push(
            .blocks(blocks, .together), under: frame, room: frame.room - 2,
            margin: Margin(marks.pullQuoteBar, .pullQuote, width: 2))
    }

    /// Preformatted text: every line as it stands but for tabs, and no blank lines around.
    private mutating func setCode(_ content: [Inline]) {
        let code = passage(content, .code, keepsSpace: true)
        for line in PreformattedLines(code).lines { page.emit(line) }
    }

    private mutating func pushDetails(
        _ summary: [Inline], _ blocks: [Block], under frame: Frame, _ spacing: Frame.Spacing
    ) {
        var title = passage(summary, .summary)
        if !title.hasText { title = Passage("Details", role: .summary) }
        let isRoomy = frame.room >= Limits.descriptionRoom
        push(.blocks(blocks, spacing == .together ? .apart : spacing), under: frame)
        if isRoomy {
            var mark = StyledLine()
            mark.append(marks.summary, .marker, width: 2)
            page.push(Margin(marker: mark))
        }
        set(title, room: isRoomy ? frame.room - 2 : frame.room)
        if isRoomy { page.popMargin() }
        stack[stack.count - 1].isAfterParagraph = true
    }

    // MARK: Lists

    private mutating func push(_ list: Block.List, under frame: Frame) {
        let bullet = marks.bullets[frame.bullets % marks.bullets.count]
        let markers = ListMarkers(list, bullet: bullet)
        let left = frame.room - markers.width - 3
        let setting = Frame.ListSetting(
            list: list, markers: markers, isLoose: list.items.contains { textCount($0.blocks) > 1 },
            isFlat: left < Limits.listRoom && frame.room < Limits.roomyWidth)
        push(.list(setting), under: frame)
        if list.marker == .bullet { stack[stack.count - 1].bullets += 1 }
    }

    mutating func advance(_ frame: Frame, _ setting: Frame.ListSetting) {
        guard let part = nextPart(of: setting.list.items.count) else { return }
        if setting.isLoose { requestGap() }
        let content = Frame.Content.blocks(setting.list.items[part].blocks, .item)
        if setting.isFlat {
            let marker = Margin(marker: setting.markers.bareLine(part), optionalRoom: frame.room)
            push(content, under: frame, margin: marker)
        } else {
            let marker = setting.markers.line(part)
            push(content, under: frame, room: frame.room - marker.width, margin: Margin(marker: marker))
        }
    }

    /// How many blocks of text there are among an item's own blocks.
    private func textCount(_ blocks: [Block]) -> Int {
        blocks.reduce(0) { count, block in
            switch block {
            case .paragraph, .quote, .pullQuote, .code, .table, .definitions: count + 1
            case .details: count + 2
            case .heading, .list, .figure, .group, .rule: count
            }
        }
    }

    // MARK: Definitions

    private mutating func push(_ definitions: [Block.Definition], under frame: Frame) {
        let parts = definitions.flatMap { definition in
            definition.terms.enumerated().map { Frame.DefinitionPart.term($1, opensGroup: $0 == 0) }
                + definition.descriptions.map { Frame.DefinitionPart.description($0) }
        }
        push(.definitions(parts), under: frame)
    }

    mutating func advance(_ frame: Frame, _ parts: [Frame.DefinitionPart]) {
        guard let part = nextPart(of: parts.count) else { return }
        switch parts[part] {
        case .term(let content, let opensGroup):
            if opensGroup { requestGap() }
            set(passage(content, .term), room: frame.room)
        case .description(let blocks):
            let indent = Limits.descriptionIndent
            let room = frame.room - indent
            guard room >= Limits.descriptionRoom else { return push(.blocks(blocks, .apart), under: frame) }
            let margin = Margin(String(repeating: " ", count: indent), .body, width: indent)
            push(.blocks(blocks, .apart), under: frame, room: room, margin: margin)
        }
    }
}
