/// Writes a tree out as HTML that a parser reads as the same tree again, as far as HTML can say it.
public struct HTMLSerializer: Sendable {
    private let document: HTMLDocument
    private var output: [UInt8] = []

    /// The HTML of what is inside a node (WHATWG HTML §13.3).
    public static func html(inside node: HTMLDocument.Node, of document: HTMLDocument) -> String {
        var serializer = HTMLSerializer(document: document)
        serializer.write(from: document.firstChild(of: node), within: node)
        return String(decoding: serializer.output, as: UTF8.self)
    }

    /// The HTML of a node itself.
    public static func html(of node: HTMLDocument.Node, in document: HTMLDocument) -> String {
        var serializer = HTMLSerializer(document: document)
        serializer.open(node)
        serializer.write(from: document.firstChild(of: node), within: node)
        serializer.close(node)
        return String(decoding: serializer.output, as: UTF8.self)
    }

    private init(document: HTMLDocument) {
        self.document = document
    }

    /// Walks the nodes below `root` from its first child on, without recursion.
    private mutating func write(from first: HTMLDocument.Node?, within root: HTMLDocument.Node) {
        var next = first
        while let node = next {
            open(node)
            next = document.firstChild(of: node)
            if next != nil { continue }
            close(node)
            var last = node
            next = document.nextSibling(of: last)
            while next == nil, let parent = document.parent(of: last), parent != root {
                close(parent)
                last = parent
                next = document.nextSibling(of: last)
            }
        }
    }

    private mutating func open(_ node: HTMLDocument.Node) {
        switch document.kind(of: node) {
        case .document: break
        case .doctype: output += "<!DOCTYPE \(document.name(of: node))>".utf8
        case .comment: output += "<!--\(document.text(of: node))-->".utf8
        case .text: writeText(node)
        case .element: openElement(node)
        }
    }

    private mutating func openElement(_ node: HTMLDocument.Node) {
        output += "<\(document.name(of: node))".utf8
        for (name, value) in document.attributes(of: node) {
            output += " \(name)=\"".utf8
            writeEscaped(value.utf8, inAttribute: true)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
        guard document.namespace(of: node) == .html, let first = document.firstChild(of: node) else { return }
        switch document.tag(of: node) {
        case .pre, .listing, .textarea:
            // The parser drops one line feed here.
            if document.utf8(of: first).first == 0x0a { output.append(0x0a) }
        default: break
        }
    }

    private mutating func close(_ node: HTMLDocument.Node) {
        guard document.kind(of: node) == .element else { return }
        if document.namespace(of: node) == .html, document.tag(of: node).isVoid { return }
        output += "</\(document.name(of: node))>".utf8
    }

    private mutating func writeText(_ node: HTMLDocument.Node) {
        let isRaw = document.parent(of: node).map {
            document.namespace(of: $0) == .html && document.tag(of: $0).holdsRawText
        }
        if isRaw == true {
            output += document.utf8(of: node)
        } else {
            writeEscaped(document.utf8(of: node), inAttribute: false)
        }
    }

    private mutating func writeEscaped(_ bytes: some Sequence<UInt8>, inAttribute: Bool) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\"") where inAttribute: output += "&quot;".utf8
            default: output.append(byte)
            }
        }
    }
}
