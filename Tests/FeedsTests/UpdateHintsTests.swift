import News
import Testing

@testable import Feeds

@Suite struct UpdateHintsTests {
    @Test func readsWhatAFeedSaysAboutItsPace() throws {
        let parsed = try rss(
            """
            <ttl> 90 </ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>x</hour></skipHours>
            <skipDays><day>Sunday</day><day>Saturday</day><day>Never</day></skipDays>
            """)
        #expect(parsed.hints.timeToLive == 90)
        #expect(parsed.hints.skippedHours == [0, 7])
        #expect(parsed.hints.skippedDays == [0, 6])
    }

    @Test(arguments: [("hourly", "2", 1800), ("daily", "0", 86_400), ("weekly", "", 604_800)])
    func readsTheSyndicationModule(_ period: String, _ frequency: String, _ seconds: Int) throws {
        let parsed = try rss(
            "<sy:updatePeriod>\(period)</sy:updatePeriod><sy:updateFrequency>\(frequency)"
                + "</sy:updateFrequency>"
        )
        #expect(parsed.hints.updateInterval == seconds)
    }

    @Test func anAbsurdTimeToLiveIsNotTaken() throws {
        #expect(try rss("<ttl>99999999999</ttl>").hints.timeToLive == nil)
    }

    @Test func keepsTheHubAndTheOlderEntries() throws {
        let parsed = try rss(
            """
            <atom:link rel='hub' href='https://hub.example/'/><atom:link rel='prev-archive'\
             href='https://a.example/2025'/>
            """, root: RSSTests.modules)
        #expect(parsed.hub?.text == "https://hub.example/")
        #expect(parsed.olderEntries?.text == "https://a.example/2025")
    }
}
