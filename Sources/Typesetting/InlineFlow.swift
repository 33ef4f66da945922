import News

/// Flattens inline content into a passage: collapses white space, numbers links, puts the signs around.
///
/// Walks with a stack of its own, so that no depth of nesting is too deep.
struct InlineFlow {
    /// An element whose content is being read.
    private struct Open {
        var content: [Inline]
        var next = 0
        var kind: Kind
        /// Where its text starts in the passage.
        var start: Int
    }

    private enum Kind {
        case plain
        case strong
        case emphasis
        case deleted
        case code
        case quotation
        case script(Script)
        case ruby(reading: [Inline])
        case reading
        case link(LinkTarget)
    }

    private var passage = Passage()
    private var open: [Open] = []
    private var depths = Depths()
    private let base: TextRole
    private let marks: Marks
    private let showsNumbers: Bool
    private let keepsSpace: Bool

    /// How many elements of a kind are open.
    private struct Depths {
        var strong = 0
        var emphasis = 0
        var deleted = 0
        var code = 0
        var quotations = 0
        var links = 0
    }

    /// Prepares for text whose plain parts have a role; `keepsSpace` for preformatted text.
    init(base: TextRole, marks: Marks, showsNumbers: Bool, keepsSpace: Bool = false) {
        self.base = base
        self.marks = marks
        self.showsNumbers = showsNumbers
        self.keepsSpace = keepsSpace
    }

    /// Flattens the content; links are numbered in the register.
    mutating func passage(_ content: [Inline], links: inout LinkRegister) -> Passage {
        open = [Open(content: content, kind: .plain, start: 0)]
        while let top = open.last {
            if top.next < top.content.count {
                open[open.count - 1].next += 1
                read(top.content[top.next], links: &links)
            } else {
                open.removeLast()
                close(top, links: &links)
            }
        }
        if !keepsSpace { passage.trim() }
        return passage
    }

    private var role: TextRole {
        if depths.code > 0 { return .code }
        if depths.links > 0 { return .link }
        if depths.deleted > 0 { return .deleted }
        guard base == .body else { return base }
        if depths.strong > 0 { return depths.emphasis > 0 ? .strongEmphasis : .strong }
        return depths.emphasis > 0 ? .emphasis : .body
    }

    private mutating func read(_ inline: Inline, links: inout LinkRegister) {
        switch inline {
        case .text(let text): append(text.text)
        case .formula(let formula): append(formula.text)
        case .lineBreak: breakLine()
        case .breakOpportunity: passage.append("\u{200B}".utf8, role: role)
        case .image(let alternative, _):
            append(alternative.map { "[image: \($0.text)]" } ?? "[image]", role: .image)
        case .embed(let kind, let title, let address):
            append("[\(kind.text)\(title.map { ": " + $0.text } ?? "")]", role: .image)
            if let address { number(links.number(of: .web(address))) }
        case .strong(let content): enter(.strong, content)
        case .emphasis(let content): enter(.emphasis, content)
        case .deleted(let content): enter(.deleted, content)
        case .code(let content): enter(.code, content)
        case .quotation(let content): enter(.quotation, content)
        case .superscript(let content): enter(.script(.superior), content)
        case .subscript(let content): enter(.script(.inferior), content)
        case .ruby(let content, let reading): enter(.ruby(reading: reading), content)
        case .link(let content, let address): enter(.link(.web(address)), content)
        case .mail(let content, let address): enter(.link(.mail(address)), content)
        }
    }

    private mutating func enter(_ kind: Kind, _ content: [Inline]) {
        switch kind {
        case .strong: depths.strong += 1
        case .emphasis: depths.emphasis += 1
        case .deleted:
            depths.deleted += 1
            append("~")
        case .code:
            depths.code += 1
            if !keepsSpace { append("`") }
        case .quotation:
            append(marks.quotationOpens[depths.quotations % 2])
            depths.quotations += 1
        case .link:
            depths.links += 1
            passage.seal()
        case .reading: append("(")
        case .plain, .script, .ruby: break
        }
        open.append(Open(content: content, kind: kind, start: passage.bytes.count))
    }

    private mutating func close(_ element: Open, links: inout LinkRegister) {
        switch element.kind {
        case .plain: break
        case .strong: depths.strong -= 1
        case .emphasis: depths.emphasis -= 1
        case .deleted:
            append("~")
            depths.deleted -= 1
        case .code:
            if !keepsSpace { append("`") }
            depths.code -= 1
        case .quotation:
            depths.quotations -= 1
            append(marks.quotationCloses[depths.quotations % 2])
        case .script(let script): set(script, from: element.start)
        case .ruby(let reading): if !reading.isEmpty { enter(.reading, reading) }
        case .reading: append(")")
        case .link(let target):
            depths.links -= 1
            closeLink(target, from: element.start, links: &links)
        }
    }

    /// Numbers a link that has a text, unless the text says where it leads; the number stands before spaces.
    private mutating func closeLink(_ target: LinkTarget, from start: Int, links: inout LinkRegister) {
        var end = passage.bytes.count
        while end > start, isSpace(passage.bytes[end - 1]) { end -= 1 }
        guard end > start else { return }
        var begin = start
        while begin < end, isSpace(passage.bytes[begin]) { begin += 1 }
        guard begin < end, !target.isSpelled(by: passage.bytes[begin..<end]) else { return }
        let spaces = Array(passage.bytes[end...])
        passage.truncate(to: end)
        let count = links.number(of: target)
        passage.setLink(count, from: start)
        number(count)
        passage.append(spaces, role: role)
    }

    private mutating func number(_ count: Int) {
        guard showsNumbers else { return }
        passage.append("[\(count)]".utf8, role: .linkNumber, link: count)
    }

    private mutating func set(_ script: Script, from start: Int) {
        var tail = passage.tail(from: start)
        tail.trim()
        let bytes = Array(tail.bytes.drop { $0 == 0x20 })
        passage.truncate(to: start)
        guard !bytes.isEmpty else { return }
        if marks.hasScripts, let letters = script.letters(for: bytes) {
            passage.append(letters, role: tail.spans.first?.role ?? role, link: tail.spans.first?.link)
            return
        }
        let isShort = bytes.count(where: { $0 & 0xC0 != 0x80 }) == 1
        passage.append((isShort ? script.sign : script.sign + "(").utf8, role: role)
        passage.append(tail.tail(from: tail.bytes.count - bytes.count))
        if !isShort { passage.append(")".utf8, role: role) }
    }

    private mutating func breakLine() {
        if keepsSpace {
            passage.append(CollectionOfOne(0x0A), role: role)
            return
        }
        while let last = passage.bytes.last, last == 0x20 { passage.truncate(to: passage.bytes.count - 1) }
        let isAfterEmptyLine = passage.bytes.count > 1 && passage.bytes.suffix(2).allSatisfy { $0 == 0x0A }
        if !passage.isEmpty, !isAfterEmptyLine { passage.append(CollectionOfOne(0x0A), role: role) }
    }

    private mutating func append(_ text: String, role explicit: TextRole? = nil) {
        let role = explicit ?? self.role
        if keepsSpace {
            passage.append(text.utf8, role: role)
            return
        }
        var collapsed: [UInt8] = []
        collapsed.reserveCapacity(text.utf8.count)
        var followsSpace = passage.bytes.last.map(isSpace) ?? true
        for byte in text.utf8 {
            let space = isSpace(byte)
            if !space {
                collapsed.append(byte)
            } else if !followsSpace {
                collapsed.append(0x20)
            }
            followsSpace = space
        }
        passage.append(collapsed, role: role)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
