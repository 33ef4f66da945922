import Archive
import Fetching
import Foundation
import News
import Testing

@testable import Library

/// Full texts from pages: fetched politely, joined, kept beside the feed's, read again.
@Suite struct FullTextTests {
    private static func sentence(_ word: String) -> String {
        "<p>The \(word) of the harbour at Vell stood on the quay by midday, and nobody said a word about it.</p>"
    }

    private static func page(_ words: [String], links: String = "", head: String = "") -> FakeWeb.Answer {
        let text = words.map(sentence).joined()
        return .ok(
            """
            <html><head><title>Storm over Vell | Post</title>\(head)</head><body><nav><a href="/">Home</a></nav>
            <article><h1>Storm over Vell</h1><p class="byline">By Ada Byron</p>\(text)</article><div>\(links)</div>
            <footer>All rights reserved.</footer></body></html>
            """, ["Content-Type": "text/html; charset=utf-8"])
    }

    private static let feed = """
        <rss version='2.0'><channel><title>The Post</title><item><guid>1</guid><title>Storm over Vell</title>\
        <link>https://post.example/storm</link><description>A short beginning…</description></item></channel></rss>
        """

    /// A library with one article whose feed gave its beginning.
    private func library(
        feed: String = feed, _ answer: @escaping @Sendable (String) -> FakeWeb.Answer?
    ) async throws -> (TemporaryLibrary, FakeWeb) {
        let web = FakeWeb { request in
            let address = request.address.text
            return address.hasSuffix("feed.xml") ? .ok(feed) : answer(address) ?? .status(404)
        }
        let temporary = try await TemporaryLibrary.on(web)
        _ = try await temporary.library.add("https://post.example/feed.xml")
        return (temporary, web)
    }

    private let id = ArticleID(1)

    @Test func theFullTextStandsBesideTheFeeds() async throws {
        let (temporary, web) = try await library { _ in Self.page(["mayor", "baker", "pilot", "ferryman"]) }
        let library = temporary.library
        #expect(try await library.wantsFullText(id))
        #expect(try await library.reading(id)?.isExcerpt ?? false)
        guard case .fetched(let text) = try await library.fetchFullText(of: id) else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(text.notes == FullTextNotes() && text.article.html.contains("baker"))
        #expect(web.asked.last?.accept == .page)
        let best = try #require(try await library.reading(id))
        #expect(best.article.html.contains("ferryman") && best.article.byline == "Ada Byron")
        #expect(best.fullText == FullTextNotes() && !best.isExcerpt && best.listing.hasFullText)
        let feed = try #require(try await library.reading(id, .feed))
        #expect(feed.article.html.contains("A short beginning") && feed.fullText == nil && feed.hasFullText)
        #expect(try await !library.wantsFullText(id))
    }

    @Test func searchAndRelatedNewsUseTheFullText() async throws {
        let (temporary, _) = try await library { _ in Self.page(["mayor", "baker", "pilot", "ferryman"]) }
        let library = temporary.library
        try await library.index()
        #expect(try await library.search("ferryman", limit: 9).isEmpty)
        _ = try await library.fetchFullText(of: id)
        try await library.index()
        let hit = try #require(try await library.search("ferryman has:fulltext", limit: 9).first)
        #expect(hit.snippet.text.text.contains("ferryman"))
        #expect(try await library.countToIndex().related == 0)
    }

    @Test func anArticleOverSeveralPagesIsJoined() async throws {
        let (temporary, web) = try await library { address in
            switch address {
            case "https://post.example/storm":
                Self.page(
                    ["mayor", "baker"], links: "<a href='/storm?page=2'>2</a><a href='/other'>next</a>")
            case "https://post.example/storm?page=2":
                Self.page(
                    ["pilot", "ferryman"],
                    links: "<a href='/storm'>1</a><a href='/storm?page=3'>Next page</a>")
            case "https://post.example/storm?page=3": Self.page(["pilot", "ferryman"])
            default: nil
            }
        }
        guard case .fetched(let text) = try await temporary.library.fetchFullText(of: id) else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(text.notes == FullTextNotes(pages: 2))
        #expect(text.article.html.contains("mayor") && text.article.html.contains("ferryman"))
        #expect(web.asked.count == 4)
    }

    @Test func pagesThatNeverEndAreFollowedTenTimes() async throws {
        let (temporary, web) = try await library { address in
            let number = address.split(separator: "=").last.flatMap { Int($0) } ?? 1
            let links = "<link rel=next href='/storm?page=\(number + 1)'>"
            return Self.page((1...3).map { "\(number)-\($0)" }, head: links)
        }
        guard case .fetched(let text) = try await temporary.library.fetchFullText(of: id) else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(text.notes.pages == 10 && web.asked.count == 11)
    }

    @Test func aPageThatFailsLeavesWhatCameBefore() async throws {
        let (temporary, _) = try await library { address in
            address.hasSuffix("storm")
                ? Self.page(["mayor", "baker", "pilot"], links: "<a href='/storm/2'>2</a>") : nil
        }
        guard case .fetched(let text) = try await temporary.library.fetchFullText(of: id) else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(text.notes == FullTextNotes(pages: 1, isIncomplete: true))
        #expect(text.notes.sentences == ["the article goes on, but page 2 could not be fetched"])
    }

