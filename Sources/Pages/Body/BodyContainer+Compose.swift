import News

extension BodyContainer {
    /// What the element leaves to the one around it, now that it has ended.
    func composed() -> [BodyPiece] {
        switch kind {
        case .root, .code: return pieces
        case .heading(let level):
            let title = BlockText.inlines(of: blocks, separator: .text(" "))
            return title.isEmpty ? [] : [.block(.heading(level: level, title))]
        case .list(let style): return list(style)
        case .item(let number): return [.item(number: number, blocks)]
        case .quote: return blocks.isEmpty ? [] : [.block(.quote(blocks))]
        case .pullQuote(let isQuotation): return pullQuote(isQuotation: isQuotation)
        case .definitions: return definitions()
        case .term: return [.term(BlockText.inlines(of: blocks))]
        case .description: return [.description(blocks)]
        case .table(let isPresentation): return BodyTable(pieces, isPresentation: isPresentation).composed()
        case .row(let isHead): return row(isHead: isHead)
        case .cell(let isHead, let columns, let rows):
            return [
                .cell(
                    .init(
                        blocks: blocks, isHead: isHead, columns: columns, rows: rows, paragraphs: paragraphs))
            ]
        case .caption: return [.caption(BlockText.inlines(of: blocks))]
        case .figure: return figure()
        case .details: return details()
        case .summary: return [.summary(BlockText.inlines(of: blocks))]
        }
    }

    /// Text between the items, and lists between them, belong to the item before.
    private func list(_ style: ListStyle) -> [BodyPiece] {
        var items: [(number: Int?, blocks: [Block])] = []
        for piece in pieces {
            switch piece {
            case .item(let number, let blocks): items.append((number, blocks))
            case .block(let block):
                if items.isEmpty { items.append((nil, [])) }
                items[items.count - 1].blocks.append(block)
            default: break
            }
        }
        guard items.contains(where: { !$0.blocks.isEmpty }) else { return [] }
        let step = style.isReversed ? -1 : 1
        var next = style.start ?? (style.isReversed ? items.count : 1)
        let numbered = items.map { item in
            let number = item.number ?? next
            next = number + step
            return Block.List.Item(number: number, blocks: item.blocks)
        }
        return [.block(.list(.init(marker: style.marker, items: numbered)))]
    }

    /// Only a short text is a pull quote; a name may have been given to something else.
    private func pullQuote(isQuotation: Bool) -> [BodyPiece] {
        var captions: [[Inline]] = []
        for case .caption(let content) in pieces { captions.append(content) }
        var body = blocks
        var attribution = captions.first.map { BodyText.text(of: $0) }
        if attribution == nil, body.count > 1, let last = body.last {
            let text = BodyText.text(of: [last])
            if let first = text.unicodeScalars.first, "—–―".unicodeScalars.contains(first) {
                attribution = text
                body.removeLast()
            }
        }
        let isShort = BodyText.text(of: body).utf8.count <= BodyLimits.pullQuote
        guard isShort, !body.isEmpty, body.allSatisfy({ BlockText.isPlain($0) }) else {
            let all = blocks + captions.map { Block.paragraph($0) }
            return isQuotation && !all.isEmpty ? [.block(.quote(all))] : all.map { .block($0) }
        }
        let name = attribution.map { $0.drop { " —–―-\n".contains($0) } }
        return [.block(.pullQuote(BlockText.inlines(of: body), attribution: Line(nonEmpty: name)))]
    }

    private func definitions() -> [BodyPiece] {
        var groups: [Block.Definition] = []
        for piece in pieces {
            switch piece {
            case .term(let term):
                if groups.last?.descriptions.isEmpty != true {
                    groups.append(.init(terms: [], descriptions: []))
                }
                groups[groups.count - 1].terms.append(term)
            case .description(let blocks):
                if groups.isEmpty { groups.append(.init(terms: [], descriptions: [])) }
                groups[groups.count - 1].descriptions.append(blocks)
            case .block(let block):
                if groups.isEmpty { groups.append(.init(terms: [], descriptions: [])) }
                groups[groups.count - 1].descriptions.append([block])
            default: break
            }
        }
        return groups.isEmpty ? [] : [.block(.definitions(groups))]
    }

    private func row(isHead: Bool) -> [BodyPiece] {
        var cells: [BodyTable.Cell] = []
        for case .cell(let cell) in pieces { cells.append(cell) }
        if cells.isEmpty { return [] }
        return [.row(.init(cells: cells, isHead: isHead || cells.allSatisfy(\.isHead)))]
    }

    /// One picture with its caption, or whatever stands together in the order it stands in.
    private func figure() -> [BodyPiece] {
        var parts: [Block] = []
        for piece in pieces {
            switch piece {
            case .block(let block): parts.append(BlockText.picture(block) ?? block)
            case .caption(let caption) where !caption.isEmpty:
                if parts.count == 1,
                    case .figure(let alternative, let source, let isDecorative, []) = parts[0]
                {
                    parts[0] = .figure(
                        alternative: alternative, source: source, isMarkedDecorative: isDecorative,
                        caption: caption)
                } else {
                    parts.append(
                        .figure(alternative: nil, source: nil, isMarkedDecorative: true, caption: caption))
                }
            default: break
            }
        }
        if parts.isEmpty { return [] }
        return [.block(parts.count == 1 ? parts[0] : .group(parts))]
    }

    private func details() -> [BodyPiece] {
        var summaries: [[Inline]] = []
        var inner: [Block] = []
        for piece in pieces {
            switch piece {
            case .summary(let summary):
                if summaries.isEmpty { summaries.append(summary) } else { inner.append(.paragraph(summary)) }
            case .block(let block): inner.append(block)
            default: break
            }
        }
        return [.block(.details(summary: summaries.first ?? [], inner))]
    }
}
