import News

/// Writes blocks as Markdown (CommonMark, with the tables of GitHub).
public struct MarkdownText {
    /// The blocks of a body, with a line feed at the end; its headings stand below the article's own.
    public static func write(_ blocks: [Block]) -> String {
        lines(of: blocks).map { $0 + "\n" }.joined()
    }

    // MARK: Blocks

    private static func lines(of blocks: [Block], isTight: Bool = false) -> [String] {
        var lines: [String] = []
        for block in blocks {
            let more = self.lines(of: block)
            if more.isEmpty { continue }
            if !lines.isEmpty, !isTight { lines.append("") }
            lines += more
        }
        return lines
    }

    private static func lines(of block: Block) -> [String] {
        switch block {
        case .paragraph(let inlines): return paragraph(inlines)
        case .heading(let level, let inlines):
            let text = inline(inlines).split(separator: "\n").joined(separator: " ")
            return [String(repeating: "#", count: min(6, max(2, level + 1))) + " " + text]
        case .list(let list): return lines(of: list)
        case .quote(let blocks): return quoted(lines(of: blocks))
        case .pullQuote(let inlines, let attribution):
            let source = attribution.map { ["", "— " + MarkdownEscaping.text($0.text)] } ?? []
            return quoted(paragraph(inlines) + source)
        case .code(let inlines): return code(MarkdownText.plain(inlines))
        case .table(let table): return lines(of: table)
        case .figure(let alternative, let source, _, let caption):
            let picture = image(alternative, source)
            return [picture] + (caption.isEmpty ? [] : [""] + paragraph([.emphasis(caption)]))
        case .definitions(let definitions):
            return definitions.flatMap { definition in
                definition.terms.flatMap { paragraph([.strong($0)]) }
                    + definition.descriptions.flatMap { item("- ", lines(of: $0)) } + [""]
            }.dropLast()
        case .details(let summary, let blocks):
            return paragraph([.strong(summary)]) + [""] + lines(of: blocks)
        case .group(let blocks): return lines(of: blocks)
        case .rule: return ["---"]
        }
    }

    private static func paragraph(_ inlines: [Inline]) -> [String] {
        inline(inlines).split(separator: "\n", omittingEmptySubsequences: true).map {
            MarkdownEscaping.lineStart(String($0.drop { $0 == " " || $0 == "\t" }))
        }.filter { !$0.isEmpty }
    }

