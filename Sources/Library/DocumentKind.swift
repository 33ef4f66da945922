import Interchange

/// A document's kind, by its first letters and its name.
enum DocumentKind: Equatable {
    case opml
    case feed
    case page
    case pageText
    /// Records of JSON, a line each.
    case jsonLines
    /// Another reader's SQLite file.
    case database
    /// A list of feeds, a line each; newsraft's or newsboat's.
    case feedLines(isNewsraft: Bool)
    /// A reading list: a table with commas.
    case table
    case mailbox
    case webArchive

    /// A file that somebody names: what looks like nothing else is tried as a feed.
    init(_ start: [UInt8], path: String) { self = .known(start, path: path) ?? .feed }

    /// A file that stands in a folder: nothing for what is none of ours.
    static func known(_ start: [UInt8], path: String) -> DocumentKind? {
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...].lowercased()
        return byRecords(start, name: name) ?? byMarkup(start, name: name)
    }

    private static func byRecords(_ start: [UInt8], name: String) -> DocumentKind? {
        if start.starts(with: Array("SQLite format 3\0".utf8)) { return .database }
        if start.starts(with: Array("WARC/".utf8)) { return .webArchive }
        if isMailbox(start) { return .mailbox }
        if has(name, [".jsonl", ".ndjson"]) || isJSONLines(start) { return .jsonLines }
        if has(name, [".csv"]) { return .table }
        if name == "feeds" { return .feedLines(isNewsraft: true) }
        if name == "urls" || FeedLines.matches(String(decoding: start, as: UTF8.self)) {
            return .feedLines(isNewsraft: false)
        }
        return nil
    }

    private static func byMarkup(_ start: [UInt8], name: String) -> DocumentKind? {
        let text = String(decoding: start.prefix(2_048).filter { $0 != 0 }, as: UTF8.self).lowercased()
        if text.contains("<opml") { return .opml }
        if ["<rss", "<feed", "<rdf:rdf", ":rss", ":feed", "<channel"].contains(where: text.contains) {
            return .feed
        }
        if text.contains("<html") || text.contains("<!doctype html") { return .page }
        if has(name, [".txt", ".text"]) { return .pageText }
        if has(name, [".html", ".htm", ".xhtml"]) { return .page }
        if has(name, [".opml"]) { return .opml }
        if has(name, [".rss", ".atom", ".rdf"]) || text.contains("jsonfeed.org/version") { return .feed }
        return nil
    }

    private static func has(_ name: String, _ endings: [String]) -> Bool {
        endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
    }

    /// `From `, and a header in the line behind it.
    private static func isMailbox(_ start: [UInt8]) -> Bool {
        guard start.starts(with: Array("From ".utf8)) else { return false }
        let second = start.split(separator: 0x0A, maxSplits: 2).dropFirst().first ?? []
        guard let colon = second.firstIndex(of: UInt8(ascii: ":")), colon > second.startIndex else {
            return false
        }
        return second[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// Two objects in two lines.
    private static func isJSONLines(_ start: [UInt8]) -> Bool {
        guard start.first == UInt8(ascii: "{") else { return false }
        let lines = start.split(separator: 0x0A, maxSplits: 2)
        guard lines.count > 1 else { return false }
        let end = lines[0].last { $0 > 0x20 }
        return end == UInt8(ascii: "}") && lines[1].first == UInt8(ascii: "{")
    }
}
