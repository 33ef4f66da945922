import News
import Testing

@testable import Related

@Suite struct StoriesTests {
    @Test func tellingsOfOneEventAreOneStory() throws {
        let (_, store) = try Newsroom.index(
            [Newsroom.bridge, Newsroom.bridgeRetold, Newsroom.strange] + Newsroom.others(60))
        #expect(store.stories[ArticleID(1)] == StoryID(1))
        #expect(store.stories[ArticleID(2)] == StoryID(1))
        #expect(store.stories[ArticleID(90)] == StoryID(90))
        #expect(store.stories.count == 63)
    }

    @Test func aStoryIsOverAfterTwoDaysOfSilence() throws {
        let (_, store) = try Newsroom.index([Newsroom.bridge, Newsroom.bridgeAfter] + Newsroom.others(60))
        #expect(store.stories[ArticleID(4)] == StoryID(4))
    }

    @Test func articlesComeToTheSameStoriesOneByOne() throws {
        let documents = [Newsroom.bridge, Newsroom.strange, Newsroom.bridgeRetold]
        let others = Newsroom.others(60)
        var (engine, store) = try Newsroom.index(others)
        for document in documents { try engine.index([document], into: &store) }
        #expect(store.stories[ArticleID(2)] == StoryID(1))
        #expect(store.stories[ArticleID(90)] == StoryID(90))
    }

    @Test func aLateTellingFindsItsStory() throws {
        var (engine, store) = try Newsroom.index([Newsroom.bridgeRetold] + Newsroom.others(60))
        try engine.index([Newsroom.bridge], into: &store)
        #expect(store.stories[ArticleID(1)] == StoryID(2))
    }

    @Test func anArticleThatChangedStaysInItsStory() throws {
        var (engine, store) = try Newsroom.index(
            [Newsroom.bridge, Newsroom.bridgeRetold] + Newsroom.others(60))
        var changed = Newsroom.bridgeRetold
        changed.text = Newsroom.strange.text
        try engine.index([changed], into: &store)
        #expect(store.stories[ArticleID(2)] == StoryID(1))
    }

    @Test func headlinesAreJoinedWhenALaterOneShowsThatTheyBelongTogether() throws {
        let headlines = [
            Newsroom.article(1, "Comet Halvorsen brightens"),
            Newsroom.article(2, "Stargazers flock to Tromsø", hours: 1),
            Newsroom.article(3, "Comet Halvorsen draws stargazers to Tromsø", hours: 2),
        ]
        let (_, store) = try Newsroom.index(headlines + Newsroom.others(80))
        #expect(Set((1...3).map { store.stories[ArticleID($0)] }).count == 1)
    }

    @Test func undatedArticlesFindOneAnother() throws {
        var (one, other) = (Newsroom.bridge, Newsroom.bridgeRetold)
        one.published = nil
        other.published = nil
        let (_, store) = try Newsroom.index([one, other] + Newsroom.others(60))
        #expect(store.stories[ArticleID(2)] == StoryID(1))
    }

    @Test func aDayOfOneTextOverAndOverEndsInTime() throws {
        let spam = (1...1500).map { Newsroom.article(Int64($0), "Win now", Newsroom.bridge.text) }
        let (_, store) = try Newsroom.index(spam, batch: 500)
        #expect(store.stories.count == 1500)
    }

    @Test func anEngineThatForgotEverythingMakesTheSameStories() throws {
        let documents = (0..<120).map { index in
            let source = [Newsroom.bridge, Newsroom.bridgeRetold, Newsroom.strange][index % 3]
            return Newsroom.article(
                Int64(index + 1), source.title, source.text + " Edition \(index / 9)",
                hours: Int64(index / 9) * 30)
        }
        var engine = RelatedEngine()
        var (remembering, forgetting) = (InMemoryStore(), InMemoryStore())
        for first in stride(from: 0, to: documents.count, by: 8) {
            let batch = Array(documents[first..<first + 8])
            try engine.index(batch, into: &remembering)
            var fresh = RelatedEngine()
            try fresh.index(batch, into: &forgetting)
        }
        #expect(remembering.stories == forgetting.stories)
        #expect(Set(remembering.stories.values).count < 40)
    }
}
