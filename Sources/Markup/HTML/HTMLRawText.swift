/// Finds where raw text ends: titles, styles, scripts, CDATA sections (WHATWG HTML §13.2.5.2–4, 9–31, 69–71).
enum HTMLRawText {
    /// Where the end tag of `tag` begins, or the end of the input.
    static func end(of tag: HTMLTag, in bytes: Span<UInt8>, from start: Int) -> Int {
        let name = tag.rawValue
        var index = start
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "<"), from: index)
            if index >= bytes.count || isTag("/", name, bytes, index) { return index }
            index &+= 1
        }
    }

    /// Where a CDATA section's `]]>` begins, or the end of the input.
    static func endOfCDATA(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "]"), from: index)
            if index >= bytes.count || bytes.holds("]]>", at: index) { return index }
            index &+= 1
        }
    }

    /// Where the end tag of a script begins: not inside `<!-- <script> … </script> -->`.
    static func endOfScript(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "<"), from: index)
            if index >= bytes.count || isTag("/", "script", bytes, index) { return index }
            if bytes.holds("<!--", at: index) {
                // The two hyphens may already belong to the closing `-->`.
                index = endOfEscapedScript(in: bytes, from: index &+ 2)
                if index >= bytes.count || bytes[index] == UInt8(ascii: "<") { return index }
            }
            index &+= 1
        }
    }

    /// From within `<!--`: the `>` of the closing `-->`, the `<` of the end tag, or the end of the input.
    private static func endOfEscapedScript(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        var isDouble = false
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "<"), or: UInt8(ascii: "-"), from: index)
            guard index < bytes.count else { return index }
            if bytes[index] == UInt8(ascii: "-") {
                if bytes.holds("-->", at: index) { return index &+ 2 }
            } else if isDouble {
                if isTag("/", "script", bytes, index) { isDouble = false }
            } else if isTag("/", "script", bytes, index) {
                return index
            } else if isTag("", "script", bytes, index) {
                isDouble = true
            }
            index &+= 1
        }
    }

    /// Whether `<`, `slash` and `name` stand at `index`, followed by what may follow a name.
    private static func isTag(_ slash: String, _ name: String, _ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let place = index &+ 1 &+ slash.utf8.count
        guard bytes.holds(slash, at: index &+ 1), bytes.holds(name, at: place) else { return false }
        let after = place &+ name.utf8.count
        guard after < bytes.count else { return false }
        return bytes[after].isHTMLSpace || bytes[after] == UInt8(ascii: "/")
            || bytes[after] == UInt8(ascii: ">")
    }
}
