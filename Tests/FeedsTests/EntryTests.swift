import News
import Testing

@testable import Feeds

@Suite struct EntryTests {
    func article(summary: String?, content: String?, title: Line? = "T") -> Article {
        var entry = Entry(id: "1", title: title)
        entry.summary = summary
        entry.content = content
        return entry.article
    }

    @Test func theContentIsTheBodyElseTheSummary() {
        #expect(article(summary: "<p>s</p>", content: "<p>c</p>").html == "<p>c</p>")
        #expect(article(summary: "<p>s</p>", content: nil).html == "<p>s</p>")
        #expect(article(summary: nil, content: nil).html.isEmpty)
    }

    @Test func theStandfirstIsASummaryThatSaysSomethingElse() {
        #expect(article(summary: "<b>Short</b> &amp; good", content: "<p>Long</p>").dek == "Short & good")
        #expect(
            article(summary: "Boats stay in", content: "<p>Boats <b>stay</b> in the harbour</p>").dek == nil)
        #expect(article(summary: "Boats stay in […]", content: "<p>Boats stay in the harbour</p>").dek == nil)
        #expect(article(summary: "Short", content: nil).dek == nil)
    }

    @Test func aHeadlineStandsInWhereThereIsNoTitle() {
        #expect(
            article(summary: "<p>Boats stay in.</p>", content: nil, title: nil).headline == "Boats stay in.")
        #expect(article(summary: nil, content: nil, title: nil).headline == "Untitled")
    }

    @Test func theDateIsTheFirstThatIsKnown() {
        var entry = Entry(id: "1")
        entry.updated = Timestamp(seconds: 5)
        #expect(entry.article.published == Timestamp(seconds: 5))
        entry.published = Timestamp(seconds: 3)
        #expect(entry.article.published == Timestamp(seconds: 3))
    }
}