    private static func quoted(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? ">" : "> " + $0 } }

    private static func code(_ text: String) -> [String] {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        return [fence] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [
            fence
        ]
    }

    private static func lines(of list: Block.List) -> [String] {
        list.items.flatMap { entry in
            item(list.marker == .bullet ? "- " : "\(max(0, entry.number)). ", lines(of: entry.blocks))
        }
    }

    /// An item: the lines behind its first one stand under its text.
    private static func item(_ marker: String, _ lines: [String]) -> [String] {
        guard let first = lines.first else { return [String(marker.dropLast())] }
        let indent = String(repeating: " ", count: marker.utf8.count)
        return [marker + first] + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
    }

    private static func lines(of table: Block.Table) -> [String] {
        let columns = table.rows.map { row in row.cells.reduce(0) { $0 + $1.span } }.max() ?? 0
        guard columns > 0 else { return [] }
        func row(_ cells: [String]) -> String {
            let padded = cells + [String](repeating: "", count: max(0, columns - cells.count))
            return "| " + padded.joined(separator: " | ") + " |"
        }
        func cells(_ row: Block.Table.Row) -> [String] {
            row.cells.flatMap { cell in
                [inline(cell.content).replacing("\n", with: " ").replacing("|", with: "\\|")]
                    + [String](repeating: "", count: cell.span - 1)
            }
        }
        let hasHead = table.rows.first?.isHead == true
        let head = hasHead ? table.rows.first.map(cells) ?? [] : []
        let rule = "|" + String(repeating: " --- |", count: columns)
        let rows = table.rows.dropFirst(hasHead ? 1 : 0).map { row(cells($0)) }
        let caption = table.caption.isEmpty ? [] : paragraph([.emphasis(table.caption)]) + [""]
        return caption + [row(head), rule] + rows
    }

    // MARK: Inlines

    private static func inline(_ inlines: [Inline]) -> String { inlines.map { inline($0) }.joined() }

    private static func inline(_ inline: Inline) -> String {
        switch inline {
        case .text(let prose): MarkdownEscaping.text(prose.text)
        case .strong(let inner): marked("**", inner)
        case .emphasis(let inner): marked("*", inner)
        case .code(let inner): codeSpan(plain(inner))
        case .link(let inner, let address): "[\(label(inner))](<\(MarkdownEscaping.address(address))>)"
        case .mail(let inner, let address): "[\(label(inner))](<mailto:\(Percent.encoded(address.text))>)"
        case .image(let alternative, let source): image(alternative, source)
        case .embed(let kind, let title, let address): embed(title ?? kind, address)
        case .superscript(let inner): "^" + self.inline(inner)
        case .subscript(let inner): self.inline(inner)
        case .quotation(let inner): "“" + self.inline(inner) + "”"
        case .deleted(let inner): marked("~~", inner)
        case .ruby(let base, let reading): self.inline(base) + "（" + self.inline(reading) + "）"
        case .formula(let prose): codeSpan(prose.text)
        case .lineBreak: "\\\n"
        case .breakOpportunity: ""
        }
    }

    /// Marks stand next to letters: `** text**` would be none.
    private static func marked(_ mark: String, _ inner: [Inline]) -> String {
        let text = inline(inner)
        let start = text.prefix { $0.isWhitespace }
        let rest = text.dropFirst(start.count)
        let end = rest.reversed().prefix { $0.isWhitespace }.count
        let middle = rest.dropLast(end)
        return middle.isEmpty ? text : start + mark + middle + mark + rest.suffix(end)
    }

    /// A link's text; a link in it has to be none.
    private static func label(_ inner: [Inline]) -> String {
        let text = inline(inner).split(separator: "\n").joined(separator: " ")
        return text.contains("](<") ? MarkdownEscaping.text(plain(inner)) : text
    }

    private static func codeSpan(_ text: String) -> String {
        let line = text.split(separator: "\n").joined(separator: " ")
        guard !line.isEmpty else { return "" }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let isTouching = line.first == "`" || line.last == "`"
        return fence + (isTouching ? " \(line) " : line) + fence
    }

    private static func image(_ alternative: Line?, _ source: WebAddress?) -> String {
        let words = MarkdownEscaping.text(alternative?.text ?? "")
        guard let source else { return words }
        return "![\(words)](<\(MarkdownEscaping.address(source))>)"
    }

    private static func embed(_ title: Line, _ address: WebAddress?) -> String {
        let words = MarkdownEscaping.text(title.text)
        return address.map { "[\(words)](<\(MarkdownEscaping.address($0))>)" } ?? words
    }

    /// The letters alone.
    private static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let prose), .formula(let prose): prose.text
            case .strong(let inner), .emphasis(let inner), .code(let inner), .link(let inner, _),
                .mail(let inner, _), .superscript(let inner), .subscript(let inner), .deleted(let inner),
                .quotation(let inner), .ruby(let inner, _):
                plain(inner)
            case .image(let alternative, _): alternative?.text ?? ""
            case .embed(let kind, let title, _): title?.text ?? kind.text
            case .lineBreak: "\n"
            case .breakOpportunity: ""
            }
        }.joined()
    }

    private static func longestRun(of mark: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for character in text {
            run = character == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

/// Takes from letters the meaning that they have in Markdown.
enum MarkdownEscaping {
    /// Text in a line.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>&~".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar == "\t" ? " " : scalar)
        }
        return result
    }

    /// What at the start of a line would make a heading, a list, a quotation or a rule of it.
    static func lineStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        if "#+-=|:".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count < 10, let behind = line.dropFirst(digits.count).first,
            behind == "." || behind == ")"
        else { return line }
        return digits + "\\" + line.dropFirst(digits.count)
    }

    /// An address between `<` and `>`.
    static func address(_ address: WebAddress) -> String {
        address.encoded.replacing("<", with: "%3C").replacing(">", with: "%3E")
            .replacing("\\", with: "%5C")
    }
}
