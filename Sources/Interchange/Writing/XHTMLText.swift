import News

/// Writes blocks as XHTML that is also HTML: our own element names, every value escaped.
struct XHTMLText {
    /// What becomes of pictures.
    enum Pictures {
        /// They are fetched from where they are when the page is opened.
        case shown
        /// A link leads to them: a book holds nothing that is elsewhere.
        case linked
    }

    private let pictures: Pictures
    private var text = ""
    private var isInsideLink = false

    /// The blocks of a body; its headings stand below the article's own.
    static func write(_ blocks: [Block], pictures: Pictures) -> String {
        var writer = XHTMLText(pictures: pictures)
        writer.write(blocks)
        return writer.text
    }

    /// Text for an element or an attribute.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private init(pictures: Pictures) { self.pictures = pictures }

    // MARK: Blocks

    private mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let inlines): element("p", inlines)
        case .heading(let level, let inlines): element("h\(min(6, max(2, level + 1)))", inlines)
        case .list(let list): write(list)
        case .quote(let blocks): group("blockquote", blocks)
        case .pullQuote(let inlines, let attribution):
            text += "<blockquote class=\"pull\">\n"
            element("p", inlines)
            if let attribution { text += "<p>— \(XHTMLText.escaped(attribution.text))</p>\n" }
            text += "</blockquote>\n"
        case .code(let inlines):
            text += "<pre><code>"
            write(inlines)
            text += "</code></pre>\n"
        case .table(let table): write(table)
        case .figure(let alternative, let source, _, let caption): figure(alternative, source, caption)
        case .definitions(let definitions): write(definitions)
        case .details(let summary, let blocks):
            element("p", [.strong(summary)])
            group("div", blocks)
        case .group(let blocks): group("div", blocks)
        case .rule: text += "<hr/>\n"
        }
    }

    private mutating func element(_ name: String, _ inlines: [Inline]) {
        text += "<\(name)>"
        write(inlines)
        text += "</\(name)>\n"
    }

    private mutating func group(_ name: String, _ blocks: [Block]) {
        text += "<\(name)>\n"
        write(blocks)
        text += "</\(name)>\n"
    }

    private mutating func write(_ list: Block.List) {
        guard !list.items.isEmpty else { return }
        let type: String? =
            switch list.marker {
            case .bullet, .decimal: nil
            case .lowerLetter: "a"
            case .upperLetter: "A"
            case .lowerRoman: "i"
            case .upperRoman: "I"
            }
        let name = list.marker == .bullet ? "ul" : "ol"
        text += "<\(name)\(type.map { " type=\"\($0)\"" } ?? "")>\n"
        for (index, item) in list.items.enumerated() {
            let isCounted = list.marker == .bullet || item.number == index + 1
            text += isCounted ? "<li>\n" : "<li value=\"\(item.number)\">\n"
            write(item.blocks)
            text += "</li>\n"
        }
        text += "</\(name)>\n"
    }

    private mutating func write(_ table: Block.Table) {
        guard table.rows.contains(where: { !$0.cells.isEmpty }) else { return }
        text += "<table>\n"
        if !table.caption.isEmpty { element("caption", table.caption) }
        text += "<tbody>\n"
        for row in table.rows where !row.cells.isEmpty {
            text += "<tr>"
            let name = row.isHead ? "th" : "td"
            for cell in row.cells {
                text += cell.span > 1 ? "<\(name) colspan=\"\(cell.span)\">" : "<\(name)>"
                write(cell.content)
                text += "</\(name)>"
            }
            text += "</tr>\n"
        }
        text += "</tbody>\n</table>\n"
    }

    private mutating func write(_ definitions: [Block.Definition]) {
        let whole = definitions.filter { !$0.terms.isEmpty && !$0.descriptions.isEmpty }
        guard !whole.isEmpty else { return }
        text += "<dl>\n"
        for definition in whole {
            for term in definition.terms { element("dt", term) }
            for description in definition.descriptions { group("dd", description) }
        }
        text += "</dl>\n"
    }

    private mutating func figure(_ alternative: Line?, _ source: WebAddress?, _ caption: [Inline]) {
        text += "<figure>\n"
        picture(alternative, source)
        text += "\n"
        if !caption.isEmpty { element("figcaption", caption) }
        text += "</figure>\n"
    }

    // MARK: Inlines

    private mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let prose): text += XHTMLText.escaped(prose.text)
        case .strong(let inner): wrapped("strong", inner)
        case .emphasis(let inner): wrapped("em", inner)
        case .code(let inner): wrapped("code", inner)
        case .link(let inner, let address): link(address.encoded) { $0.write(inner) }
        case .mail(let inner, let address):
            link("mailto:" + Percent.encoded(address.text)) { $0.write(inner) }
        case .image(let alternative, let source): picture(alternative, source)
        case .embed(let kind, let title, let address):
            let words = XHTMLText.escaped((title ?? kind).text)
            if let address { link(address.encoded) { $0.text += words } } else { text += words }
        case .superscript(let inner): wrapped("sup", inner)
        case .subscript(let inner): wrapped("sub", inner)
        case .deleted(let inner): wrapped("del", inner)
        case .quotation(let inner): wrapped("q", inner)
        case .ruby(let base, let reading):
            text += "<ruby>"
            write(base)
            text += "<rt>"
            write(reading)
            text += "</rt></ruby>"
        case .formula(let prose): text += "<code>\(XHTMLText.escaped(prose.text))</code>"
        case .lineBreak: text += "<br/>\n"
        case .breakOpportunity: text += "<wbr/>"
        }
    }

    private mutating func wrapped(_ name: String, _ inner: [Inline]) {
        text += "<\(name)>"
        write(inner)
        text += "</\(name)>"
    }

    private mutating func link(_ address: String, _ inner: (inout XHTMLText) -> Void) {
        // A link in a link is none.
        guard !isInsideLink else { return inner(&self) }
        isInsideLink = true
        text += "<a href=\"\(XHTMLText.escaped(address))\">"
        inner(&self)
        text += "</a>"
        isInsideLink = false
    }

    private mutating func picture(_ alternative: Line?, _ source: WebAddress?) {
        let words = XHTMLText.escaped(alternative?.text ?? "")
        guard let source else {
            text += "<em>\(words.isEmpty ? "Picture" : words)</em>"
            return
        }
        switch pictures {
        case .shown: text += "<img src=\"\(XHTMLText.escaped(source.encoded))\" alt=\"\(words)\"/>"
        case .linked: link(source.encoded) { $0.text += words.isEmpty ? "Picture" : "Picture: \(words)" }
        }
    }
}

/// Percent-encoding (RFC 3986 §2.1).
enum Percent {
    /// A text as one part of an address: everything but letters, digits and `-._~@` is escaped.
    static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "@"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
