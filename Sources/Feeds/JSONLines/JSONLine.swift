import Markup
import News

/// One line of a JSON Lines archive: `{"url","title","text" and/or "html","published","feed"}`.
public struct JSONLine: Sendable, Hashable {
    /// The publication, by its name or its feed's address.
    public var feed: String
    /// The article, its body sanitised.
    public var article: Article

    /// Why a line is no record.
    public struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
        /// A few words.
        public let description: String
    }

    /// Reads a line.
    ///
    /// - Throws: `Unreadable` with the reason, where the line is no record.
    public static func read(_ line: [UInt8]) throws(Unreadable) -> JSONLine {
        var reader = JSONReader(utf8: line)
        guard let record = reader.read(), case .object = record else {
            throw Unreadable(description: "this line is no JSON object")
        }
        for name in ["url", "title", "text", "html", "feed", "published"] {
            guard let value = record[name], value != .null else { continue }
            guard value.text != nil else { throw Unreadable(description: "“\(name)” is not a text") }
        }
        let address = record["url"]?.text.flatMap { WebAddress($0) }
        let html = body(of: record, base: address)
        guard record["url"]?.text != nil || record["title"]?.text != nil || !html.isEmpty else {
            throw Unreadable(description: "this record has no url, title, text or html")
        }
        let text = record["text"]?.text ?? PlainText.of(Array(html.utf8))
        let headline =
            Line(nonEmpty: record["title"]?.text) ?? Article.headline(standingInFor: text, address: address)
        let identity = record["url"]?.text ?? Digest.hexadecimal(of: [headline.text, html])
        let article = Article(
            identity: identity, headline: headline, address: address,
            authors: Line(nonEmpty: record["author"]?.text).map { [Author(name: $0)] } ?? [],
            published: record["published"]?.text.flatMap(FeedDate.read), html: html)
        return JSONLine(feed: record["feed"]?.text ?? "Imported", article: article)
    }

    /// The HTML where there is some, else the text with its paragraphs.
    private static func body(of record: JSONValue, base: WebAddress?) -> String {
        if let html = record["html"]?.text, !html.isEmpty {
            return BodySanitizer.sanitize(Array(html.utf8), base: base)
        }
        var html: [UInt8] = []
        for paragraph in (record["text"]?.text ?? "").split(separator: "\n") where !Line(paragraph).isEmpty {
            html += "<p>".utf8
            SafeText.appendEscaped(Array(Prose(paragraph).text.utf8).span, to: &html)
            html += "</p>\n".utf8
        }
        return String(decoding: html, as: UTF8.self)
    }
}
