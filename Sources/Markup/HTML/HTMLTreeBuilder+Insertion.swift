// Putting nodes into the tree (§13.2.6.1).
extension HTMLTreeBuilder {
    /// Where a node goes: last in `parent`, or before `sibling`.
    struct Place {
        var parent: UInt32
        var sibling: UInt32 = 0
    }

    /// The current node; the stack is empty only before the root.
    var current: OpenElement { stack.last ?? OpenElement(node: 0, tag: .html) }

    @inline(__always)
    func isCurrent(_ tag: HTMLTag) -> Bool { current.isHTML(tag) }

    /// The appropriate place for inserting a node.
    @inline(__always)
    func place() -> Place {
        isFostering ? place(in: current) : Place(parent: current.node)
    }

    /// The appropriate place, with `target` in place of the current node.
    func place(in target: OpenElement) -> Place {
        guard isFostering, target.namespace == .html, target.tag.fostersContent else {
            return Place(parent: target.node)
        }
        let template = stack.lastIndex(of: .template) ?? 0
        guard let table = stack.lastIndex(of: .table), table > template else {
            return Place(parent: stack[template].node)
        }
        if arena.isAttached(stack[table].node) {
            return Place(parent: arena.parent(of: stack[table].node), sibling: stack[table].node)
        }
        return Place(parent: stack[table - 1].node)
    }

    /// Puts a node in a place.
    mutating func insert(_ node: UInt32, at place: Place) {
        if place.sibling != 0 {
            arena.insert(node, before: place.sibling)
        } else {
            arena.append(node, to: place.parent)
        }
    }

    // MARK: Elements

    /// Makes an element for a tag, puts it in place and opens it.
    @discardableResult
    mutating func insertElement(_ token: HTMLToken, _ namespace: HTMLNamespace = .html) -> UInt32 {
        limitDepth()
        let node = arena.addElement(token, namespace)
        insert(node, at: place())
        open(node, token, namespace)
        return node
    }

    /// Makes an element the source has no tag for.
    @discardableResult
    mutating func insertElement(_ tag: HTMLTag) -> UInt32 {
        var token = HTMLToken(kind: .startTag)
        token.tag = tag
        return insertElement(token)
    }

    /// An element that is closed at once.
    mutating func insertVoid(_ token: HTMLToken, _ namespace: HTMLNamespace = .html) {
        let node = arena.addElement(token, namespace)
        insert(node, at: place())
    }

    /// Pushes an element on the stack of open elements.
    mutating func open(_ node: UInt32, _ token: HTMLToken, _ namespace: HTMLNamespace) {
        let depth = current.depth &+ 1
        arena.nodes[Int(node)].isOpen = true
        stack.push(
            OpenElement(
                node: node, nameNumber: token.nameNumber, depth: depth, tag: token.tag, namespace: namespace))
    }

    /// Closes elements until one more fits: what is nested deeper becomes a sibling.
    mutating func limitDepth() {
        while current.depth >= UInt16(HTMLLimits.depth), stack.count > 1 { pop() }
    }

    // MARK: Closing

    /// Closes the current node.
    mutating func pop() {
        // The root stays: the standard never pops it before the end.
        guard stack.count > 1, let element = stack.pop() else { return }
        arena.nodes[Int(element.node)].isOpen = false
    }

    /// Takes an element off the stack, not closing those inside it.
    mutating func removeFromStack(at index: Int) {
        arena.nodes[Int(stack[index].node)].isOpen = false
        stack.remove(at: index)
    }

    /// Closes elements up to and with one of the name.
    mutating func popThrough(_ tag: HTMLTag) {
        while stack.count > 1 {
            let isLast = isCurrent(tag)
            pop()
            if isLast { return }
        }
    }

    /// Closes elements down to and with a place on the stack.
    mutating func popThrough(index: Int) {
        while stack.count > max(index, 1) { pop() }
    }

