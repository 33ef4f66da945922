import News

/// Blocks where only text in lines can stand: in a heading, a caption, a cell of a table.
///
/// Nesting is bounded where blocks are made.
enum BlockText {
    /// All text of some blocks, with a separator between one and the next.
    static func inlines(of blocks: [Block], separator: Inline = .lineBreak) -> [Inline] {
        var result: [Inline] = []
        for block in blocks {
            let content = inlines(of: block)
            if content.isEmpty { continue }
            if !result.isEmpty { result.append(separator) }
            result += content
        }
        return result
    }

    /// The picture that a paragraph is nothing but.
    static func picture(_ block: Block) -> Block? {
        guard case .paragraph(let content) = block else { return nil }
        let visible = content.filter { inline in
            if case .text(let text) = inline { return !text.text.utf8.allSatisfy { $0 <= 0x20 } }
            return true
        }
        guard visible.count == 1, case .image(let alternative, let source)? = visible.first else {
            return nil
        }
        return .figure(alternative: alternative, source: source, isMarkedDecorative: false, caption: [])
    }

    /// Whether it is text and nothing else.
    static func isPlain(_ block: Block) -> Bool {
        if case .paragraph = block { return true }
        return false
    }

    private static func inlines(of block: Block) -> [Inline] {
        switch block {
        case .paragraph(let content), .heading(_, let content), .code(let content),
            .pullQuote(let content, _):
            return content
        case .quote(let blocks), .group(let blocks): return inlines(of: blocks)
        case .list(let list): return inlines(of: list)
        case .table(let table):
            return table.caption
                + table.rows.flatMap { row in row.cells.flatMap { [.text(" ")] + $0.content } }
        case .figure(let alternative, let source, let isMarkedDecorative, let caption):
            let image: [Inline] = isMarkedDecorative ? [] : [.image(alternative, source)]
            return image + (image.isEmpty || caption.isEmpty ? [] : [.text(" ")]) + caption
        case .definitions(let definitions):
            return inlines(
                of: definitions.flatMap { $0.terms.map { .paragraph($0) } + $0.descriptions.flatMap { $0 } })
        case .details(let summary, let blocks): return inlines(of: [.paragraph(summary)] + blocks)
        case .rule: return []
        }
    }

    private static func inlines(of list: Block.List) -> [Inline] {
        var result: [Inline] = []
        for item in list.items where !item.blocks.isEmpty {
            let marker = list.marker == .bullet ? "• " : "\(item.number). "
            result.append(.text(Prose((result.isEmpty ? "" : " ") + marker)))
            result += inlines(of: item.blocks, separator: .text(" "))
        }
        return result
    }
}
