import Markup
import News

/// What kind of document some bytes are, from their beginning.
enum DocumentKind {
    case nothing
    case markup
    case json
    case text

    init(of utf8: [UInt8]) {
        guard let first = utf8.first(where: { !$0.isMarkupSpace && $0 != 0 }) else {
            self = .nothing
            return
        }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        case UInt8(ascii: "<"): self = .markup
        default: self = utf8.prefix(Limits.sniffedBytes).contains(UInt8(ascii: "<")) ? .markup : .text
        }
    }

    /// The name of a packing, by its first bytes.
    static func packed(_ bytes: [UInt8]) -> Line? {
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return "zip" }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
        if bytes.starts(with: [0x42, 0x5A, 0x68]) { return "bzip2" }
        if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return "xz" }
        return nil
    }

    /// Whether the text is mostly what no text has.
    static func isBinary(_ utf8: [UInt8]) -> Bool {
        let sample = utf8.prefix(1024)
        let controls = sample.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20) }
        return controls * 20 > sample.count
    }
}

/// The feeds a web page names.
enum PageFeeds {
    static func looksLikePage(_ utf8: [UInt8]) -> Bool {
        let head = String(decoding: utf8.prefix(1024), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html") || head.contains("<body")
    }

    /// `<link rel="alternate" type="application/rss+xml" href="…">` and its kin, each address once.
    static func named(in utf8: [UInt8], base: WebAddress?) -> [WebAddress] {
        let bytes = Array(utf8.prefix(Limits.sniffedBytes * 4))
        var scanner = TagScanner(bytes)
        var found: [WebAddress] = []
        var index = 0
        let link = TagName.number("link")
        var attributes: [AttributeScanner.Attribute] = []
        while index < bytes.count, found.count < 100 {
            index = ByteSearch.next(UInt8(ascii: "<"), in: bytes.span, from: index)
            guard index < bytes.count, let tag = scanner.tag(at: index) else {
                index += 1
                continue
            }
            index = tag.end
            guard tag.name == link, !tag.isEnd else { continue }
            AttributeScanner.read(bytes, tag.attributes, into: &attributes)
            if let address = feed(attributes, bytes, base),
                !found.contains(address)
            {
                found.append(address)
            }
        }
        return found
    }

    private static func feed(
        _ attributes: [AttributeScanner.Attribute], _ bytes: [UInt8], _ base: WebAddress?
    ) -> WebAddress? {
        func value(_ name: String) -> String {
            attributes.first { $0.number == TagName.number(name) }?.value(in: bytes) ?? ""
        }
        guard value("rel").lowercased().split(separator: " ").contains("alternate") else { return nil }
        let type = value("type").lowercased()
        let isFeed =
            ["rss+xml", "atom+xml", "rdf+xml", "feed+json"].contains { type.contains($0) }
        return isFeed ? WebAddress(value("href"), relativeTo: base) : nil
    }
}
