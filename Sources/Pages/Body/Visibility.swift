import Markup

extension HTMLDocument {
    /// Whether the page itself hides an element, or shows with it nothing but its own machinery.
    ///
    /// That is: a heading's link to itself, the line numbers of a listing, the drawing of a formula that is there as
    /// MathML already.
    func isHidden(_ node: Node) -> Bool {
        if attribute("hidden", of: node) != nil { return true }
        if let style = attribute("style", of: node) {
            let plain = style.utf8.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            if holds("display:none", in: plain) || holds("visibility:hidden", in: plain) { return true }
        }
        switch tag(of: node) {
        case .a: return attribute("aria-hidden", of: node) == "true" || hasClass("headerlink", node)
        case .td: return hasClass("gutter", node) || hasClass("linenos", node)
        case .span: return hasClass("katex-html", node) || hasClass("lineno", node)
        default: return false
        }
    }

    /// Whether a word is among an element's classes.
    func hasClass(_ name: String, _ node: Node) -> Bool {
        guard let classes = attribute("class", of: node) else { return false }
        return classes.utf8.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(name.utf8) }
    }

    private func holds(_ words: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(words.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }

    /// Whether it is one of the 1 or 2 pixel pictures and frames that count readers.
    func isPixel(_ node: Node) -> Bool {
        ["width", "height"].contains { name in
            guard let value = attribute(name, of: node) else { return false }
            return ["0", "1", "2", "0px", "1px", "2px"].contains(value)
        }
    }
}
