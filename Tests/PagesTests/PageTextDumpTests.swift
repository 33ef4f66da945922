import News
import Testing

@testable import Pages

/// Dumps of differently built sites, as a crawler of plain text leaves them.
@Suite struct PageTextDumpTests {
    private func read(_ text: String) throws -> Article {
        try #require(PageTextDump.read(Array(text.utf8))).article
    }

    @Test func aTrailRunTogetherWithTheHeadlineIsTakenApart() throws {
        let article = try read(Dumps.runTogether)
        #expect(article.headline == "Harbor Grid Signs Deal for Floating Server Halls")
        #expect(article.sections == ["News", "Data Center"])
        #expect(article.dek == "Three barges will carry cooled racks by next winter, if the port agrees.")
        #expect(article.authors.map(\.name) == ["Ilse Marrow", "Tom Adeyemi"])
        #expect(article.published?.iso8601 == "2024-05-03T13:05:00Z")
        #expect(article.updated?.utc.date == "2024-05-05")
        #expect(
            article.authors.first?.biography
                == "Ilse Marrow writes about energy and the coast. She keeps bees on a roof in Leith.")
        #expect(
            article.recentNews.map(\.title) == [
                "Old coal dock to become a park, council says", "How cold water became a commodity",
                "Ferry Line Orders Two Hybrid Ships", "Tide Gauge Fails After 90 Years",
            ])
        #expect(
            article.html == """
                <p>Harbor Grid has signed a contract for three barges that will hold server halls, the company said on \
                Friday. They are to be moored in the old coal dock.</p>
                <blockquote><p>“We looked at forty sites on land and the cheapest was the water,” said the head of the \
                company, who asked the council for a mooring of thirty years.</p>
                <p><cite>Dara Quill, chief executive of Harbor Grid</cite></p>
                </blockquote>
                <h2>What the port wants</h2>
                <p>The port authority has asked for three things before it signs:</p>
                <ul><li>a plan for storms</li>
                <li>a bond for the removal of the barges</li>
                <li>quiet pumps at night</li>
                </ul>
                <p>Neighbours on the quay said that they had not been asked, and that the pumps of the last tenant could be \
                heard across the river every night of the year.</p>
                <p>The council meets on 17 May. A decision is expected before the summer.</p>

                """)
    }

    @Test func aGermanDumpWithMenusAndTheSiteInItsTitleIsRead() throws {
        let page = try #require(PageTextDump.read(Array(Dumps.german.utf8)))
        let article = page.article
        #expect(page.siteName == "Binnenblatt")
        #expect(article.headline == "Wärmepumpen werden zum Ladenhüter")
        #expect(article.sections == ["Wirtschaft", "Energie"])
        #expect(article.byline == "Karla Ohm")
        #expect(article.published?.utc.date == "2024-03-12")
        #expect(article.html.contains("<h2>Was die Händler sagen</h2>"))
        #expect(!article.html.contains("Stadtwerke"))
        #expect(article.recentNews.count == 2)
        #expect(
            article.authors.first?.biography
                == "Karla Ohm berichtet seit 2015 für das Binnenblatt über Energie. Vorher war sie Schornsteinfegerin."
        )
    }

    @Test func aDumpWithBlankLinesAndABareNameAboveTheDateIsRead() throws {
        let article = try read(Dumps.blankLines)
        #expect(article.headline == "The Ferry That Came Back")
        #expect(article.dek == "A ship sold for scrap in 2009 is carrying passengers again.")
        #expect(article.byline == "Nora Feld")
        #expect(article.published?.utc.date == "2023-06-09")
        #expect(article.updated?.iso8601 == "2023-06-11T12:15:00Z")
        #expect(article.categories == ["ferries", "Port Lamont", "cooperatives"])
        #expect(article.recentNews.count == 3)
        #expect(article.html.contains("<ol><li>Three thousand shares were sold in the first week.</li>"))
        #expect(!article.html.contains("rights reserved"))
    }

    @Test func anAuthorNamedOnlyBelowTheTextIsFound() throws {
        let page = try #require(PageTextDump.read(Array(Dumps.authorBelow.utf8)))
        #expect(page.siteName == "Valley Ledger")
        #expect(page.article.headline == "Council Votes to Meter Data Center Water Use")
        #expect(page.article.sections == ["Local"])
        #expect(page.article.byline == "Lena Ortiz")
        #expect(page.article.published?.utc.date == "2022-11-08")
        #expect(!page.article.html.contains("Read more"))
        #expect(!page.article.html.contains("email address"))
        #expect(
            page.article.recentNews.map(\.title) == [
                "Two Wells Run Dry in Dry Fork", "School Board Delays Vote on Buses",
            ])
    }

    @Test func aWireStoryWithItsTimeBeforeTheDateIsRead() throws {
        let article = try read(Dumps.wire)
        #expect(article.headline == "Floods cut off three towns in the Serra")
        #expect(article.sections == ["World", "Americas"])
        #expect(article.byline == "MARTA LIND")
        #expect(article.updated?.iso8601 == "2025-01-15T02:40:00Z")
        #expect(article.html.hasPrefix("<p>PORTO ALTO (Wire) — Floods"))
        #expect(article.recentNews.map(\.title) == ["Insurers count the cost of a wet winter"])
    }

    @Test func theSameDumpAlwaysHasTheSameIdentity() throws {
        #expect(try read(Dumps.wire).identity == read(Dumps.wire).identity)
        #expect(try read(Dumps.wire).identity != read(Dumps.german).identity)
    }

    @Test func whatHasNoTextHasNoArticle() {
        #expect(PageTextDump.read([]) == nil)
        #expect(PageTextDump.read(Array("Home\nNews\nSport".utf8)) == nil)
        #expect(PageTextDump.read([UInt8](repeating: 0, count: 1000)) == nil)
    }
}
