import Markup
import News

/// Walks a tree of HTML and gathers blocks; no recursion, so any depth the tree has will do.
struct BodyReader {
    /// What has to be done when an element ends.
    private enum Opened {
        case nothing
        case flow
        case inline
        case container
        case line
    }

    let document: HTMLDocument
    let base: WebAddress?
    var containers: [BodyContainer] = []
    var inlines = InlineStack()
    private var opened: [Opened] = []
    /// How many preformatted blocks are open: 0 or 1.
    private var codeDepth = 0

    init(_ document: HTMLDocument, base: WebAddress?) {
        self.document = document
        self.base = base
    }

    /// The blocks of what stands inside a node.
    mutating func blocks(inside root: HTMLDocument.Node) -> [Block] {
        containers = [BodyContainer(kind: .root)]
        var next = document.firstChild(of: root)
        while let node = next {
            if enter(node) {
                if let child = document.firstChild(of: node) {
                    next = child
                    continue
                }
                leave()
            }
            next = following(node, within: root)
        }
        flush()
        return containers[0].blocks
    }

    /// The next node after all that is in this one; ends the elements that end in between.
    private mutating func following(
        _ node: HTMLDocument.Node, within root: HTMLDocument.Node
    ) -> HTMLDocument.Node? {
        var node = node
        while true {
            if let sibling = document.nextSibling(of: node) { return sibling }
            guard let parent = document.parent(of: node), parent != root else { return nil }
            leave()
            node = parent
        }
    }

    /// Begins a node; whether its children are to be read.
    private mutating func enter(_ node: HTMLDocument.Node) -> Bool {
        switch document.kind(of: node) {
        case .text:
            inlines.append(text: document.utf8(of: node), keepsSpace: codeDepth > 0)
            return false
        case .element:
            return enterElement(node)
        default:
            return false
        }
    }

    private mutating func enterElement(_ node: HTMLDocument.Node) -> Bool {
        let tag = document.tag(of: node)
        let kind = ElementKind(tag, document.namespace(of: node))
        if kind == .skipped || document.isHidden(node) { return false }
        switch kind {
        case .skipped: return false
        case .single:
            readSingle(tag, node)
            return false
        case .inline:
            opened.append(openInline(tag, node) ? .inline : .nothing)
        case .flow:
            opened.append(openFlow(tag, node))
        case .container:
            opened.append(openContainer(tag, node))
        case .ignored:
            opened.append(.nothing)
        }
        return true
    }

    private mutating func leave() {
        switch opened.popLast() ?? .nothing {
        case .nothing: break
        case .inline: inlines.close()
        case .flow: flush()
        case .line: inlines.endLine()
        case .container: closeContainer()
        }
    }

    // MARK: Blocks

    private mutating func openFlow(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> Opened {
        if codeDepth > 0 {
            inlines.endLine()
            return .line
        }
        flush()
        if tag == .p { containers[containers.count - 1].paragraphs += 1 }
        if tag == .footer, case .pullQuote = container, open(.caption) { return .container }
        if isPullQuote(tag, node), open(.pullQuote(isQuotation: false)) { return .container }
        return .flow
    }

    private mutating func openContainer(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> Opened {
        if codeDepth > 0 {
            inlines.endLine()
            return .line
        }
        flush()
        guard let kind = containerKind(tag, node), open(kind) else { return .flow }
        if case .code = kind { codeDepth += 1 }
        return .container
    }

    private mutating func open(_ kind: BodyContainer.Kind) -> Bool {
        let container = BodyContainer(kind: kind)
        guard containers.count < BodyLimits.containers,
            !container.isText || containers.count(where: \.isText) < BodyLimits.texts,
            !container.isTable || containers.count(where: \.isTable) < BodyLimits.tables
        else { return false }
        if container.isTable { markNestedTable() }
        containers.append(container)
        return true
    }

    private mutating func closeContainer() {
        if case .code = container {
            codeDepth -= 1
            let code = inlines.takeParagraph()
            if let code { containers[containers.count - 1].pieces.append(.block(.code(code))) }
        } else {
            flush()
        }
        let closed = containers.removeLast()
        containers[containers.count - 1].pieces += closed.composed()
    }

    /// Ends the paragraph that is being read, if anything of it shows.
    mutating func flush() {
        guard let content = inlines.takeParagraph() else { return }
        containers[containers.count - 1].pieces.append(.block(.paragraph(content)))
    }

    var container: BodyContainer.Kind { containers[containers.count - 1].kind }

    private mutating func markNestedTable() {
        for index in containers.indices.reversed() {
            if case .table = containers[index].kind {
                containers[index].pieces.append(.nestedTable)
                return
            }
        }
    }
}
