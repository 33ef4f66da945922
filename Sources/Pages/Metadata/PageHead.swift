import Markup

/// What a page says of itself: `<title>`, `<meta>`, `<link>`, JSON-LD and its language.
struct PageHead: Sendable {
    private(set) var title = ""
    private(set) var canonical: String?
    /// `<link rel="next">`.
    private(set) var next: String?
    private(set) var base: String?
    private(set) var language: String?
    private(set) var linkedData: [JSONValue] = []
    /// A date marked by `itemprop` somewhere in the page.
    private(set) var markedDate: String?
    private var metas: [String: [String]] = [:]
    private var scripts = 0
    private var scriptBytes = 0

    init(_ document: HTMLDocument) {
        for node in document.descendants(of: document.root) where document.kind(of: node) == .element {
            switch document.tag(of: node) {
            case .html: language = language ?? document.attribute("lang", of: node)
            case .title where title.isEmpty && document.namespace(of: node) == .html:
                title = LineText.collapsed(document.textContent(of: node))
            case .meta: take(meta: node, document)
            case .link: take(link: node, document)
            case .base: base = base ?? document.attribute("href", of: node)
            case .script: take(script: node, document)
            default: take(marked: node, document)
            }
        }
    }

    /// The first value of the first of these names that has one.
    func first(_ names: String...) -> String? {
        for name in names {
            if let value = metas[name]?.first { return value }
        }
        return nil
    }

    /// All values of a name.
    func all(_ name: String) -> [String] { metas[name] ?? [] }

    private mutating func take(meta node: HTMLDocument.Node, _ document: HTMLDocument) {
        let name =
            document.attribute("property", of: node) ?? document.attribute("name", of: node)
            ?? document.attribute("itemprop", of: node) ?? document.attribute("http-equiv", of: node)
        guard let name, let content = document.attribute("content", of: node) else { return }
        let key = name.lowercased().filter { !$0.isWhitespace }
        let value = PlainText.line(content)
        guard !key.isEmpty, !value.isEmpty, metas[key, default: []].count < Limits.valuesOfName else {
            return
        }
        metas[key, default: []].append(value)
    }

    private mutating func take(link node: HTMLDocument.Node, _ document: HTMLDocument) {
        switch document.attribute("rel", of: node)?.lowercased() {
        case "canonical": canonical = canonical ?? document.attribute("href", of: node)
        case "next": next = next ?? document.attribute("href", of: node)
        default: break
        }
    }

    private mutating func take(script node: HTMLDocument.Node, _ document: HTMLDocument) {
        guard scripts < Limits.linkedDataScripts,
            let type = document.attribute("type", of: node)?.lowercased(), type.contains("ld+json")
        else { return }
        var text: [UInt8] = []
        for child in document.children(of: node) { text += document.utf8(of: child) }
        scriptBytes += text.count
        guard scriptBytes <= Limits.linkedDataBytes else { return }
        scripts += 1
        var reader = JSONReader(utf8: text)
        if let value = reader.read() { linkedData.append(value) }
    }

    private mutating func take(marked node: HTMLDocument.Node, _ document: HTMLDocument) {
        guard markedDate == nil,
            let name = document.attribute("itemprop", of: node) ?? document.attribute("property", of: node),
            name.lowercased().contains("datepublished")
        else { return }
        markedDate =
            document.attribute("content", of: node) ?? document.attribute("datetime", of: node)
            ?? document.textContent(of: node)
    }
}
