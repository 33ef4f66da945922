import Markup
import News

/// Reads a saved or fetched web page: finds its article, with all its parts, among everything around it.
public enum PageReader {
    /// Raised when it finds better articles, so that kept pages are worth being read again.
    public static let version = 1

    /// Less text than this, and what the page hides is looked at as well.
    private static let littleText = 250
    /// Less than this is an article only if the page says so.
    private static let leastText = 40

    /// The article of a page; nil if there is none.
    ///
    /// `address` is where the page was fetched from; what the page says of its own address goes before it.
    /// `contentType` is what the server called it.
    public static func read(
        _ bytes: [UInt8], address: WebAddress? = nil, contentType: String? = nil
    ) -> SavedPage? {
        let page = DecodedText(
            page: bytes.count > Limits.pageBytes ? Array(bytes.prefix(Limits.pageBytes)) : bytes,
            contentType: contentType)
        let parsed = HTMLDocument(parsing: page.utf8)
        let document = SwallowedPage.mended(parsed, page.utf8) ?? parsed
        let body = PageBodyBuilder.build(document)
        let metadata = PageMetadata(document, body: body, address: address)
        let standfirst = metadata.standfirst(body)
        var text = (body: body, found: find(body, metadata, standfirst, headline: metadata.headline.element))
        if text.found.length < littleText {
            let whole = PageBodyBuilder.build(document, showsHidden: true)
            let more = find(whole, metadata, standfirst, headline: headline(metadata, body, whole))
            if more.length > 2 * text.found.length + 200 { text = (whole, more) }
        }
        let html = html(text.found, text.body, metadata)
        let isArticle = metadata.saysArticle && !metadata.headline.text.isEmpty
        guard isArticle || (!html.isEmpty && text.found.length >= leastText) else { return nil }
        return SavedPage(
            article: article(metadata, body, standfirst, html: html),
            siteName: Line(nonEmpty: metadata.siteName),
            pageLinks: PageLinks(body: body, head: metadata.head, base: metadata.base).find(),
            isPaywalled: Paywall(body: text.body, metadata: metadata, found: text.found).hidesTheRest)
    }

    private static func find(
        _ body: PageBody, _ metadata: PageMetadata, _ standfirst: String, headline: Int?
    ) -> ArticleFinder.Result {
        ArticleFinder(
            body: body, headline: headline, title: metadata.headline.text, description: metadata.dek,
            standfirst: standfirst, statedText: metadata.linked.articleBody
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

    private static func article(
        _ metadata: PageMetadata, _ body: PageBody, _ standfirst: String, html: String
    ) -> Article {
        let title = Words(metadata.headline.text)
        let text = metadata.headline.text
        let headline =
            Line(nonEmpty: text) ?? Article.headline(standingInFor: opening(html), address: metadata.address)
        let sections = SectionFinder(
            body: body, linked: metadata.linked, head: metadata.head, headline: title
        ).find()
        let recent = RecentNewsFinder(
            body: body, base: metadata.base, headline: title, address: metadata.address)
        return Article(
            identity: metadata.address?.text ?? "page:\(Fingerprint.of(headline.text, html))",
            headline: headline, address: metadata.address,
            dek: Line(nonEmpty: standfirst),
            authors: authors(metadata, body), published: metadata.published(body),
            updated: metadata.dates.modified, sections: sections.compactMap { Line(nonEmpty: $0) },
            categories: metadata.head.all("article:tag").compactMap { Line(nonEmpty: $0) },
            language: Line(nonEmpty: metadata.language), leadImage: metadata.leadImage, html: html,
            recentNews: recent.find())
    }

    /// The first words of the text.
    private static func opening(_ html: String) -> String {
        PlainText.line(String(html.prefix { $0 != "\n" }.prefix(2000)))
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
