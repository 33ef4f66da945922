import News

/// One entry of a feed, in whichever format it was written.
public struct Entry: Sendable {
    /// What identifies it within its feed: its own identifier, else its link, else a digest of what it says.
    public var id: String
    /// Its title as plain text.
    public var title: Line?
    /// The page it stands for.
    public var link: WebAddress?
    /// The page itself, where `link` is a counter's detour to it (`feedburner:origLink`).
    public var originalLink: WebAddress?
    /// Who wrote it.
    public var authors: [Author] = []
    /// First published.
    public var published: Timestamp?
    /// Last changed.
    public var updated: Timestamp?
    /// The summary as sanitised HTML.
    public var summary: String?
    /// The whole body as sanitised HTML, where the feed has more than a summary.
    public var content: String?
    /// Its subjects, each once.
    public var categories: [Line] = []
    /// Files that come with it.
    public var enclosures: [Enclosure] = []
    /// The picture that stands for it.
    public var leadImage: WebAddress?
    /// Where its comments are.
    public var commentsLink: WebAddress?
    /// Its language, where it differs from its feed's or the feed says it for each entry.
    public var language: Line?

    /// Whether there is nothing in it to show or to open.
    var isEmpty: Bool {
        title == nil && link == nil && summary == nil && content == nil && enclosures.isEmpty
    }

    /// The entry as an article.
    public var article: News.Article {
        let body = content ?? summary ?? ""
        let dek = content == nil ? nil : summaryText
        let headline = title ?? Article.headline(standingInFor: PlainText.of(Array(body.utf8)), address: link)
        return Article(
            identity: id, headline: headline, address: originalLink ?? link, dek: dek, authors: authors,
            published: published ?? updated, updated: updated, categories: categories, language: language,
            leadImage: leadImage, enclosures: enclosures, html: body)
    }

    /// The summary as a standfirst, where it says something else than the body's own beginning.
    private var summaryText: Line? {
        guard let summary, let content, summary != content else { return nil }
        guard let text = Line(nonEmpty: PlainText.of(Array(summary.utf8))) else { return nil }
        let beginning = Entry.beginning(of: Array(content.utf8), letters: text.text.utf8.count)
        return beginning.utf8.starts(with: Entry.withoutEllipsis(text.text).utf8) ? nil : text
    }

    /// The first letters of a body as plain text, so many at least where it has them.
    ///
    /// A summary is a few lines, a body can be a book: only as much of it is read as is needed.
    private static func beginning(of content: [UInt8], letters: Int) -> String {
        var length = letters + letters / 2 + 512
        while length < content.count {
            // Ends before a tag, so that none is cut; a reference that is cut spoils the last few letters only.
            let end = content[..<length].lastIndex(of: UInt8(ascii: "<")) ?? length
            let start = Line(PlainText.of(Array(content[..<end]))).text
            if start.utf8.count >= letters + 32 { return start }
            length *= 2
        }
        return Line(PlainText.of(content)).text
    }

    /// An excerpt without the dots a program put behind it.
    private static func withoutEllipsis(_ text: String) -> Substring {
        var rest = Substring(text)
        while let last = rest.unicodeScalars.last, "….[] \u{A0}".unicodeScalars.contains(last) {
            rest.unicodeScalars.removeLast()
        }
        return rest
    }
}
