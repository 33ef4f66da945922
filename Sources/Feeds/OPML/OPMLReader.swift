import Markup
import News

/// Reads the outlines of a list of subscriptions.
struct OPMLReader {
    private var reader: XMLReader
    private let base: WebAddress?
    private(set) var foundRoot = false
    private(set) var subscriptions = Subscriptions(sources: [])
    /// The folder of each open outline; nothing for one that is no folder.
    private var folders: [Line?] = []
    private var title: [UInt8]?
    private var seen: Set<Subscription> = []
    private var outlines = 0
    private var unlisted = 0

    init(utf8: [UInt8], base: WebAddress?) {
        reader = XMLReader(utf8: utf8)
        self.base = base
    }

    mutating func read() {
        while true {
            switch reader.next() {
            case .start: start()
            case .end: end()
            case .text: if title != nil { appendTitle() }
            case .finish:
                if unlisted > 0 { subscriptions.refused.append(Line("and \(unlisted) more")) }
                return
            }
        }
    }

    private mutating func start() {
        switch reader.name.local.lowercased() {
        case "opml": foundRoot = true
        case "title": if foundRoot, subscriptions.title == nil { title = [] }
        case "outline": if foundRoot { beginOutline() }
        default: break
        }
    }

    private mutating func end() {
        switch reader.name.local.lowercased() {
        case "title":
            if let title { subscriptions.title = Line(nonEmpty: String(decoding: title, as: UTF8.self)) }
            title = nil
        case "outline": if foundRoot { _ = folders.popLast() }
        default: break
        }
    }

    private mutating func appendTitle() {
        var text = title ?? []
        title = nil
        if text.count < Limits.shortText { reader.appendText(to: &text) }
        title = text
    }

    private mutating func beginOutline() {
        outlines += 1
        guard outlines <= Limits.outlines else {
            folders.append(nil)
            unlisted += 1
            return
        }
        let name = Line(nonEmpty: reader.attribute("title")) ?? Line(nonEmpty: reader.attribute("text"))
        guard let raw = reader.attribute("xmlUrl") ?? feedAddress() else {
            folders.append(name)
            return
        }
        folders.append(nil)
        guard let address = WebAddress(raw, relativeTo: base) else {
            refuse(name, raw)
            return
        }
        let page = reader.attribute("htmlUrl").flatMap { WebAddress($0, relativeTo: base) }
        let path = folders.compactMap { $0 }.prefix(Limits.folderDepth)
        let source = Subscription(title: name, address: address, link: page, folder: Array(path))
        if seen.insert(source).inserted { subscriptions.sources.append(source) }
    }

    /// OPML 1 lists with `type="rss" url="…"`; a `type="link"` or `include` is no subscription.
    private mutating func feedAddress() -> String? {
        let type = reader.attribute("type")?.lowercased() ?? ""
        return type == "rss" || type == "atom" ? reader.attribute("url") : nil
    }

    private mutating func refuse(_ name: Line?, _ raw: String) {
        guard subscriptions.refused.count < Limits.listedRefusals else {
            unlisted += 1
            return
        }
        let scheme = raw.utf8.firstIndex(of: UInt8(ascii: ":")).map { Line(raw[..<$0].prefix(20)) }
        let reason = scheme.map { "“\($0):” is no address of the web" } ?? "it has no whole address"
        subscriptions.refused.append(Line("\(name?.text ?? "a feed without a name"): \(reason)"))
    }
}
