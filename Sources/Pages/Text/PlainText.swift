import Markup

/// Text out of values that may hold HTML: JSON-LD and `<meta>` are written by plugins that escape once too often.
enum PlainText {
    /// One line without tags and references.
    static func line(_ value: String) -> String {
        var text = value
        for _ in 0..<2 where hasMarkup(text) {
            let document = HTMLDocument(parsingFragment: text)
            text = document.textContent(of: document.root)
        }
        return LineText.collapsed(text)
    }

    /// Paragraphs without tags, a line feed between them.
    static func paragraphs(_ value: String) -> String {
        guard hasMarkup(value) else { return value }
        var text = value
        for _ in 0..<2 where hasMarkup(text) {
            let document = HTMLDocument(parsingFragment: text)
            var result: [UInt8] = []
            for node in document.descendants(of: document.root) {
                switch document.kind(of: node) {
                case .text: result += document.utf8(of: node)
                case .element where !document.tag(of: node).isInline: result.append(0x0A)
                default: break
                }
            }
            text = String(decoding: result, as: UTF8.self)
        }
        return text
    }

    private static func hasMarkup(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }
}
