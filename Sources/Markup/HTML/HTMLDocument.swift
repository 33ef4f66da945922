/// An HTML document or fragment as a tree, by the parsing rules of the HTML standard with scripting disabled.
///
/// Any input gives a tree, in linear time, at most `HTMLLimits.depth` elements deep. The document is a value:
/// nodes are indexes into it, and mean nothing in another document. The content of a `<template>` is its
/// children.
public struct HTMLDocument: Sendable {
    /// A node of the document it was got from.
    public struct Node: Hashable, Sendable {
        let index: UInt32
    }

    let arena: HTMLArena

    /// Parses a whole document, given as UTF-8; bytes that are not are read as U+FFFD.
    public init(parsing text: [UInt8]) {
        let source = HTMLSource.prepared(text)
        var builder = HTMLTreeBuilder(source: source)
        builder.build(source.span)
        arena = builder.arena
    }

    /// Parses a whole document.
    public init(parsing text: String) {
        self.init(parsing: Array(text.utf8))
    }

    /// Parses what stands inside an element named `context`, as feeds carry it; the nodes are the root's
    /// children.
    public init(parsingFragment text: String, in context: String = "body") {
        self.init(parsingFragment: Array(text.utf8), in: context)
    }

    /// Parses what stands inside an element named `context`, given as UTF-8.
    public init(parsingFragment text: [UInt8], in context: String = "body") {
        let source = HTMLSource.prepared(text)
        var builder = HTMLTreeBuilder(source: source)
        builder.begin(inside: context, source.span)
        builder.build(source.span)
        arena = builder.arena
    }

    // MARK: The tree

    /// The document node.
    public var root: Node { Node(index: 0) }

    /// The `<head>`, if there is one.
    public var head: Node? { documentElement.flatMap { child(of: $0) { $0 == .head } } }

    /// The `<body>` or the `<frameset>`, if there is one.
    public var body: Node? { documentElement.flatMap { child(of: $0) { $0 == .body || $0 == .frameset } } }

    private var documentElement: Node? { child(of: root) { $0 == .html } }

    private func child(of node: Node, where isWanted: (HTMLTag) -> Bool) -> Node? {
        children(of: node).first { isWanted(tag(of: $0)) }
    }

    /// What kind of node it is.
    public func kind(of node: Node) -> NodeKind { record(node).kind }

    /// The node it is in; nil for the root.
    public func parent(of node: Node) -> Node? {
        node.index == 0 ? nil : Node(index: record(node).parent)
    }

    /// Its first child.
    public func firstChild(of node: Node) -> Node? { link(record(node).firstChild) }

    /// Its last child.
    public func lastChild(of node: Node) -> Node? { link(record(node).lastChild) }

    /// The node after it in its parent.
    public func nextSibling(of node: Node) -> Node? { link(record(node).next) }

    /// The node before it in its parent.
    public func previousSibling(of node: Node) -> Node? { link(record(node).previous) }

    /// Its children in order.
    public func children(of node: Node) -> HTMLChildren {
        HTMLChildren(nodes: arena.nodes, upcoming: record(node).firstChild)
    }

    /// Everything below it in document order.
    public func descendants(of node: Node) -> HTMLDescendants {
        HTMLDescendants(nodes: arena.nodes, root: node.index)
    }

    // MARK: Elements

    /// The element's name, for comparing; `other` for all that are no elements too.
    public func tag(of node: Node) -> HTMLTag { record(node).tag }

    /// The vocabulary the element's name is from.
    public func namespace(of node: Node) -> HTMLNamespace { record(node).namespace }

    /// The element's or doctype's name as the tree has it; empty for others.
    public func name(of node: Node) -> String {
        let record = record(node)
        switch record.kind {
        case .element: return arena.name(of: record)
        case .doctype: return arena.doctypes[Int(record.start)].name
        default: return ""
        }
    }

    /// The value of an attribute by its name in lower case, decoded; nil if the element lacks it.
    public func attribute(_ name: String, of node: Node) -> String? {
        arena.attribute(name, of: node.index).map { arena.string($0.value) }
    }

    /// The element's attributes in the order of the source, names in lower case.
    public func attributes(of node: Node) -> [(name: String, value: String)] {
        let record = record(node)
        guard record.kind == .element else { return [] }
        return arena.attributes[record.attributeRange].map { (arena.string($0.name), arena.string($0.value)) }
    }

    // MARK: Text

    /// The characters of a text node or a comment; empty for others.
    public func text(of node: Node) -> String {
        let record = record(node)
        switch record.kind {
        case .text, .comment: return arena.string(record.range)
        default: return ""
        }
    }

    /// The characters of a text node or a comment as UTF-8, without copying.
    public func utf8(of node: Node) -> ArraySlice<UInt8> {
        let record = record(node)
        switch record.kind {
        case .text, .comment: return arena.bytes(record.range)
        default: return []
        }
    }

    /// All text within a node, joined.
    public func textContent(of node: Node) -> String {
        if kind(of: node) == .text { return text(of: node) }
        var bytes: [UInt8] = []
        for inner in descendants(of: node) where kind(of: inner) == .text { bytes += utf8(of: inner) }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Private

    @inline(__always)
    func record(_ node: Node) -> HTMLNodeRecord { arena.nodes[Int(node.index)] }

    private func link(_ index: UInt32) -> Node? { index == 0 ? nil : Node(index: index) }
}

extension HTMLArena {
    func name(of record: HTMLNodeRecord) -> String {
        let name = record.tag == .other ? names[Int(record.nameNumber)] : record.tag.rawValue
        return record.namespace == .svg ? ForeignNamesTable.element(name) : name.lowercased()
    }
}
