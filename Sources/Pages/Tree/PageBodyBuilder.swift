import Markup

/// Walks a page's body once, without recursion, and collects what it shows.
struct PageBodyBuilder {
    private var body: PageBody
    private var roles = ElementRoles()
    private let showsHidden: Bool
    /// The open elements.
    private var open: [Int] = []

    // The block being collected.
    private var start = 0
    private var firstPiece = 0
    private var linkCount = 0
    private var links = 0
    private var breaks = 0
    private var spacePending = false

    private init(_ document: HTMLDocument, showsHidden: Bool) {
        body = PageBody(document: document)
        self.showsHidden = showsHidden
    }

    /// What a document shows; with `showsHidden`, what its attributes hide as well.
    static func build(_ document: HTMLDocument, showsHidden: Bool = false) -> PageBody {
        var builder = PageBodyBuilder(document, showsHidden: showsHidden)
        builder.walk()
        return builder.body
    }

    private mutating func walk() {
        let document = body.document
        guard let root = document.body else { return }
        var node = root
        while true {
            if enter(node), let child = document.firstChild(of: node) {
                node = child
                continue
            }
            while true {
                leave(node)
                if node == root { return }
                if let next = document.nextSibling(of: node) {
                    node = next
                    break
                }
                guard let parent = document.parent(of: node) else { return }
                node = parent
            }
        }
    }

    // MARK: Elements

    /// Takes a node; false if nothing below it is to be seen.
    private mutating func enter(_ node: HTMLDocument.Node) -> Bool {
        switch body.document.kind(of: node) {
        case .text:
            add(body.document.utf8(of: node))
            return false
        case .element:
            return enterElement(node)
        default:
            return false
        }
    }

    private mutating func enterElement(_ node: HTMLDocument.Node) -> Bool {
        let document = body.document
        let tag = document.tag(of: node)
        if tag == .br {
            addBreak()
            return false
        }
        if tag == .img {
            if let element = open.last {
                body.pictures.append(PagePicture(node: node, element: element, block: body.blocks.count))
            }
            return false
        }
        let namespace = document.namespace(of: node)
        guard !tag.isNeverShown || isHeadingButton(tag), namespace != .svg else { return false }
        let id = document.attribute("id", of: node)
        let role = roles.role(className: document.attribute("class", of: node), id: id)
        guard showsHidden || !isHidden(node, tag, id, role) else { return false }
        add(node, tag, role, isInline: tag.isInline || namespace == .mathML)
        return true
    }

    private mutating func add(
        _ node: HTMLDocument.Node, _ tag: HTMLTag, _ role: ElementRole, isInline: Bool
    ) {
        let outer = open.last.map { body.elements[$0] }
        if !isInline { flush() }
        let index = body.elements.count
        let isLink = tag == .a && body.document.attribute("href", of: node) != nil
        if isLink { links += 1 }
        let now = body.letters.count
        body.elements.append(
            PageElement(
                node: node, tag: tag, parent: open.last ?? -1,
                block: isInline ? outer?.block ?? index : index,
                depth: open.count, isInline: isInline, isLink: isLink || outer?.isLink == true,
                isPreformatted: tag == .pre || outer?.isPreformatted == true, role: role,
                landmark: landmark(node), isMarkedArticleBody: isArticleBody(node),
                blocks: body.blocks.count..<body.blocks.count, letters: now..<now, end: index + 1))
        open.append(index)
    }

    /// The questions of an accordion are buttons within headings.
    private func isHeadingButton(_ tag: HTMLTag) -> Bool {
        guard tag == .button, let outer = open.last else { return false }
        switch body.elements[outer].tag {
        case .h2, .h3, .h4, .h5, .h6: return true
        default: return false
        }
    }

    private mutating func leave(_ node: HTMLDocument.Node) {
        guard let index = open.last, body.elements[index].node == node else { return }
        if !body.elements[index].isInline { flush() }
        open.removeLast()
        let isOpenBlock = body.letters.count > start
        let element = body.elements[index]
        let end = max(
            element.blocks.lowerBound, body.blocks.count + (element.isInline && isOpenBlock ? 1 : 0))
        body.elements[index].blocks = element.blocks.lowerBound..<end
        body.elements[index].letters = element.letters.lowerBound..<body.letters.count
        body.elements[index].end = body.elements.count
    }

