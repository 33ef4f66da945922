/// The children of a node, in order.
public struct HTMLChildren: Sequence, IteratorProtocol, Sendable {
    let nodes: [HTMLNodeRecord]
    var upcoming: UInt32

    /// The next child.
    public mutating func next() -> HTMLDocument.Node? {
        guard upcoming != 0 else { return nil }
        let node = HTMLDocument.Node(index: upcoming)
        upcoming = nodes[Int(upcoming)].next
        return node
    }
}

/// The nodes below a node in document order, without recursion.
///
///     var inner = document.descendants(of: body)
///     while let node = inner.next() {
///         if document.tag(of: node) == .script { inner.skipChildren() }
///     }
public struct HTMLDescendants: Sequence, IteratorProtocol, Sendable {
    let nodes: [HTMLNodeRecord]
    let root: UInt32
    private var last: UInt32
    private var skipsChildren = false

    init(nodes: [HTMLNodeRecord], root: UInt32) {
        self.nodes = nodes
        self.root = root
        last = root
    }

    /// The next node: the first child, else the next sibling of it or of the nearest ancestor that has one.
    public mutating func next() -> HTMLDocument.Node? {
        var index = last
        if !skipsChildren, nodes[Int(index)].firstChild != 0 {
            last = nodes[Int(index)].firstChild
            return HTMLDocument.Node(index: last)
        }
        skipsChildren = false
        while index != root {
            let record = nodes[Int(index)]
            if record.next != 0 {
                last = record.next
                return HTMLDocument.Node(index: last)
            }
            index = record.parent
        }
        // Stay at the end.
        last = root
        skipsChildren = true
        return nil
    }

    /// Leaves out what is below the node last returned.
    public mutating func skipChildren() {
        skipsChildren = true
    }
}
