import Markup

/// Bodies that were written as plain text, as HTML.
enum PlainBody {
    /// Plain text, escaped: blank lines part paragraphs, line feeds stay line breaks.
    static func html(_ text: [UInt8]) -> String? {
        var escaped: [UInt8] = []
        SafeText.appendEscaped(text.span, to: &escaped)
        return sanitized(paragraphs(of: escaped, breaking: true))
    }

    /// HTML without a single tag is text that was typed: its blank lines part paragraphs.
    static func typed(_ html: [UInt8]) -> [UInt8]? {
        if html.contains(UInt8(ascii: "<")) { return nil }
        let parted = paragraphs(of: html, breaking: false)
        return parted.count == html.count ? nil : parted
    }

    private static func sanitized(_ html: [UInt8]) -> String? {
        let body = BodySanitizer.sanitize(html, base: nil)
        return body.isEmpty ? nil : body
    }

    /// Puts `<p>` around what stands between blank lines, if there are any, and `<br>` at single line feeds.
    private static func paragraphs(of text: [UInt8], breaking: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        var isParted = false
        var index = 0
        while index < text.count {
            guard text[index] == 0x0A || text[index] == 0x0D else {
                result.append(text[index])
                index += 1
                continue
            }
            let (feeds, behind) = lineFeeds(in: text, at: index)
            index = behind
            if result.isEmpty || index == text.count { continue }
            if feeds > 1 {
                isParted = true
                result.append(contentsOf: "</p>\n<p>".utf8)
            } else {
                result.append(contentsOf: (breaking ? "<br>\n" : "\n").utf8)
            }
        }
        return isParted ? Array("<p>".utf8) + result + Array("</p>".utf8) : breaking ? result : text
    }

    /// How many line feeds stand together, spaces between them left out, and the place behind them.
    private static func lineFeeds(in text: [UInt8], at start: Int) -> (count: Int, behind: Int) {
        var count = 0
        var index = start
        while index < text.count, text[index].isMarkupSpace {
            if text[index] == 0x0A
                || (text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A))
            {
                count += 1
            }
            index += 1
        }
        return (count, index)
    }
}
