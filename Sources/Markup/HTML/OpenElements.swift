/// An element on the stack of open elements.
struct OpenElement {
    var node: UInt32
    /// The number of an unlisted name.
    var nameNumber: UInt32 = 0
    /// How deep the node is in the tree, which may be more than its place on the stack.
    var depth: UInt16 = 0
    var tag: HTMLTag
    var namespace = HTMLNamespace.html

    @inline(__always)
    func isHTML(_ tag: HTMLTag) -> Bool { self.tag == tag && namespace == .html }

    var isSpecial: Bool {
        switch namespace {
        case .html: tag.isSpecial
        case .mathML: isMathMLTextPoint || tag == .annotationXML
        case .svg: isSVGHTMLPoint
        }
    }

    /// What bounds "in scope".
    var boundsScope: Bool {
        namespace == .html ? tag.boundsScope : isSpecial
    }

    /// Holds text and most HTML although it is MathML.
    var isMathMLTextPoint: Bool {
        guard namespace == .mathML else { return false }
        return tag == .mi || tag == .mo || tag == .mn || tag == .ms || tag == .mtext
    }

    /// An SVG element whose content is HTML.
    var isSVGHTMLPoint: Bool {
        namespace == .svg && (tag == .foreignObject || tag == .desc || tag == .title)
    }
}

/// The stack of open elements, with a count of the names most asked for, so that the common question whether
/// one is open at all needs no search.
struct OpenElements {
    private(set) var elements: [OpenElement] = []
    private var counts: [UInt16]

    init() {
        counts = Array(repeating: 0, count: HTMLTag.countedKinds)
        elements.reserveCapacity(HTMLLimits.depth + 1)
    }

    var count: Int { elements.count }
    var last: OpenElement? { elements.last }
    subscript(index: Int) -> OpenElement { elements[index] }

    /// Whether an element of the name may be open.
    func mayHold(_ tag: HTMLTag) -> Bool { tag.countedKind == 0 || counts[tag.countedKind] != 0 }

    /// Opens an element.
    mutating func push(_ element: OpenElement) {
        elements.append(element)
        counts[element.tag.countedKind] &+= 1
    }

    mutating func pop() -> OpenElement? {
        guard let element = elements.popLast() else { return nil }
        counts[element.tag.countedKind] &-= 1
        return element
    }

    /// Removes an element from the middle.
    mutating func remove(at index: Int) {
        let element = elements.remove(at: index)
        counts[element.tag.countedKind] &-= 1
    }

    /// Puts an element in the middle.
    mutating func insert(_ element: OpenElement, at index: Int) {
        elements.insert(element, at: index)
        counts[element.tag.countedKind] &+= 1
    }

    /// Puts another node of the same name in a place.
    mutating func replace(at index: Int, with node: UInt32) {
        elements[index].node = node
    }

    /// The place of a node.
    func index(of node: UInt32) -> Int? {
        elements.lastIndex { $0.node == node }
    }

    /// The place of the innermost HTML element of the name.
    func lastIndex(of tag: HTMLTag) -> Int? {
        guard mayHold(tag) else { return nil }
        return elements.lastIndex { $0.isHTML(tag) }
    }

    // MARK: Scopes (§13.2.4.2)

    enum Scope {
        case normal, listItem, button, table
    }

    /// Whether an HTML element of the name is in scope.
    func hasInScope(_ tag: HTMLTag, _ scope: Scope = .normal) -> Bool {
        mayHold(tag) && hasInScope(scope) { $0.isHTML(tag) }
    }

    /// Whether an element like this is open with no bound of the scope above it.
    func hasInScope(_ scope: Scope = .normal, where isWanted: (OpenElement) -> Bool) -> Bool {
        var index = elements.count &- 1
        while index >= 0 {
            let element = elements[index]
            if isWanted(element) { return true }
            if scope == .table {
                if element.namespace == .html, element.tag.boundsTableScope { return false }
            } else if element.boundsScope {
                return false
            } else if scope == .button, element.isHTML(.button) {
                return false
            } else if scope == .listItem, element.isHTML(.ol) || element.isHTML(.ul) {
                return false
            }
            index &-= 1
        }
        return false
    }
}

extension HTMLTag {
    fileprivate static let countedKinds = 9

    /// Which counter an element moves; 0 is everything else.
    fileprivate var countedKind: Int {
        switch self {
        case .p: 1
        case .table: 2
        case .template: 3
        case .select: 4
        case .button: 5
        case .li: 6
        case .ruby: 7
        case .nobr: 8
        default: 0
        }
    }
}