    private func isHidden(
        _ node: HTMLDocument.Node, _ tag: HTMLTag, _ id: String?, _ role: ElementRole
    ) -> Bool {
        let document = body.document
        if role.contains(.unseen) { return true }
        // React streams parts of a page as `<div hidden id="S:1">` and moves them into place by script.
        if document.attribute("hidden", of: node) != nil, id?.hasPrefix("S:") != true { return true }
        if let style = document.attribute("style", of: node), HiddenStyle.hides(style) { return true }
        guard document.attribute("aria-hidden", of: node) == "true" else { return false }
        switch tag {
        case .p, .div, .section, .article, .main, .span: return false
        default: return true
        }
    }

    private func landmark(_ node: HTMLDocument.Node) -> PageElement.Landmark? {
        guard let role = body.document.attribute("role", of: node) else { return nil }
        switch role {
        case "article": return .article
        case "main": return .main
        case "navigation", "complementary", "contentinfo", "banner", "dialog", "search", "button", "tablist",
            "figure":
            return .beside
        default: return nil
        }
    }

    private func isArticleBody(_ node: HTMLDocument.Node) -> Bool {
        body.document.attribute("itemprop", of: node)?.lowercased().contains("articlebody") == true
    }

    // MARK: Text

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        guard let element = open.last else { return }
        if body.elements[element].isPreformatted {
            addPreformatted(bytes, element)
            return
        }
        let piece = body.letters.count
        var isFirst = true
        for byte in bytes {
            if byte == 0x20 || byte &- 0x09 < 5 {
                spacePending = true
                continue
            }
            if isFirst {
                settleBreaks()
                isFirst = false
            }
            if spacePending, body.letters.count > start { body.letters.append(0x20) }
            spacePending = false
            body.letters.append(byte)
        }
        close(piece: piece, element)
    }

    private mutating func addPreformatted(_ bytes: ArraySlice<UInt8>, _ element: Int) {
        let piece = body.letters.count
        body.letters += bytes
        close(piece: piece, element)
    }

    private mutating func close(piece from: Int, _ element: Int) {
        let end = body.letters.count
        guard end > from else { return }
        // A break between two pieces may have put its space before this one.
        body.pieces.append(TextPiece(kind: .text, element: element, letters: from..<end))
        if body.elements[element].isLink { linkCount += LineText.scalarCount(body.letters[from..<end]) }
    }

    private mutating func addBreak() {
        guard let element = open.last else { return }
        if body.elements[element].isPreformatted {
            body.letters.append(0x0A)
            body.pieces.append(
                TextPiece(
                    kind: .text, element: element, letters: (body.letters.count - 1)..<body.letters.count))
            return
        }
        breaks += 1
        spacePending = true
        if breaks == 2 { flush() }
    }

    /// One `<br>` is a line break; two or more have ended the block already.
    private mutating func settleBreaks() {
        if breaks == 1, body.letters.count > start, let element = open.last {
            let now = body.letters.count
            body.pieces.append(TextPiece(kind: .lineBreak, element: element, letters: now..<now))
        }
        breaks = 0
    }

    // MARK: Blocks

    private mutating func flush() {
        defer {
            start = body.letters.count
            firstPiece = body.pieces.count
            linkCount = 0
            links = 0
            breaks = 0
            spacePending = false
        }
        guard let inner = open.last, body.letters.count > start else { return }
        let element = body.elements[inner].block
        let range = start..<body.letters.count
        let facts = TextFacts(body.letters[range])
        body.letters.append(0x0A)
        guard facts.isSeen else { return }
        body.blocks.append(
            TextBlock(
                element: element, tag: body.elements[element].tag, letters: range,
                pieces: firstPiece..<body.pieces.count, count: facts.count,
                linkCount: min(linkCount, facts.count),
                links: max(links, linkCount > 0 ? 1 : 0),
                isPreformatted: body.elements[inner].isPreformatted, isListItem: isListItem(element),
                hasSentence: facts.hasSentence, weight: facts.weight))
    }

    private func isListItem(_ element: Int) -> Bool {
        var index = element
        for _ in 0..<4 where index >= 0 {
            switch body.elements[index].tag {
            case .li, .dd, .dt: return true
            default: index = body.elements[index].parent
            }
        }
        return false
    }
}

/// What one look at a block's text tells.
private struct TextFacts {
    var count = 0
    var weight = 0
    var hasSentence = false
    var isSeen = false

    init(_ bytes: ArraySlice<UInt8>) {
        for scalar in ScalarReader(bytes) {
            count += 1
            weight += LetterClass.isWide(scalar) ? 2 : 1
            if LetterClass.endsSentence(scalar) { hasSentence = true }
            if !LetterClass.isSpace(scalar) { isSeen = true }
        }
    }
}
