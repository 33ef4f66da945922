import News
import Testing

@testable import Pages

@Suite struct PageReaderTests {
    private static let paragraph =
        "The harbour board met on Monday and agreed, after a long evening, to dredge the channel once more."

    /// A page with a headline and the given content in its body.
    private func page(head: String = "", _ content: String) -> [UInt8] {
        Array(
            """
            <!DOCTYPE html><html lang="en"><head><title>Channel to Be Dredged - The Light</title>\(head)</head>
            <body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
            <main><h1>Channel to Be Dredged</h1>\(content)</main>
            <footer>© 2024 The Light. All rights reserved by the owners of this paper.</footer></body></html>
            """.utf8)
    }

    private func read(head: String = "", _ content: String) throws -> Article {
        let address = WebAddress("https://light.example/news/dredge")
        return try #require(PageReader.read(page(head: head, content), address: address)).article
    }

    private func paragraphs(_ count: Int) -> String {
        (0..<count).map { "<p>\(Self.paragraph) \($0) boats.</p>" }.joined()
    }

    // MARK: The text

    @Test func aPageWithoutTextHasNoArticle() {
        #expect(PageReader.read(Array("<html><body><nav><a href=/>Home</a></nav></body></html>".utf8)) == nil)
        #expect(PageReader.read([]) == nil)
        #expect(PageReader.read([0, 1, 2, 255, 254]) == nil)
    }

    @Test func onlyTheArticlesTextIsTaken() throws {
        let article = try read(
            """
            <div class="share-bar"><a href="/s">Share on everything</a></div>\(paragraphs(3))
            <p>Read more: <a href="/other">Another story</a></p>
            <aside><p>Our newsletter comes every morning, with all the news that is fit to be read at sea.</p></aside>
            \(paragraphs(1))
            <div class="comments"><p>I have lived here for forty years, and I say that it will silt up again.</p></div>
            """)
        #expect(article.headline == "Channel to Be Dredged")
        #expect(article.html.hasPrefix("<p>The harbour board met"))
        for stranger in ["Share", "Read more", "newsletter", "forty years", "rights reserved", "Home"] {
            #expect(!article.html.contains(stranger))
        }
    }

