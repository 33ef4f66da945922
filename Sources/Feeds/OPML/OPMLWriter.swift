import News

/// Writes a list of subscriptions.
enum OPMLWriter {
    static func write(_ subscriptions: Subscriptions) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
        let title = escaped(subscriptions.title?.text ?? "Subscriptions")
        text += "    <title>\(title)</title>\n  </head>\n  <body>\n"
        var folder: [Line] = []
        for source in subscriptions.sources {
            move(from: folder, to: source.folder, &text)
            folder = source.folder
            text += indent(folder.count) + outline(source)
        }
        move(from: folder, to: [], &text)
        return text + "  </body>\n</opml>\n"
    }

    /// Closes the folders that end and opens those that begin.
    private static func move(from old: [Line], to new: [Line], _ text: inout String) {
        let shared = zip(old, new).prefix { $0 == $1 }.count
        for depth in stride(from: old.count, to: shared, by: -1) {
            text += indent(depth - 1) + "</outline>\n"
        }
        for depth in shared..<new.count {
            let name = escaped(new[depth].text)
            text += indent(depth) + "<outline text=\"\(name)\" title=\"\(name)\">\n"
        }
    }

    private static func outline(_ source: Subscription) -> String {
        let name = escaped(source.title?.text ?? source.address.text)
        var line = "<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\""
        line += " xmlUrl=\"\(escaped(source.address.text))\""
        if let link = source.link { line += " htmlUrl=\"\(escaped(link.text))\"" }
        return line + "/>\n"
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth + 2) }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        SafeText.appendEscaped(text.utf8.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