    mutating func generateImpliedEndTags(except tag: HTMLTag = .other) {
        while current.namespace == .html, current.tag.hasImpliedEnd, current.tag != tag, stack.count > 1 {
            pop()
        }
    }

    mutating func generateImpliedEndTagsThoroughly() {
        while current.namespace == .html, current.tag.hasThoroughlyImpliedEnd, stack.count > 1 { pop() }
    }

    /// Closes a paragraph if one is in button scope: every block does.
    mutating func closeParagraph() {
        guard stack.hasInScope(.p, .button) else { return }
        generateImpliedEndTags(except: .p)
        popThrough(.p)
    }

    // MARK: Characters, comments

    /// Joins characters to the text node they touch, or makes one.
    mutating func insertCharacters(_ token: HTMLToken) {
        let place = place()
        guard place.parent != 0 || context != nil else { return }
        let neighbour =
            place.sibling == 0 ? arena.lastChild(of: place.parent) : arena.previous(of: place.sibling)
        if neighbour != 0, arena.kind(of: neighbour) == .text, arena.extend(neighbour, with: token) { return }
        let node = arena.addText(token)
        insert(node, at: place)
    }

    mutating func insertComment(_ token: HTMLToken) {
        let node = arena.addComment(token)
        insert(node, at: place())
    }

    mutating func appendComment(_ token: HTMLToken, to parent: UInt32) {
        let node = arena.addComment(token)
        arena.append(node, to: parent)
    }
}

extension HTMLArena {
    func parent(of node: UInt32) -> UInt32 { nodes[Int(node)].parent }
    func previous(of node: UInt32) -> UInt32 { nodes[Int(node)].previous }
    func lastChild(of node: UInt32) -> UInt32 { nodes[Int(node)].lastChild }
    func kind(of node: UInt32) -> NodeKind { nodes[Int(node)].kind }

    /// Whether a node has a parent; the document's index also means none.
    func isAttached(_ node: UInt32) -> Bool {
        let record = nodes[Int(node)]
        return record.parent != 0 || record.previous != 0 || record.next != 0 || nodes[0].firstChild == node
    }

    mutating func addElement(_ token: HTMLToken, _ namespace: HTMLNamespace) -> UInt32 {
        var record = HTMLNodeRecord(kind: .element)
        record.namespace = namespace
        record.tag = token.tag
        record.start = token.attributeStart
        record.length = token.attributeCount | token.nameNumber << HTMLNodeRecord.attributeCountBits
        return add(record)
    }

    /// A copy of an element without its place, sharing its attributes.
    mutating func addClone(of node: UInt32) -> UInt32 {
        let original = nodes[Int(node)]
        var record = HTMLNodeRecord(kind: .element)
        record.namespace = original.namespace
        record.tag = original.tag
        record.start = original.start
        record.length = original.length
        return add(record)
    }

    mutating func addComment(_ token: HTMLToken) -> UInt32 {
        var record = HTMLNodeRecord(kind: .comment)
        record.range = token.range
        return add(record)
    }

    /// Adds those attributes of a second `<html>` or `<body>` the element lacks.
    mutating func mergeAttributes(of token: HTMLToken, into node: UInt32) {
        let old = nodes[Int(node)].attributeRange
        let new = Int(token.attributeStart)..<Int(token.attributeStart) &+ Int(token.attributeCount)
        guard !new.isEmpty else { return }
        var merged = Array(attributes[old])
        for attribute in attributes[new] where merged.count < HTMLLimits.attributes {
            let isKnown = merged.contains {
                $0.nameHash == attribute.nameHash && areEqual($0.name, attribute.name)
            }
            if !isKnown { merged.append(attribute) }
        }
        guard merged.count > old.count else { return }
        let start = attributes.count
        attributes += merged
        nodes[Int(node)].start = UInt32(truncatingIfNeeded: start)
        nodes[Int(node)].length =
            nodes[Int(node)].nameNumber << HTMLNodeRecord.attributeCountBits | UInt32(merged.count)
    }
}