    @Test func aFailureIsSaidAndNotTriedAgainByItself() async throws {
        let (temporary, _) = try await library { _ in nil }
        let reason: Line = "https://post.example/storm: not found (404)"
        #expect(try await temporary.library.fetchFullText(of: id) == .failed(reason))
        #expect(try await temporary.library.reading(id)?.trouble == reason)
        #expect(try await !temporary.library.wantsFullText(id))
    }

    @Test func whatIsNoPageIsNamed() async throws {
        let (temporary, _) = try await library { _ in .ok("%PDF-1.7", ["Content-Type": "application/pdf"]) }
        let outcome = try await temporary.library.fetchFullText(of: id)
        #expect(outcome == .failed("https://post.example/storm: this is application/pdf, no web page"))
    }

    @Test func aWallIsSaid() async throws {
        let (temporary, _) = try await library { _ in
            Self.page(["mayor", "baker"], links: "<p>Subscribe to continue reading this article.</p>")
        }
        guard case .fetched(let text) = try await temporary.library.fetchFullText(of: id) else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(text.notes.sentences == ["the page shows only its beginning: subscribers only"])
    }

    @Test func aPageWithLessThanTheFeedDoesNotStandForIt() async throws {
        let long = (1...9).map { Self.sentence("captain \($0)") }.joined()
            .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let feed = Self.feed.replacing("A short beginning…", with: long)
        let (temporary, _) = try await library(feed: feed) { _ in Self.page(["mayor"]) }
        _ = try await temporary.library.fetchFullText(of: id)
        #expect(try await temporary.library.reading(id)?.article.html.contains("captain 9") ?? false)
        #expect(try await temporary.library.reading(id, .full)?.article.html.contains("mayor") ?? false)
        let best = try #require(try await temporary.library.reading(id))
        #expect(!best.listing.hasFullText)
    }

    @Test func keptPagesAreReadAgainWithoutAskingAnybody() async throws {
        let (temporary, web) = try await library { _ in Self.page(["mayor", "baker", "pilot"]) }
        let library = temporary.library
        _ = try await library.fetchFullText(of: id)
        let asked = web.asked.count
        var page = try #require(try await library.archive.article(id)?.page)
        page.text?.article.html = "<p>What an older extractor found on it.</p>"
        try await library.archive.keep(page, of: id)
        #expect(try await library.extractAgain(.query("harbour or storm")).read == 0)
        try await library.index()
        #expect(try await library.extractAgain(.all) == report(read: 1, changed: 1))
        #expect(try await library.extractAgain(.all) == report(read: 1, changed: 0))
        #expect(try await library.reading(id)?.article.html.contains("pilot") ?? false)
        #expect(web.asked.count == asked)
    }

    @Test func filesAreWrittenWithTheTextThatIsRead() async throws {
        let (temporary, _) = try await library { _ in Self.page(["mayor", "baker", "pilot", "ferryman"]) }
        _ = try await temporary.library.fetchFullText(of: id)
        let folder = temporary.folder + "/out"
        #expect(try await temporary.library.exportFolder(.all, as: .markdown, to: folder) == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "index.md" }
        let file = try #require(names.first)
        #expect(try String(contentsOfFile: folder + "/" + file, encoding: .utf8).contains("ferryman"))
    }

    private func report(read: Int, changed: Int) -> ExtractionReport {
        var report = ExtractionReport()
        report.read = read
        report.changed = changed
        return report
    }

    @Test(arguments: [(FullTextChoice.excerpts, 1), (.all, 2), (.never, 0)])
    func aRefreshFetchesWhatASourceIsSetTo(_ choice: FullTextChoice, _ count: Int) async throws {
        let whole = String(repeating: "A whole article that needs no page. ", count: 30)
        let item = "<item><guid>2</guid><title>Two</title><link>https://post.example/two</link>"
        let feed = Self.feed.replacing(
            "</channel>", with: "\(item)<description>\(whole)</description></item></channel>")
        let (temporary, web) = try await library(feed: feed) { _ in Self.page(["mayor", "baker", "pilot"]) }
        let source = try await temporary.onlySource()
        try await temporary.library.set(.fullText, choice.rawValue, of: source.id)
        _ = try await temporary.library.refresh(.all)
        #expect(web.asked.filter { $0.accept == .page }.count == count)
        _ = try await temporary.library.refresh(.all)
        #expect(web.asked.filter { $0.accept == .page }.count == count)
        #expect(try await temporary.library.wantsFullText(id) == false)
    }

    @Test func whatASourceIsSentGoesToItsOwnPlaceOnly() async throws {
        let (temporary, web) = try await library { _ in Self.page(["mayor", "baker", "pilot"]) }
        let source = try await temporary.onlySource()
        try await temporary.library.set(.headers, "X-Key: secret", of: source.id)
        _ = try await temporary.library.fetchFullText(of: id)
        #expect(web.asked.last?.options.headers == ["X-Key: secret"])
        let elsewhere = Self.feed.replacing(
            "https://post.example/storm", with: "https://mirror.example/storm"
        ).replacing("A short", with: "Another")
        web.change { $0.address.host == "mirror.example" ? Self.page(["mayor"]) : .ok(elsewhere) }
        _ = try await temporary.library.refresh(.all)
        _ = try await temporary.library.fetchFullText(of: id)
        #expect(web.asked.last?.address.host == "mirror.example" && web.asked.last?.options.headers == [])
    }
}
