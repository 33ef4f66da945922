import News

/// Reads blocks as text alone; nesting is bounded where blocks are made.
enum BodyText {
    /// Blocks separated by blank lines.
    static func text(of blocks: [Block]) -> String {
        blocks.map { text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Inline content as one line, or more where it has forced breaks.
    static func text(of content: [Inline]) -> String {
        var text = ""
        append(content, to: &text)
        guard hasLineFeed(text) else { return Line(text).text }
        return text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { Line($0).text }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func text(of block: Block) -> String {
        switch block {
        case .paragraph(let content), .heading(_, let content): return text(of: content)
        case .code(let content):
            var code = ""
            append(content, to: &code, keepsSpace: true)
            return code
        case .quote(let blocks), .group(let blocks): return text(of: blocks)
        case .pullQuote(let content, let attribution):
            return [text(of: content), attribution?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
        case .list(let list):
            return list.items.map { text(of: $0.blocks) }.filter { !$0.isEmpty }.joined(separator: "\n")
        case .table(let table):
            let rows = table.rows.map { row in
                row.cells.map { text(of: $0.content).replacing("\n", with: " ") }.filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
            return ([text(of: table.caption)] + rows).filter { !$0.isEmpty }.joined(separator: "\n")
        case .figure(_, _, _, let caption): return text(of: caption)
        case .definitions(let definitions):
            return definitions.flatMap {
                $0.terms.map { text(of: $0) } + $0.descriptions.map { text(of: $0) }
            }
            .filter { !$0.isEmpty }.joined(separator: "\n")
        case .details(let summary, let blocks):
            return [text(of: summary), text(of: blocks)].filter { !$0.isEmpty }.joined(separator: "\n\n")
        case .rule: return ""
        }
    }

    private static func append(_ content: [Inline], to text: inout String, keepsSpace: Bool = false) {
        for inline in content {
            switch inline {
            case .text(let prose), .formula(let prose):
                text += keepsSpace ? prose.text : spaced(prose.text)
            case .strong(let inner), .emphasis(let inner), .code(let inner), .link(let inner, _),
                .mail(let inner, _), .superscript(let inner), .subscript(let inner), .deleted(let inner),
                .quotation(let inner), .ruby(let inner, _):
                append(inner, to: &text, keepsSpace: keepsSpace)
            case .lineBreak: text += "\n"
            case .image, .embed, .breakOpportunity: break
            }
        }
    }

    /// A line feed in running text is a space.
    private static func spaced(_ text: String) -> String {
        hasLineFeed(text) ? text.replacing("\n", with: " ") : text
    }

    private static func hasLineFeed(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return bytes.indices.contains { bytes[$0] == 0x0A }
    }
}
