import News

/// The inline elements that are open, and what has been read in each since the last paragraph ended.
///
/// When a block begins inside a `<b>`, the paragraph before it ends and the next one is bold again.
struct InlineStack {
    /// What an inline element makes of its content.
    enum Kind: Equatable {
        case plain
        case strong
        case emphasis
        case code
        case deleted
        case quotation
        case superscript
        case `subscript`
        case ruby
        case reading
        case link(WebAddress)
        case mail(Line)
    }

    private struct Open {
        var kind: Kind
        var content: [Inline] = []
        /// A link around several blocks is given to the first alone.
        var isSpent = false
    }

    private var open = [Open(kind: .plain)]
    /// Whether anything shows of the paragraph so far.
    private var hasText = false

    /// Opens an element; not if it would add nothing or too many are open.
    mutating func enter(_ kind: Kind) -> Bool {
        guard open.count < BodyLimits.inlines else { return false }
        switch kind {
        case .strong, .emphasis, .code, .deleted:
            if open.contains(where: { $0.kind == kind }) { return false }
        case .reading:
            guard open.last?.kind == .ruby else { return false }
        default: break
        }
        open.append(Open(kind: kind))
        return true
    }

    /// Ends the innermost element.
    mutating func close() {
        guard open.count > 1 else { return }
        fold(open.count - 1)
        open.removeLast()
    }

    /// Adds something that shows.
    mutating func append(_ inline: Inline, shows: Bool = true) {
        open[open.count - 1].content.append(inline)
        hasText = hasText || shows
    }

    /// Adds text: its white space collapsed unless it counts.
    mutating func append(text bytes: ArraySlice<UInt8>, keepsSpace: Bool) {
        let prose: Prose
        if keepsSpace {
            prose = Prose(utf8: Array(bytes))
        } else {
            let collapsed = InlineStack.collapsed(bytes)
            if collapsed == [0x20], !hasText, open[open.count - 1].content.isEmpty { return }
            prose = Prose(utf8: collapsed)
        }
        guard !prose.text.isEmpty else { return }
        append(.text(prose), shows: hasText || InlineStack.shows(prose.text))
    }

    /// Begins a new line of preformatted text, unless one has just begun.
    mutating func endLine() {
        if case .text(let last)? = open[open.count - 1].content.last, last.text.utf8.last == 0x0A { return }
        if hasText { append(.text("\n")) }
    }

    /// Ends the paragraph: what has been read in all open elements, or nothing if none of it shows.
    mutating func takeParagraph() -> [Inline]? {
        for index in open.indices.dropFirst().reversed() { fold(index) }
        var content = open[0].content
        open[0].content = []
        while content.last == .text(" ") { content.removeLast() }
        let shows = hasText
        hasText = false
        return shows ? content : nil
    }

    /// Hands what was read in an element to the one around it.
    private mutating func fold(_ index: Int) {
        let content = open[index].content
        guard !content.isEmpty else { return }
        open[index].content = []
        guard hasText else { return }
        switch open[index].kind {
        case .plain: open[index - 1].content += content
        case .strong: open[index - 1].content.append(.strong(content))
        case .emphasis: open[index - 1].content.append(.emphasis(content))
        case .code: open[index - 1].content.append(.code(content))
        case .deleted: open[index - 1].content.append(.deleted(content))
        case .quotation: open[index - 1].content.append(.quotation(content))
        case .superscript: open[index - 1].content.append(.superscript(content))
        case .subscript: open[index - 1].content.append(.subscript(content))
        case .ruby: open[index - 1].content += content
        case .reading:
            let bases = open[index - 1].content
            let first = bases.lastIndex { if case .ruby = $0 { true } else { false } }.map { $0 + 1 } ?? 0
            open[index - 1].content.removeLast(bases.count - first)
            open[index - 1].content.append(.ruby(Array(bases[first...]), reading: content))
        case .link, .mail: foldLink(index, content)
        }
    }

    private mutating func foldLink(_ index: Int, _ content: [Inline]) {
        guard !open[index].isSpent, content.contains(where: InlineStack.shows) else {
            open[index - 1].content += content
            return
        }
        open[index].isSpent = true
        switch open[index].kind {
        case .link(let address): open[index - 1].content.append(.link(content, address))
        case .mail(let address): open[index - 1].content.append(.mail(content, address))
        default: open[index - 1].content += content
        }
    }

    /// Whether anything of it can be seen; an element is never kept without content that can.
    private static func shows(_ inline: Inline) -> Bool {
        switch inline {
        case .text(let text): shows(text.text)
        case .lineBreak, .breakOpportunity: false
        default: true
        }
    }

    /// Whether a text is more than white space and invisible letters.
    private static func shows(_ text: String) -> Bool {
        if text.utf8.contains(where: { $0 > 0x20 && $0 < 0x80 }) { return true }
        return text.unicodeScalars.contains {
            $0.value > 0x20 && $0.value != 0xA0 && $0.value != 0xAD && !(0x200B...0x200F).contains($0.value)
                && $0.value != 0x2060
        }
    }

    /// White space as single spaces; most text has no other.
    private static func collapsed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var before: UInt8 = 0
        let isCollapsed = bytes.allSatisfy { byte in
            defer { before = byte }
            return !(0x09...0x0D).contains(byte) && (byte != 0x20 || before != 0x20)
        }
        if isCollapsed { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var followsSpace = false
        for byte in bytes {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isSpace {
                result.append(byte)
            } else if !followsSpace {
                result.append(0x20)
            }
            followsSpace = isSpace
        }
        return result
    }
}
