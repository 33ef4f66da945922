import Markup

/// The text of an HTML fragment without its markup, as a title or a standfirst needs it.
enum PlainText {
    /// What is read of `html`: references decoded, elements of HTML left out, anything else in `<…>` kept as
    /// written.
    static func of(_ html: [UInt8]) -> String {
        guard html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0xC2 })
        else {
            return String(decoding: html, as: UTF8.self)
        }
        var scanner = TagScanner(html)
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let byte = html[index]
            if byte == UInt8(ascii: "&"),
                let behind = CharacterReferences.decode(
                    html, at: index, end: html.count, in: .text, into: &result)
            {
                index = behind
            } else if byte == UInt8(ascii: "<"), let behind = skipTag(&scanner, at: index, &result) {
                index = behind
            } else if byte == 0xC2, index + 1 < html.count, html[index + 1] < 0xA0 {
                SafeText.appendControl(html[index + 1], to: &result)
                index += 2
            } else {
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text with its references replaced and nothing else.
    static func decodingReferences(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&"),
                let behind = CharacterReferences.decode(
                    text, at: index, end: text.count, in: .xml, into: &result)
            {
                index = behind
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private static func skipTag(_ scanner: inout TagScanner, at start: Int, _ result: inout [UInt8]) -> Int? {
        guard let tag = scanner.tag(at: start) else { return nil }
        guard tag.name != 0 else { return tag.end }
        guard let rules = BodyElements.table.rules(of: tag.name) else { return nil }
        if rules.contains(.block) { result.append(0x20) }
        if rules.contains(.dropped), !tag.isEnd, !tag.closesItself {
            return DroppedElement.end(of: tag, in: &scanner) ?? tag.end
        }
        return tag.end
    }
}

/// Elements that are left out with all they hold.
enum DroppedElement {
    /// The place behind the end tag that closes `tag`; the end of the text for a script that is never closed.
    ///
    /// Nothing where another element is never closed: then only its tag is left out.
    static func end(of tag: TagScanner.Tag, in scanner: inout TagScanner) -> Int? {
        let count = scanner.bytes.count
        let isCode = tag.name == script || tag.name == style
        if scanner.unclosed.contains(tag.name) { return isCode ? count : nil }
        var index = tag.end
        while index < count {
            index = ByteSearch.next(UInt8(ascii: "<"), in: scanner.bytes.span, from: index)
            guard index + 1 < count else { break }
            if scanner.bytes[index + 1] == UInt8(ascii: "/"), let inner = scanner.tag(at: index),
                inner.name == tag.name
            {
                return inner.end
            }
            index += 1
        }
        scanner.unclosed.insert(tag.name)
        return isCode ? count : nil
    }

    private static let script = TagName.number("script")
    private static let style = TagName.number("style")
}
