/// A document's kind, by its first letters and its name.
enum DocumentKind {
    case opml
    case feed
    case page
    case pageText

    init(_ bytes: [UInt8], path: String) {
        let start = String(decoding: bytes.prefix(2_048).filter { $0 != 0 }, as: UTF8.self).lowercased()
        if start.contains("<opml") {
            self = .opml
        } else if ["<rss", "<feed", "<rdf:rdf", ":rss", ":feed", "<channel"].contains(where: start.contains) {
            self = .feed
        } else if start.contains("<html") || start.contains("<!doctype html") {
            self = .page
        } else if path.hasSuffix(".txt") || path.hasSuffix(".text") {
            self = .pageText
        } else if path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".html.gz") {
            self = .page
        } else {
            self = .feed
        }
    }
}
