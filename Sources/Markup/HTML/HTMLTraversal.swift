/// The children of a node, in order.
public struct HTMLChildren: Sequence, IteratorProtocol, Sendable {
    let document: HTMLDocument
    var upcoming: UInt32

    /// The next child.
    public mutating func next() -> HTMLDocument.Node? {
        guard upcoming != 0 else { return nil }
        let node = HTMLDocument.Node(index: upcoming)
        upcoming = document.record(node).next
        return node
    }
}

/// The nodes below a node in document order, without recursion.
public struct HTMLDescendants: Sequence, IteratorProtocol, Sendable {
    let document: HTMLDocument
    let root: UInt32
    var upcoming: UInt32

    /// The next node: the first child, else the next sibling of it or of the nearest ancestor that has one.
    public mutating func next() -> HTMLDocument.Node? {
        guard upcoming != 0 else { return nil }
        let node = HTMLDocument.Node(index: upcoming)
        var record = document.record(node)
        if record.firstChild != 0 {
            upcoming = record.firstChild
            return node
        }
        var index = upcoming
        while record.next == 0 {
            index = record.parent
            guard index != root, index != 0 else {
                upcoming = 0
                return node
            }
            record = document.record(HTMLDocument.Node(index: index))
        }
        upcoming = record.next
        return node
    }
}