    @Test func structureIsKeptAndEverythingElseIsNot() throws {
        let article = try read(
            """
            <article class="article-body">\(paragraphs(2))<h2 onclick="x()">A <i>section</i></h2>
            <ul><li>One thing that was said.</li><li><p>Another thing that was said.</p></li></ul>
            <blockquote><p>We shall dredge.</p><cite>The board</cite></blockquote>
            <pre>a  b
              c</pre>
            <p>Look at <a href="/map?a=1&amp;b=2" style="x">the map</a>, <a href="javascript:alert(1)">this</a> and
            <a href="mailto:board@light.example?subject=x">write</a>: 1 &lt; 2 <b>&amp;</b> so on.<br>A new line.</p>
            <script>alert(1)</script><iframe src="https://ads.example/"></iframe>\(paragraphs(1))</article>
            """)
        #expect(
            article.html.contains("<h2>A section</h2>")
                || article.html.contains("<h2>A <em>section</em></h2>"))
        #expect(
            article.html.contains(
                "<ul><li>One thing that was said.</li>\n<li>Another thing that was said.</li>\n</ul>"))
        #expect(
            article.html.contains(
                "<blockquote><p>We shall dredge.</p>\n<p><cite>The board</cite></p>\n</blockquote>"))
        #expect(article.html.contains("<pre>\na  b\n  c</pre>"))
        #expect(
            article.html.contains(
                """
                <p>Look at <a href="https://light.example/map?a=1&amp;b=2">the map</a>, this and \
                <a href="mailto:board@light.example">write</a>: 1 &lt; 2 <strong>&amp;</strong> so on.<br>A new line.</p>
                """))
        for stranger in ["onclick", "script", "alert", "iframe", "style"] {
            #expect(!article.html.contains(stranger))
        }
    }

    @Test func hiddenTextIsNotTaken() throws {
        let article = try read(
            """
            \(paragraphs(3))<p hidden>A hidden paragraph that nobody would see on the page, long as it may be.</p>
            <p style="display: none">Another one that nobody would see on the page, long as it may be as well.</p>
            <p>Seen <span class="sr-only">(opens in a new window)</span> by all who come here to read the news.</p>
            """)
        #expect(!article.html.contains("hidden paragraph"))
        #expect(!article.html.contains("Another one"))
        #expect(!article.html.contains("opens in"))
    }

    @Test func anArticleInAHiddenPartIsFoundIfThereIsNoOther() throws {
        let article = try read("<div hidden>\(paragraphs(6))</div>")
        #expect(article.html.contains("harbour board"))
    }

    @Test func aPageWhoseHiddenPartsAreLargerIsReadWithItsOwnParts() throws {
        let hidden = "<div hidden>\(paragraphs(30))</div>"
        let html = """
            <html><head><title>Channel to Be Dredged</title></head><body>\(hidden)
            <div><p class="meta">3 May 2024</p></div><h2>Channel to Be Dredged</h2></body></html>
            """
        let article = try #require(PageReader.read(Array(html.utf8))).article
        #expect(article.headline == "Channel to Be Dredged")
        #expect(article.published?.utc.date == "2024-05-03")
        #expect(article.html.contains("harbour board"))
    }

    @Test func picturesStandWithTheirCaptions() throws {
        let article = try read(
            """
            \(paragraphs(1))<figure><img data-src="/img/quay.jpg" src="data:image/gif;base64,R0" alt="The quay">
            <figcaption>The quay in 1921</figcaption></figure><img src="/pixel.gif" width="1" height="1">\(paragraphs(1))
            """)
        #expect(
            article.html.contains(
                """
                <figure><img src="https://light.example/img/quay.jpg" alt="The quay">\
                <figcaption>The quay in 1921</figcaption></figure>
                """))
        #expect(!article.html.contains("pixel"))
    }

    @Test func otherPostsOnThePageAreLeftOut() throws {
        let post =
            "<article class=\"post\"><p>\(String(repeating: "Something else happened far away. ", count: 9))</p></article>"
        let html = """
            <html><head><title>Channel to Be Dredged</title></head><body><div>
            <article class="post"><h1>Channel to Be Dredged</h1>\(paragraphs(4))</article>\(post)\(post)</div></body></html>
            """
        let article = try #require(PageReader.read(Array(html.utf8))).article
        #expect(article.html.contains("harbour board"))
        #expect(!article.html.contains("far away"))
    }

    @Test func dataTablesStayAndLayoutTablesGo() throws {
        let row = "<tr><td>Port</td><td>Depth</td><td>Year</td></tr>"
        let article = try read(
            "<div class=\"article-body\">\(paragraphs(3))<table>\(row)\(row)</table>\(paragraphs(1))</div>")
        #expect(article.html.contains("<table><tr><td>Port</td><td>Depth</td><td>Year</td></tr>"))
        let old = "<table><tr><td><font>\(paragraphs(4))</font></td></tr></table>"
        #expect(try !read(old).html.contains("<t"))
    }

    @Test func theTextOfTheMetadataIsTakenWhereThePageShowsLittle() throws {
        let body = (0..<12).map { "\(Self.paragraph) \($0)." }.joined(separator: "\\n\\n")
        let json =
            "{\"@type\":\"NewsArticle\",\"headline\":\"Channel to Be Dredged\",\"articleBody\":\"\(body)\"}"
        let article = try read(
            head: "<script type=\"application/ld+json\">\(json)</script>", "<p>Subscribe to read on.</p>")
        #expect(article.html.hasPrefix("<p>The harbour board met"))
        #expect(article.html.contains("11.</p>"))
    }

    @Test func aTitleWithoutAnEndDoesNotSwallowThePage() throws {
        let html =
            "<html><head><title>Channel to Be Dredged<script>x</script></head><body>\(paragraphs(30))</body></html>"
        let article = try #require(PageReader.read(Array(html.utf8))).article
        #expect(article.headline == "Channel to Be Dredged")
        #expect(article.html.contains("29 boats"))
    }

    @Test func pagesInOldEncodingsAreRead() throws {
        let html =
            "<html><head><meta charset=iso-8859-1><title>Caf\u{1}</title></head><body><p>\u{1}t\u{1} \(Self.paragraph)</p></body>"
        let bytes = html.utf8.map { $0 == 1 ? 0xE9 : $0 }
        let article = try #require(PageReader.read(bytes)).article
        #expect(article.html.hasPrefix("<p>été The"))
    }

    @Test func creditsAndTheStandfirstAreNotPartOfTheText() throws {
        let article = try read(
            """
            <article><p class="standfirst">The sand comes back every ten years, and so does the dredger.</p>
            <p>By Ada Quist | 3 May 2024, 10:15</p>\(paragraphs(4))</article>
            """)
        #expect(article.dek == "The sand comes back every ten years, and so does the dredger.")
        #expect(article.byline == "Ada Quist")
        #expect(article.html.hasPrefix("<p>The harbour board met"))
    }

    @Test func sectionsOfLikeShapeBelongTogether() throws {
        let article = try read(
            """
            <div><section class="part">\(paragraphs(3))</section><div class="teaser"><a href="/a">Something else</a></div>
            <section class="part"><p>\(Self.paragraph) And that was all.</p></section></div>
            """)
        #expect(article.html.contains("And that was all."))
        #expect(!article.html.contains("Something else"))
    }

    @Test func questionsOfAnAccordionAreHeadings() throws {
        let article = try read(
            "<div class=\"article-body\">\(paragraphs(2))<h3><button>Who pays for it?</button></h3>\(paragraphs(1))</div>"
        )
        #expect(article.html.contains("<h3>Who pays for it?</h3>"))
    }

    @Test func whatIsAppendedToAnArticleIsNotPartOfIt() throws {
        let article = try read(
            """
            <div id="all"><div id="story">\(paragraphs(5))</div><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>
            <div id="jobs"><div>A shipping clerk is sought by the harbour, who writes a good hand and rises early.</div></div></div>
            """)
        #expect(!article.html.contains("shipping clerk"))
    }

    // MARK: Everything else

    private static let metadata = """
        <link rel="canonical" href="https://light.example/news/dredge-the-channel">
        <meta property="og:site_name" content="The Light">
        <meta property="og:title" content="Channel to Be Dredged - The Light">
        <meta property="og:description" content="A short description for people who only see the link.">
        <meta property="og:image" content="/img/lead.jpg">
        <script type="application/ld+json">{"@graph":[
          {"@type":"NewsArticle","headline":"Channel to Be Dredged","datePublished":"2024-05-03T10:15:00+02:00",
           "dateModified":"2024-05-04","author":{"@id":"#ada"},"publisher":{"@type":"Organization","name":"The Light"}},
          {"@id":"#ada","@type":"Person","name":"Ada Quist","url":"/staff/ada","description":"Ada Quist writes about ports."},
          {"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Harbour"}},{"name":"Channel to Be Dredged"}]}
        ]}</script>
        """

    @Test func metadataGiveTheParts() throws {
        let page = try #require(
            PageReader.read(
                page(head: Self.metadata, paragraphs(3)), address: WebAddress("https://light.example/x")))
        let article = page.article
        #expect(page.siteName == "The Light")
        #expect(article.identity == "https://light.example/news/dredge-the-channel")
        #expect(article.address?.text == "https://light.example/news/dredge-the-channel")
        #expect(article.dek == "A short description for people who only see the link.")
        #expect(article.authors.map(\.name) == ["Ada Quist"])
        #expect(article.authors.first?.page?.text == "https://light.example/staff/ada")
        #expect(article.authors.first?.biography == "Ada Quist writes about ports.")
        #expect(article.published?.iso8601 == "2024-05-03T08:15:00Z")
        #expect(article.updated?.utc.date == "2024-05-04")
        #expect(article.sections == ["Harbour"])
        #expect(article.leadImage?.text == "https://light.example/img/lead.jpg")
        #expect(article.language == "en")
    }

    @Test func aPageWithoutMetadataShowsTheParts() throws {
        let article = try read(
            """
            <nav class="breadcrumbs"><a href="/">Home</a> › <a href="/harbour">Harbour</a> › <span>Channel to Be Dredged</span></nav>
            <p class="standfirst">The sand comes back every ten years, and so does the dredger from the north.</p>
            <div class="meta">By <a rel="author" href="/staff/ada">Ada Quist</a> | <time datetime="2024-05-03T10:15:00Z">3 May</time></div>
            \(paragraphs(4))
            <section class="author-box"><p>Ada Quist has written about ports for twenty years and owns a small boat.</p></section>
            <section class="widget"><h3>Recent News</h3><ul><li><a href="/a">The ferry that came back to port</a></li>
            <li><a href="/b">Two wells run dry in Dry Fork</a></li></ul></section>
            """)
        #expect(article.sections == ["Harbour"])
        #expect(article.dek == "The sand comes back every ten years, and so does the dredger from the north.")
        #expect(article.byline == "Ada Quist")
        #expect(article.published?.iso8601 == "2024-05-03T10:15:00Z")
        #expect(
            article.authors.first?.biography
                == "Ada Quist has written about ports for twenty years and owns a small boat.")
        #expect(
            article.recentNews == [
                Reference(
                    title: "The ferry that came back to port", address: WebAddress("https://light.example/a")),
                Reference(
                    title: "Two wells run dry in Dry Fork", address: WebAddress("https://light.example/b")),
            ])
    }

    @Test func aTrailInOneLineAndASiteInTheTitleAreRead() throws {
        let html = """
            <html><head><title>Channel to Be Dredged - The Harbour Light</title></head><body>
            <p class="pfad"><a href="/">Startseite</a> &gt; <a href="/l">Lokales</a> &gt; Hafen</p>
            <h1>Channel to Be Dredged</h1>\(paragraphs(4))</body></html>
            """
        let page = try #require(PageReader.read(Array(html.utf8)))
        #expect(page.siteName == "The Harbour Light")
        #expect(page.article.sections == ["Lokales", "Hafen"])
    }

    @Test func theHeadlineIsTheHeadingThatAgreesWithTheTitle() throws {
        let html = """
            <html><head><title>The Light - Local - Channel to be dredged again</title></head><body>
            <h1>Follow us everywhere</h1><h2>The Light</h2><h3>Channel to Be Dredged Again</h3>\(paragraphs(4))</body></html>
            """
        #expect(
            try #require(PageReader.read(Array(html.utf8))).article.headline == "Channel to Be Dredged Again")
    }

    @Test func anAccountNameGivesWayToThePersonsName() throws {
        let article = try read(
            head: "<meta name=\"author\" content=\"aquist\">",
            "<div class=\"byline\">By <a href=\"/authors/aquist\">Ada Quist</a></div>\(paragraphs(4))")
        #expect(article.byline == "Ada Quist")
    }

    @Test func theTimeBesideTheHeadlineIsTakenWhereTheMetadataHaveOnlyTheDay() throws {
        let article = try read(
            head: "<meta property=\"article:published_time\" content=\"2024-05-03\">",
            "<time datetime=\"2024-05-03T10:15:00Z\">3 May</time>\(paragraphs(4))")
        #expect(article.published?.iso8601 == "2024-05-03T10:15:00Z")
    }

    @Test func withoutAnAddressTheIdentityIsADigest() throws {
        let bytes = page(paragraphs(3))
        let article = try #require(PageReader.read(bytes)).article
        #expect(article.identity.hasPrefix("page:"))
        #expect(PageReader.read(bytes)?.article.identity == article.identity)
    }

    @Test func brokenMetadataDoNoHarm() throws {
        let article = try read(
            head:
                "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[[[{\"name\":{}}]]],</script>",
            paragraphs(3))
        #expect(article.html.contains("harbour board"))
    }
}
