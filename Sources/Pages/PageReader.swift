import Markup
import News

/// Reads a saved or fetched web page: finds its article, with all its parts, among everything around it.
public enum PageReader {
    /// Less text than this, and what the page hides is looked at as well.
    private static let littleText = 250

    /// The article of a page; nil if there is none.
    ///
    /// `address` is where the page was fetched from; what the page says of its own address goes before it.
    public static func read(_ bytes: [UInt8], address: WebAddress? = nil) -> SavedPage? {
        let page = DecodedText(
            page: bytes.count > Limits.pageBytes ? Array(bytes.prefix(Limits.pageBytes)) : bytes)
        let document = HTMLDocument(parsing: page.utf8)
        var body = PageBodyBuilder.build(document)
        let metadata = PageMetadata(document, body: body, address: address)
        var found = find(body, metadata, headline: metadata.headline.element)
        if found.length < littleText {
            let whole = PageBodyBuilder.build(document, showsHidden: true)
            let more = find(whole, metadata, headline: headline(metadata, body, whole))
            if more.length > 2 * found.length + 200 { (body, found) = (whole, more) }
        }
        let html = html(found, body, metadata)
        guard !html.isEmpty || (metadata.saysArticle && !metadata.headline.text.isEmpty) else { return nil }
        return SavedPage(
            article: article(metadata, body, html: html), siteName: Line(nonEmpty: metadata.site.name))
    }

    private static func find(
        _ body: PageBody, _ metadata: PageMetadata, headline: Int?
    ) -> ArticleFinder.Result {
        ArticleFinder(
            body: body, headline: headline, title: metadata.headline.text, dek: metadata.dek,
            statedText: metadata.linked.articleBody
        ).find()
    }

    /// The headline's element in another reading of the same page.
    private static func headline(_ metadata: PageMetadata, _ body: PageBody, _ other: PageBody) -> Int? {
        guard let element = metadata.headline.element else { return nil }
        let node = body.elements[element].node
        return other.elements.firstIndex { $0.node == node }
    }

    private static func html(
        _ found: ArticleFinder.Result, _ body: PageBody, _ metadata: PageMetadata
    ) -> String {
        guard let container = found.container else { return ArticleWriter.html(paragraphs: found.paragraphs) }
        let pictures = ArticlePicture.all(
            body, blocks: found.blocks, container: container, base: metadata.base)
        return ArticleWriter.html(
            body, blocks: found.blocks, container: container, pictures: pictures, base: metadata.base)
    }

    private static func article(_ metadata: PageMetadata, _ body: PageBody, html: String) -> Article {
        let title = Words(metadata.headline.text)
        let text = metadata.headline.text
        let headline = Line(nonEmpty: text) ?? Article.headline(standingInFor: "", address: metadata.address)
        let sections = SectionFinder(
            body: body, linked: metadata.linked, head: metadata.head, headline: title
        ).find()
        let recent = RecentNewsFinder(
            body: body, base: metadata.base, headline: title, address: metadata.address)
        return Article(
            identity: metadata.address?.text ?? "page:\(Fingerprint.of(headline.text, html))",
            headline: headline, address: metadata.address, dek: Line(nonEmpty: metadata.dek),
            authors: authors(metadata, body), published: metadata.published(body),
            updated: metadata.dates.modified, sections: sections.compactMap { Line(nonEmpty: $0) },
            categories: metadata.head.all("article:tag").compactMap { Line(nonEmpty: $0) },
            language: Line(nonEmpty: metadata.language), leadImage: metadata.leadImage, html: html,
            recentNews: recent.find())
    }

    private static func authors(_ metadata: PageMetadata, _ body: PageBody) -> [Author] {
        let headline = metadata.headline.element
        let byline = Byline(head: metadata.head, linked: metadata.linked, site: metadata.site)
        let people = byline.authors {
            BylineFinder(body: body, site: metadata.site, headline: headline).find()
        }
        let biography = BiographyFinder(body: body, headline: headline)
        return people.enumerated().compactMap { number, person in
            guard let name = Line(nonEmpty: person.name) else { return nil }
            let about = person.about ?? (number == 0 ? biography.find(author: person.name) : nil)
            return Author(
                name: name, page: person.page.flatMap { WebAddress($0, relativeTo: metadata.base) },
                biography: Line(nonEmpty: about))
        }
    }
}
