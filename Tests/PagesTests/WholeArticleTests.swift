import News
import Testing

@testable import Pages

/// Articles over several pages, behind a wall, or of which a feed gave only the beginning.
@Suite struct WholeArticleTests {
    private func next(_ link: String, after number: Int = 1, of first: String) -> Bool {
        let first = WebAddress(first).map { [$0] } ?? []
        let links = WebAddress(link).map { [$0] } ?? []
        return PageNumbering.page(after: number, of: first, among: links) != nil
    }

    @Test(arguments: [
        ("https://a.example/story.html", "https://a.example/story-2.html"),
        ("https://a.example/story.html", "https://a.example/story,2.html"),
        ("https://a.example/story", "https://a.example/story/2"),
        ("https://a.example/story/", "https://a.example/story/page/2/"),
        ("https://a.example/story/", "https://a.example/story/seite-2"),
        ("https://a.example/story.html", "https://a.example/story.html/2"),
        ("https://a.example/story?id=7", "https://a.example/story?id=7&page=2"),
        ("https://a.example/story?id=7&utm_source=x", "https://a.example/story?page=2&id=7"),
        ("https://a.example/story?page=1", "https://a.example/story?page=2"),
        ("https://a.example/story/1", "https://a.example/story/2"),
        ("http://a.example/story", "https://a.example/story?seite=2"),
    ])
    func theSecondPageIsKnownByItsAddress(_ pair: (first: String, second: String)) {
        #expect(next(pair.second, of: pair.first))
    }

    @Test(arguments: [
        ("https://a.example/story.html", "https://b.example/story-2.html"),
        ("https://a.example/story.html", "https://a.example/story-3.html"),
        ("https://a.example/story.html", "https://a.example/other-2.html"),
        ("https://a.example/2024/05/story", "https://a.example/2024/05/next-story"),
        ("https://a.example/story?id=7", "https://a.example/story?id=8"),
        ("https://a.example/story?id=7", "https://a.example/story?id=7&comments=2"),
        ("https://a.example/story-41.html", "https://a.example/story-42.html"),
    ])
    func anotherArticleIsNoSecondPage(_ pair: (first: String, second: String)) {
        #expect(!next(pair.second, of: pair.first))
    }

    @Test func laterPagesAreCountedFromTheFirst() {
        #expect(next("https://a.example/story-3.html", after: 2, of: "https://a.example/story.html"))
        #expect(!next("https://a.example/story-2.html", after: 2, of: "https://a.example/story.html"))
    }

    private func page(_ body: String, head: String = "") throws -> SavedPage {
        let title = "<title>A long way home</title>"
        let html = "<html><head>\(title)\(head)</head><body><h1>A long way home</h1>\(body)</body></html>"
        return try #require(
            PageReader.read(Array(html.utf8), address: WebAddress("https://a.example/way")))
    }

    private static let opening = "<p>The travellers left in May, as every year, by the coast road.</p>"
    private static let paragraphs = (1...4).map {
        "<p>Paragraph \($0) tells what happened to the travellers, who had not seen the coast for years.</p>"
    }.joined()

    @Test(arguments: [
        "<a href='/way/2'>2</a>", "<a href='/way/2'>Next page ›</a>",
        "<a rel='nofollow next' href='/way/2'><b>→</b></a>",
        "<a href='/way/2'>Nächste Seite</a>", "<a href='/way/2'>次のページ</a>",
    ])
    func linksToTheNextPageAreFound(_ link: String) throws {
        let page = try page(
            "<article>\(Self.paragraphs)</article><div>\(link) <a href='/other'>Other</a></div>")
        #expect(page.pageLinks.map(\.text) == ["https://a.example/way/2"])
    }

    @Test func theLinkInTheHeadCountsAsWell() throws {
        let page = try page(Self.paragraphs, head: "<link rel='next' href='/way?page=2'>")
        #expect(page.pageLinks.map(\.text) == ["https://a.example/way?page=2"])
    }

    @Test func pagesAreJoinedWithoutRepeatingWhatBothShow() throws {
        var first = try page("<article>\(Self.opening)\(Self.paragraphs)</article>")
        let ending = "<p>The second page says how they came home, which took them until the winter.</p>"
        let second = try page("<article>\(Self.opening)\(ending)</article>")
        first.append(second)
        #expect(first.article.html.components(of: "The travellers left in May") == 1)
        #expect(first.article.html.contains("The second page says"))
    }

    @Test func aWallIsSaidOnlyWhereThereIsOne() throws {
        let data = "{'@type':'NewsArticle','headline':'A long way home','isAccessibleForFree':false}"
        let declared = "<script type='application/ld+json'>\(data.replacing("'", with: "\""))</script>"
        let offer = "<div class='offer'>Already a subscriber? Log in.</div>"
        #expect(try page(Self.paragraphs, head: declared).isPaywalled)
        #expect(try page(Self.paragraphs + offer).isPaywalled)
        #expect(try !page(Self.paragraphs).isPaywalled)
        let long = String(repeating: Self.paragraphs, count: 20)
            .split(separator: "<p>").enumerated().map { "<p>\($0.offset) \($0.element)" }.joined()
        #expect(try !page(long + offer, head: declared).isPaywalled)
    }

    private func isExcerpt(_ html: String, hasAddress: Bool = true) -> Bool {
        let article = Article(
            identity: "x", headline: "X", address: hasAddress ? WebAddress("https://a.example/x") : nil,
            html: html)
        return Excerpt.isExcerpt(article, text: ArticleBody.plainText(ArticleBody.blocks(html: html)))
    }

    @Test func aBeginningIsToldFromAWholeArticle() {
        let text = String(repeating: "The boats were tied up along the quay, and nobody left. ", count: 12)
        #expect(isExcerpt("<p>Ferries stopped at noon.</p>"))
        #expect(isExcerpt("<p>\(text)and then […]</p>"))
        #expect(isExcerpt("<p>\(text)and then…</p>"))
        #expect(isExcerpt("<p>\(text)</p><p><a href='https://a.example/x'>Read more »</a></p>"))
        #expect(isExcerpt("<p>\(text)</p><p>Weiterlesen</p>"))
        #expect(!isExcerpt("<p>\(text)</p>"))
        #expect(!isExcerpt("<p>Ferries stopped at noon.</p>", hasAddress: false))
        #expect(!isExcerpt("<p>" + String(repeating: text, count: 9) + "and then…</p>"))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
