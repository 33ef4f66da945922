import Library
import News
import Pages
import Typesetting

/// One article on the command line.
enum ArticleText {
    /// As the reader shows it.
    static func text(_ reading: Reading, width: Int) -> String {
        let article = reading.article
        var lines: [String] = []
        func add(_ text: String?) {
            if let text, !text.isEmpty { lines += LineBreaker.wrap(text, width: width) }
        }
        add(article.sections.map(\.text).joined(separator: " › "))
        add(article.headline.text)
        add(article.dek?.text)
        add(
            [article.byline.map { "By \($0.text)" }, reading.listing.sourceTitle.text].compactMap { $0 }
                .joined(separator: " · "))
        add(
            "Published \(reading.listing.moment.iso8601)"
                + (article.updated.map { " · Updated \($0.iso8601)" } ?? ""))
        add(article.address?.text)
        for sentence in reading.fullText?.sentences ?? [] { add("(\(sentence))") }
        lines.append("")
        var body = Typesetter(blocks: reading.blocks, width: width, options: Typesetter.Options())
        lines += body.allLines().map(\.text)
        let biographies = article.authors.compactMap { author in
            author.biography.map { "\(author.name): \($0)" }
        }
        for biography in biographies {
            lines.append("")
            add(biography)
        }
        return lines.joined(separator: "\n")
    }

    /// With the keys of the contract of `extract`, and what the library knows of it.
    static func json(_ reading: Reading) -> String {
        let article = reading.article
        let listing = ListingText.json(reading.listing)
        return JSONText.object(
            listing + [
                ("dek", .text(article.dek)), ("byline", .text(article.byline)),
                ("modified", .time(article.updated)),
                ("siteName", .string(reading.listing.sourceTitle.text)),
                ("section", .text(article.sections.last)),
                ("breadcrumbs", .texts(article.sections)), ("leadImage", .text(article.leadImage)),
                ("language", .text(article.language)), ("html", .string(article.html)),
                ("text", .string(ArticleBody.plainText(reading.blocks))),
                ("authorBio", .text(article.authors.compactMap(\.biography).first)),
                ("related", .list(article.recentNews.map(json))),
            ]
        ).description
    }

    /// One item of a page's own recent news.
    static func json(_ reference: Reference) -> JSONText {
        .object([("title", .string(reference.title.text)), ("url", .text(reference.address))])
    }
}
