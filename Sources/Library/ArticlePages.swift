import Archive
import News
import Pages

/// The pages of one article, as they are read one after the other and joined.
struct ArticlePages: Sendable {
    /// The pages as they came.
    private(set) var originals: [OriginalPage] = []
    /// What they hold; nothing where the first has no article.
    private(set) var page: SavedPage?
    private var links: [WebAddress] = []
    private var first: [WebAddress] = []

    /// Articles have three pages, or ten; what goes on for longer is a gallery or a trap.
    static let most = 10

    /// Pages that are kept.
    init(_ originals: [OriginalPage] = []) {
        for original in originals where !add(original) { break }
    }

    /// Reads one more page; false where it has nothing new to say.
    mutating func add(_ original: OriginalPage, askedAt address: WebAddress? = nil) -> Bool {
        let next = PageReader.read(
            original.body, address: original.address, contentType: original.contentType)
        if originals.isEmpty {
            originals = [original]
            page = next
            first = [address, original.address, next?.article.address].compactMap { $0 }
        } else {
            guard let next, page?.append(next) ?? false else { return false }
            originals.append(original)
        }
        links = next?.pageLinks ?? []
        return next != nil
    }

    /// Where the article goes on.
    var next: WebAddress? {
        guard originals.count < ArticlePages.most else { return nil }
        return PageNumbering.page(after: originals.count, of: first, among: links)
    }

    /// What is to be kept beside the text that a feed gave.
    func kept(beside feed: KeptArticle, at moment: Timestamp, isIncomplete: Bool) -> KeptPage {
        guard let page else {
            let place = originals.first.map { "\($0.address): " } ?? ""
            return KeptPage(
                fetched: moment, trouble: Line(place + "no article was found on this page"),
                extractor: PageReader.version)
        }
        let notes = FullTextNotes(
            pages: originals.count, isPaywalled: page.isPaywalled, isIncomplete: isIncomplete)
        return KeptPage(
            fetched: moment, text: FullText(article: page.article, notes: notes),
            stands: ArticlePages.stands(page.article.html, for: feed.article.html),
            extractor: PageReader.version)
    }

    /// Whether a page's text is read in place of a feed's: a page behind a wall may have less than the feed.
    private static func stands(_ page: String, for feed: String) -> Bool {
        func length(_ html: String) -> Int {
            ArticleBody.plainText(ArticleBody.blocks(html: html)).utf8.count
        }
        return length(page) * 5 >= length(feed) * 4
    }
}
