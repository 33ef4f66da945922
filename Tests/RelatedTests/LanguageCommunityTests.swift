import Testing

@testable import Related

@Suite struct LanguageCommunityTests {
    /// Words of an article: a few that it is about, then the small words of its language.
    private func terms(smallWordsIn articles: UInt32) -> [(frequency: Int, count: UInt32)] {
        [(9, 2), (8, 1), (7, 3)] + (0..<12).map { (12 - $0 / 2, articles) } + (0..<80).map { _ in (1, 2) }
    }

    @Test func theSmallWordsOfASmallLanguageSayNothing() {
        let community = LanguageCommunity(terms(smallWordsIn: 10), length: 200, documents: 177)
        #expect(community.isSmallWord(10) && community.isSmallWord(4))
        #expect(!community.isSmallWord(2))
        // A name that other languages write too stands in more articles than the language has.
        #expect(!community.isSmallWord(20))
    }

    @Test func theMainLanguageNeedsNoHelp() {
        let community = LanguageCommunity(terms(smallWordsIn: 140), length: 200, documents: 177)
        #expect(!community.isSmallWord(100))
    }

    @Test func aShortItemIsNotJudged() {
        let community = LanguageCommunity(terms(smallWordsIn: 10), length: 40, documents: 177)
        #expect(!community.isSmallWord(10))
    }
}
