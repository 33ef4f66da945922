import Markup
import News

/// Links, files and pictures: elements whose attributes say what they are.
extension XMLFeedReader {
    /// RSS's `<link>text</link>`, or Atom's `<link href="…" rel="…"/>` in whichever format.
    mutating func beginLink(_ frame: Frame) {
        guard let address = reader.attribute("href") else {
            collect(frame, keepsMarkup: false)
            return
        }
        var link = LinkDraft(address: address, base: frame.base)
        link.relation = XMLFeedReader.relation(reader.attribute("rel"))
        link.type = reader.attribute("type") ?? ""
        link.length = reader.attribute("length").flatMap(XMLFeedReader.length)
        link.title = reader.attribute("title") ?? ""
        if link.relation == "enclosure", !openEntries.isEmpty {
            withEntry { if $0.enclosures.count < Limits.partsPerEntry { $0.enclosures.append(link) } }
        } else if !openEntries.isEmpty {
            withEntry { if $0.links.count < Limits.partsPerEntry { $0.links.append(link) } }
        } else if draft.links.count < Limits.partsPerEntry {
            draft.links.append(link)
        }
        // RSS with both an attribute and a text.
        if !reader.isEmptyElement { collect(frame, keepsMarkup: false) }
    }

    private static func relation(_ raw: String?) -> String {
        guard let raw else { return "alternate" }
        let name = Line(raw.lowercased()).text
        let prefix = "http://www.iana.org/assignments/relation/"
        let short = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
        return short.isEmpty ? "alternate" : short
    }

    mutating func takeEnclosure(_ frame: Frame) {
        guard let address = reader.attribute("url") ?? reader.attribute("href") else { return }
        var file = LinkDraft(address: address, base: frame.base)
        file.type = reader.attribute("type") ?? ""
        file.length = reader.attribute("length").flatMap(XMLFeedReader.length)
        withEntry { if $0.enclosures.count < Limits.partsPerEntry { $0.enclosures.append(file) } }
    }

    mutating func takeMedia(_ frame: Frame) {
        guard let address = reader.attribute("url") else { return }
        var file = LinkDraft(address: address, base: frame.base)
        file.type = reader.attribute("type") ?? ""
        file.length = reader.attribute("fileSize").flatMap(XMLFeedReader.length)
        let medium = reader.attribute("medium")?.lowercased() ?? ""
        let isImage = medium == "image" || (medium.isEmpty && file.type.lowercased().hasPrefix("image"))
        withEntry {
            if isImage { $0.thumbnail.offer(file, rank: 1) }
            if $0.mediaFiles.count < Limits.partsPerEntry { $0.mediaFiles.append(file) }
        }
    }

    mutating func takeThumbnail(_ frame: Frame) {
        guard let address = reader.attribute("url") ?? reader.attribute("href") else { return }
        let link = LinkDraft(address: address, base: frame.base)
        withEntry { $0.thumbnail.offer(link, rank: frame.term == .itunesImage ? 3 : 2) }
    }

    mutating func beginCategory(_ frame: Frame) {
        if let term = reader.attribute("term") ?? reader.attribute("label") {
            add(category: term)
        } else {
            collect(frame, keepsMarkup: false)
        }
    }

    mutating func add(category: String) {
        withEntry { if $0.categories.count < Limits.partsPerEntry { $0.categories.append(category) } }
    }

    /// A file's size, in plain digits.
    static func length(_ text: String) -> Int64? {
        Int64(Line(text).text).flatMap { $0 >= 0 ? $0 : nil }
    }
}
