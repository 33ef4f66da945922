import News
import Testing

@testable import Pages

/// Whatever way a text takes out of a page, no control character, byte order mark or override comes with it.
@Suite struct GatedTextTests {
    private static let bad = "\u{9B}31m\u{85}\u{FEFF}\u{202E}\u{2066}\u{1B}]0;x\u{7}\u{90}\u{FFFE}\u{E0041}"
    private static let references = "&#x9b;&#155;&#xfeff;&#x202e;&#x2068;&#27;&#x85;&#xfffe;"
    private static let sentence =
        "The harbour at Vell was empty by midday, and the boats were tied up along the quay. "

    private func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A, 0x09: true
            case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: false
            case 0xE0000...0xE007F, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
    }

    private func texts(of page: SavedPage) -> [String] {
        let article = page.article
        let blocks = ArticleBody.blocks(html: article.html, base: article.address)
        return [
            article.identity, article.headline.text, article.dek?.text ?? "", article.language?.text ?? "",
            page.siteName?.text ?? "", article.html, ArticleBody.plainText(blocks), "\(blocks)",
            article.address?.text ?? "", article.leadImage?.text ?? "",
        ] + article.authors.flatMap { [$0.name.text, $0.biography?.text ?? "", $0.page?.text ?? ""] }
            + article.sections.map(\.text) + article.categories.map(\.text)
            + article.recentNews.flatMap { [$0.title.text, $0.address?.text ?? ""] }
    }

    @Test(arguments: [bad, references])
    func aPageLetsNothingThrough(bad: String) throws {
        let html = """
            <html lang="en\(bad)"><head><title>A storm \(bad) over Vell</title>
            <meta property="og:title" content="A storm \(bad) over Vell"><meta name="author" content="Ada \(bad) Byron">
            <meta property="og:site_name" content="The\(bad) Post"><meta name="description" content="Rain\(bad) and wind.">
            <meta property="og:image" content="https://a.example/\(bad).jpg"><meta property="article:tag" content="x\(bad)">
            <link rel="canonical" href="https://a.example/\(bad)">
            </head><body><article><h1>A storm \(bad) over Vell</h1>
            <p>\(Self.sentence)\(bad)\(Self.sentence)</p><pre>let x = \(bad) 1
            y</pre><ul><li>one\(bad)</li><li>two</li></ul><p><a href="https://b.example/\(bad)">link\(bad)</a> \(Self.sentence)</p>
            <figure><img src="https://a.example/p.jpg" alt="A\(bad) picture"><figcaption>See\(bad)</figcaption></figure>
            <table><tr><th>A\(bad)</th><th>B</th></tr><tr><td>1</td><td>2\(bad)</td></tr></table><p>\(Self.sentence)</p>
            </article></body></html>
            """
        let page = try #require(PageReader.read(Array(html.utf8)))
        for text in texts(of: page) { #expect(isSafe(text), "\(text.debugDescription)") }
        #expect(page.article.html.contains("The harbour at Vell"))
    }

    @Test func aTextThatOnlyTheLinkedDataHoldsIsNoWayAround() throws {
        let text = String(repeating: Self.sentence, count: 8)
        let html = """
            <html><head><title>A storm over Vell</title><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"A storm\\u009b over Vell","articleBody":"\(text)\\u009b31m\\ufeff\\u202e\\u0085 end."}
            </script></head><body><h1>A storm over Vell</h1><p>Short.</p></body></html>
            """
        let page = try #require(PageReader.read(Array(html.utf8)))
        for text in texts(of: page) { #expect(isSafe(text), "\(text.debugDescription)") }
    }

    @Test func aDumpLetsNothingThrough() throws {
        let dump = """
            Home › World › A storm \(Self.bad) over Vell today
            A storm \(Self.bad) over Vell today
            By Ada \(Self.bad) Byron
            3 May 2024
            \(Self.sentence)\(Self.bad)\(Self.sentence)
            • one\(Self.bad)
            \(Self.sentence)\(Self.sentence)
            Recent News
            Other\(Self.bad) things that happened
            """
        let page = try #require(PageTextDump.read(Array(dump.utf8)))
        for text in texts(of: page) { #expect(isSafe(text), "\(text.debugDescription)") }
    }
}
