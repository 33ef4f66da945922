import Markup
import News

/// An article's body: from HTML to blocks, and from blocks to plain text.
public enum ArticleBody {
    /// The blocks of a piece of HTML, or of a whole page's `<body>`, as far as they are visible.
    ///
    /// Never fails; scripts, styles, form controls and hidden parts give nothing, and only links to http(s) and mail
    /// addresses are kept. References are resolved against `base`.
    public static func blocks(html: String, base: WebAddress? = nil) -> [Block] {
        let document = HTMLDocument(parsingFragment: html)
        return blocks(inside: document.root, of: document, base: base)
    }

    /// The blocks of what stands inside a node.
    static func blocks(
        inside node: HTMLDocument.Node, of document: HTMLDocument, base: WebAddress?
    ) -> [Block] {
        var reader = BodyReader(document, base: base)
        return reader.blocks(inside: node)
    }

    /// The text alone, for searching and counting: blocks separated by blank lines, without marks or addresses.
    public static func plainText(_ blocks: [Block]) -> String {
        BodyText.text(of: blocks)
    }

    /// HTML for a plain text: paragraphs are separated by blank lines, other line ends are kept.
    public static func html(plainText: String) -> String {
        var html = ""
        var paragraph = ""
        func close() {
            if !paragraph.isEmpty { html += "<p>" + paragraph + "</p>\n" }
            paragraph = ""
        }
        for line in Prose(plainText).text.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = Line(line).text
            if text.isEmpty {
                close()
            } else {
                paragraph += (paragraph.isEmpty ? "" : "<br>\n") + escaped(text)
            }
        }
        close()
        return html
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>".utf8.contains($0) }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
