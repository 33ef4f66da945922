import Library
import News
import Testing

@Suite struct ImportingTests {
    @Test func keepsTheGoodLinesAndNamesTheBadOnes() async throws {
        let temporary = try TemporaryLibrary()
        let report = try await temporary.importing(
            """
            {"url":"https://a.example/1","title":"One","text":"First.\\nSecond & last.","published":"2026-05-12T09:14:00Z","feed":"A"}
            this is not JSON
            {"url":"https://a.example/2","title":"Two","html":"<p onclick='x()'>Hello<script>evil()</script></p>","feed":"A"}
            {"title":["seven"]}

            {"url":"https://b.example/3","title":"Three","text":"x","feed":"https://b.example/feed.xml"}
            """, as: "some.jsonl")
        #expect(report.added == 3)
        #expect(report.failures.map(\.line) == [2, 4])
        let reading = try #require(try await temporary.library.reading(ArticleID(2)))
        #expect(reading.article.html == "<p>Hello</p>")
        #expect(try await temporary.library.sources().map(\.title) == ["A", "b.example/feed.xml"])
    }

    @Test func importingTwiceAddsNothing() async throws {
        let temporary = try TemporaryLibrary()
        let line = #"{"url":"https://a.example/1","title":"One","text":"First.","feed":"A"}"#
        _ = try await temporary.importing(line, as: "a.jsonl")
        let again = try await temporary.importing(line, as: "a.jsonl")
        #expect(again.added == 0 && again.skipped == 1)
    }

    @Test func aFeedFileFindsTheSourceOfItsSubscription() async throws {
        let temporary = try TemporaryLibrary()
        _ = try await temporary.importing(
            """
            <opml version="2.0"><body><outline text="World"><outline type="rss" text="Post"
              xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/></outline>
              <outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>
            """, as: "list.opml")
        let report = try await temporary.importing(
            """
            <rss version="0.92"><channel><title>The Post</title><link>https://post.example/</link>
            <item><title>One</title><link>https://post.example/1</link></item></channel></rss>
            """, as: "feed.xml")
        #expect(report.added == 1)
        let sources = try await temporary.library.sources()
        #expect(
            sources.map(\.title) == ["Post"] && sources.map(\.folder) == ["World"]
                && sources.map(\.unread) == [1])
    }

    @Test func whatIsNoFeedIsRefusedWithAReason() async throws {
        let temporary = try TemporaryLibrary()
        let report = try await temporary.importing("just words", as: "words.xml")
        #expect(report.failures.count == 1 && report.added == 0)
        let missing = try await temporary.library.import(file: temporary.folder + "/none.xml")
        #expect(missing.failures.first?.reason == "No such file or directory")
    }
}

@Suite struct NewsstandTests {
    @Test func everyArticleOfTheSampleNewsstandIsKept() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        #expect(try await newsstand.library.counts(.all).all == 177)
        let sources = try await newsstand.library.sources()
        #expect(
            sources.count == 13
                && sources.allSatisfy { $0.address != nil && !$0.folder.isEmpty && $0.unread > 0 })
    }

    @Test func theStormHasItsTellingsItsBackgroundAndItsFollowUps() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let address = "https://oldwire.example/w/20261117-0412"
        let id = try #require(try await newsstand.library.articles(named: address).first)
        let related = try await newsstand.library.related(to: id)
        func sources(_ group: RelatedNews.Group) -> Set<String> {
            Set(related.items(in: group).map(\.listing.sourceTitle.text))
        }
        #expect(sources(.story).isSuperset(of: ["The Harbour Post", "Meridian Dispatch"]))
        #expect(!related.items(in: .followUp).isEmpty)
        for item in related.items { #expect(item.reasons.count >= 2, "\(item.listing.headline)") }
        #expect(related.items.allSatisfy { !$0.listing.headline.text.contains("Okafor") })
    }

    @Test func anArticleOnItsOwnHasNoCompany() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let id = try #require(
            try await newsstand.library.articles(
                named: "https://meridiandispatch.example/nation/border-stone-47"
            ).first)
        #expect(try await newsstand.library.related(to: id).items.isEmpty)
    }

    @Test(arguments: [
        "ケレス", "زيتون", "Schnellfahrstrecke", "café", "storm vell", "\"right to repair\"", "title:malaria",
    ])
    func searchFindsEveryLanguage(_ query: String) async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        #expect(!(try await newsstand.library.search(query, limit: 5)).isEmpty)
    }
}
