import Markup
import News

/// One line of a JSON Lines archive: `{"url","title","text" and/or "html","published","feed"}`.
///
/// A line that Tidings wrote has all that is known of the article, so that reading it back gives the same: see
/// `JSONLine.write`. Of a stranger's line any of these keys are taken as well.
public enum JSONLine {
    /// Why a line is no record.
    public struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
        /// A few words.
        public let description: String
    }

    /// Reads a line.
    ///
    /// - Throws: `Unreadable` with the reason, where the line is no record.
    public static func read(_ line: [UInt8]) throws(Unreadable) -> ImportedArticle {
        var reader = JSONReader(utf8: line)
        guard let record = reader.read(), case .object = record else {
            throw Unreadable(description: "this line is no JSON object")
        }
        for name in ["url", "title", "text", "html", "feed", "published"] {
            guard let value = record[name], value != .null else { continue }
            guard value.text != nil else { throw Unreadable(description: "“\(name)” is not a text") }
        }
        let reading = JSONLineReading(record: record)
        guard let article = reading.article else {
            throw Unreadable(description: "this record has no url, title, text or html")
        }
        return ImportedArticle(
            article: article, source: reading.source, isRead: reading.flag("read"),
            isStarred: reading.flag("starred"), tags: reading.lines("tags").compactMap { Tag($0.text) },
            moment: reading.time("moment"))
    }
}

/// The parts of a record.
struct JSONLineReading {
    let record: JSONValue

    var source: SourceIdentity {
        guard let source = record["source"], case .object = source,
            let title = Line(nonEmpty: source["title"]?.text)
        else { return SourceIdentity(named: record["feed"]?.text ?? "Imported") }
        let inner = JSONLineReading(record: source)
        return SourceIdentity(
            address: inner.address("address"), title: title, link: inner.address("link"),
            folder: source["folder"]?.text.map { Line($0).text }, isSubscribed: inner.flag("subscribed"))
    }

    /// The article; nothing where there is nothing to show or to open.
    var article: Article? {
        let address = address("url")
        let html = body(base: address)
        guard text("url") != nil || text("title") != nil || !html.isEmpty else { return nil }
        let opening = text("text") ?? PlainText.of(Array(html.utf8))
        let headline =
            Line(nonEmpty: text("title")) ?? Article.headline(standingInFor: opening, address: address)
        let identity = Line(nonEmpty: text("identity")) ?? Line(nonEmpty: text("url"))
        return Article(
            identity: identity?.text ?? Digest.hexadecimal(of: [headline.text, html]), headline: headline,
            address: address,
            dek: Line(nonEmpty: text("dek")),
            authors: authors, published: time("published"), updated: time("modified"),
            sections: lines("breadcrumbs"), categories: lines("categories"),
            language: Line(nonEmpty: text("language")), leadImage: self.address("leadImage"),
            enclosures: enclosures, html: html, recentNews: recentNews)
    }

    private var authors: [Author] {
        if let one = Line(nonEmpty: text("author")) { return [Author(name: one)] }
        return some("authors").compactMap { author in
            let author = JSONLineReading(record: author)
            guard let name = Line(nonEmpty: author.text("name")) else { return nil }
            return Author(
                name: name, page: author.address("url"), biography: Line(nonEmpty: author.text("bio")))
        }
    }

    private var enclosures: [Enclosure] {
        some("enclosures").compactMap { file in
            let file = JSONLineReading(record: file)
            return file.address("url").map {
                Enclosure(
                    address: $0, type: Line(nonEmpty: file.text("type")),
                    length: file.text("length").flatMap { Int64($0) })
            }
        }
    }

    private var recentNews: [Reference] {
        some("related").compactMap { item in
            let item = JSONLineReading(record: item)
            return Line(nonEmpty: item.text("title")).map {
                Reference(title: $0, address: item.address("url"))
            }
        }
    }

    /// The HTML where there is some, else the text with its paragraphs.
    private func body(base: WebAddress?) -> String {
        if let html = text("html"), !html.isEmpty {
            return BodySanitizer.sanitize(Array(html.utf8), base: base)
        }
        var html: [UInt8] = []
        for paragraph in (text("text") ?? "").split(separator: "\n") where !Line(paragraph).isEmpty {
            html += "<p>".utf8
            SafeText.appendEscaped(Array(Prose(paragraph).text.utf8).span, to: &html)
            html += "</p>\n".utf8
        }
        return String(decoding: html, as: UTF8.self)
    }

    // MARK: Values

    func text(_ name: String) -> String? { record[name]?.text }
    func flag(_ name: String) -> Bool { record[name] == .bool(true) }
    func time(_ name: String) -> Timestamp? { text(name).flatMap(FeedDate.read) }
    func address(_ name: String) -> WebAddress? { text(name).flatMap { WebAddress($0) } }

    func lines(_ name: String) -> [Line] { some(name).compactMap { Line(nonEmpty: $0.text) } }

    private func some(_ name: String) -> ArraySlice<JSONValue> {
        (record[name]?.elements ?? []).prefix(Limits.partsPerEntry)
    }
}
