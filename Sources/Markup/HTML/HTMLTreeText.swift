extension HTMLDocument {
    /// The tree in the text form of the html5lib tests: one node a line, two spaces a level.
    public func html5libTree() -> String {
        var lines: [String] = []
        var depths: [UInt32: Int] = [0: 0]
        for node in descendants(of: root) {
            let depth = depths[record(node).parent] ?? 0
            let isTemplate = tag(of: node) == .template && namespace(of: node) == .html
            if firstChild(of: node) != nil { depths[node.index] = depth + (isTemplate ? 2 : 1) }
            let indent = "| " + String(repeating: "  ", count: depth)
            lines.append(indent + line(for: node))
            for attribute in sortedAttributes(of: node) { lines.append(indent + "  " + attribute) }
            if isTemplate { lines.append(indent + "  content") }
        }
        return lines.joined(separator: "\n")
    }

    private func line(for node: Node) -> String {
        switch kind(of: node) {
        case .document: ""
        case .text: "\"" + text(of: node) + "\""
        case .comment: "<!-- " + text(of: node) + " -->"
        case .doctype: doctypeLine(arena.doctypes[Int(record(node).start)])
        case .element:
            switch namespace(of: node) {
            case .html: "<" + name(of: node) + ">"
            case .svg: "<svg " + name(of: node) + ">"
            case .mathML: "<math " + name(of: node) + ">"
            }
        }
    }

    private func doctypeLine(_ doctype: HTMLDoctype) -> String {
        guard doctype.publicID != nil || doctype.systemID != nil else { return "<!DOCTYPE \(doctype.name)>" }
        return "<!DOCTYPE \(doctype.name) \"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\">"
    }

    private func sortedAttributes(of node: Node) -> [String] {
        let namespace = namespace(of: node)
        return attributes(of: node)
            .map { (ForeignNamesTable.attribute($0.name, in: namespace), $0.value) }
            .sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
            .map { "\($0.0)=\"\($0.1)\"" }
    }
}
