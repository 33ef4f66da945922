import Feeds
import News

/// An item as another program wrote it down: raw text, nothing of it safe yet.
public struct ForeignItem: Sendable {
    /// What identified it there; its address stands in for it, then a digest of what it says.
    public var identity: String?
    /// Where it stands on the web.
    public var address: String?
    /// The title, as plain text.
    public var title: String?
    /// Who wrote it.
    public var author: String?
    /// The body as HTML.
    public var html: String?
    /// The body as plain text, where there is no HTML.
    public var text: String?
    /// First published.
    public var published: Timestamp?
    /// Subjects.
    public var categories: [String] = []
    /// The address and the media type of a file that comes with it.
    public var enclosures: [(address: String, type: String?)] = []

    /// An item without anything.
    public init() {}

    /// The item made safe; nothing where there is nothing to show or to open.
    public var article: Article? {
        let address = address.flatMap { WebAddress($0.trimmingSpaces) }
        let body = body(base: address)
        let title = Line(nonEmpty: title)
        guard address != nil || title != nil || !body.isEmpty else { return nil }
        let headline = title ?? Article.headline(standingInFor: SafeBody.title(body), address: address)
        let identity = Line(nonEmpty: identity)?.text ?? address?.text
        return Article(
            identity: identity ?? SafeBody.digest(of: [headline.text, body]), headline: headline,
            address: address, authors: Line(nonEmpty: author).map { [Author(name: $0)] } ?? [],
            published: published,
            categories: categories.prefix(Limits.categories).compactMap { Line(nonEmpty: $0) },
            enclosures: enclosures.compactMap { file in
                WebAddress(file.address).map { Enclosure(address: $0, type: Line(nonEmpty: file.type)) }
            }, html: body)
    }

    private func body(base: WebAddress?) -> String {
        if let html, !html.isEmpty { return SafeBody.html(Array(html.utf8), base: base) }
        guard let text, !text.isEmpty else { return "" }
        return SafeBody.html(plainText: Array(text.utf8))
    }
}

extension String {
    /// Without white space at its ends.
    var trimmingSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
