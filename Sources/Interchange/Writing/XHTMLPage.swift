import News

/// A page of XHTML around a body, that runs nothing and calls nobody but for pictures.
enum XHTMLPage {
    static func page(title: String, body: String) -> String { start(title: title) + body + end }

    /// Scripts, frames and fonts are forbidden to the page, whatever its body would hold.
    static func start(title: String) -> String {
        """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https:; style-src 'unsafe-inline'"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="viewport" content="width=device-width"/>
        <title>\(XHTMLText.escaped(title))</title>
        <style>body { max-width: 38em; margin: 2em auto; padding: 0 1em; line-height: 1.5; } img { max-width: 100%; }</style>
        </head>
        <body>

        """
    }

    static let end = "</body>\n</html>\n"

    /// Headline, standfirst, byline, body and what is known of the authors.
    static func article(
        _ imported: ImportedArticle, _ moment: Timestamp, _ blocks: [Block], pictures: XHTMLText.Pictures
    ) -> String {
        let article = imported.article
        func escaped(_ line: Line) -> String { XHTMLText.escaped(line.text) }
        var text = "<article>\n<h1>\(escaped(article.headline))</h1>\n"
        if let dek = article.dek { text += "<p><strong>\(escaped(dek))</strong></p>\n" }
        let origin = [
            article.byline.map(escaped), escaped(imported.source.title),
            moment.utc.date + " " + moment.utc.time() + " UTC",
            article.address.map {
                "<a href=\"\(XHTMLText.escaped($0.encoded))\">\(XHTMLText.escaped($0.host))</a>"
            },
        ]
        text += "<p>\(origin.compactMap { $0 }.joined(separator: " · "))</p>\n"
        text += XHTMLText.write(blocks, pictures: pictures)
        for author in article.authors {
            if let about = author.biography {
                text += "<p><em>\(escaped(author.name)): \(escaped(about))</em></p>\n"
            }
        }
        return text + "</article>\n"
    }
}
