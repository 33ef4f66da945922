/// The character encoding an HTML page says it is in: the prescan of WHATWG HTML §13.2.3.2.
public enum HTMLEncodingHint {
    /// The label in a `<meta>` within the first 1,024 bytes, as it stands there in lower case; nil if there
    /// is none.
    public static func label(in page: [UInt8]) -> String? {
        let start = Array(page.prefix(HTMLLimits.encodingHintBytes))
        var arena = HTMLArena(source: start)
        var tokenizer = HTMLTokenizer()
        let bytes = start.span
        while true {
            let token = tokenizer.next(bytes, into: &arena, isForeign: false)
            if token.kind == .endOfFile { return nil }
            guard token.kind == .startTag, token.tag == .meta else { continue }
            if let label = label(of: token, arena) { return label }
        }
    }

    private static func label(of token: HTMLToken, _ arena: HTMLArena) -> String? {
        let range = Int(token.attributeStart)..<Int(token.attributeStart) + Int(token.attributeCount)
        if let charset = arena.attribute("charset", in: range) {
            return cleaned(arena.string(charset.value))
        }
        guard arena.holds(token, "http-equiv", "content-type"),
            let content = arena.attribute("content", in: range)
        else { return nil }
        return label(inContent: arena.string(content.value))
    }

    /// The value after `charset=`, as in `text/html; charset="utf-8"`.
    static func label(inContent content: String) -> String? {
        var rest = content.lowercased()[...]
        while let found = rest.utf8.firstRange(of: "charset") {
            rest = rest[found.upperBound...].drop { $0.isWhitespace }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            guard let quote = rest.first else { return nil }
            if quote == "\"" || quote == "'" {
                guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
                return cleaned(rest[..<end].dropFirst())
            }
            return cleaned(rest.prefix { !$0.isWhitespace && $0 != ";" })
        }
        return nil
    }

    private static func cleaned(_ label: some StringProtocol) -> String? {
        let words = label.split(whereSeparator: \.isWhitespace)
        return words.first.map { $0.lowercased() }
    }
}

extension Substring.UTF8View {
    /// Where `name` stands first.
    fileprivate func firstRange(of name: String) -> Range<Index>? {
        let length = name.utf8.count
        var start = startIndex
        while let end = index(start, offsetBy: length, limitedBy: endIndex) {
            if self[start..<end].elementsEqual(name.utf8) { return start..<end }
            start = index(after: start)
        }
        return nil
    }
}
