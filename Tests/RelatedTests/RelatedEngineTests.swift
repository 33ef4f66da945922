import News
import Testing

@testable import Related

@Suite struct RelatedEngineTests {
    private static let archive =
        [
            Newsroom.bridge, Newsroom.bridgeRetold, Newsroom.bridgeBefore, Newsroom.bridgeAfter,
            Newsroom.strange,
        ]
        + Newsroom.others(80)

    @Test func findsTellingsBackgroundAndFollowUps() throws {
        var (engine, store) = try Newsroom.index(Self.archive)
        let hits = try engine.related(to: ArticleID(1), in: store).prefix(3)
        #expect(Set(hits.map(\.id.number)) == [2, 3, 4])
        #expect(hits.first?.id == ArticleID(2))
        let groups = Dictionary(uniqueKeysWithValues: hits.map { ($0.id.number, $0.group) })
        #expect(groups == [2: .story, 3: .background, 4: .followUp])
        #expect(hits.filter(\.isConvincing).count == 3)
    }

    @Test func showsNothingForAnUnrelatedArticle() throws {
        var (engine, store) = try Newsroom.index(Self.archive)
        #expect(try engine.related(to: Newsroom.strange.id, in: store).filter(\.isConvincing) == [])
    }

    @Test func answersForAnArticleThatIsNotKept() throws {
        var (engine, store) = try Newsroom.index(Self.archive.filter { $0.id != ArticleID(1) })
        let hits = try engine.related(to: Newsroom.bridge, in: store, limit: 3)
        #expect(hits.first?.id == ArticleID(2))
        #expect(try engine.related(to: ArticleID(1), in: store) == [])
    }

    @Test func neverNamesTheArticleItself() throws {
        var (engine, store) = try Newsroom.index(Self.archive, batch: 7)
        for document in Self.archive {
            #expect(
                try !engine.related(to: document.id, in: store, limit: 100).contains { $0.id == document.id })
        }
    }

    @Test func collapsesWhatIsRepeatedWordForWord() throws {
        var copy = Newsroom.bridgeRetold
        copy.id = ArticleID(20)
        var (engine, store) = try Newsroom.index(Self.archive + [copy])
        let hits = try engine.related(to: ArticleID(1), in: store)
        let copies = hits.filter { $0.duplicateOf != nil }
        #expect(copies.map(\.id) == [ArticleID(20)])
        #expect(copies.map(\.duplicateOf) == [ArticleID(2)])
    }

    @Test func givesTheSameInBatchesAsAtOnce() throws {
        var (engineAtOnce, atOnce) = try Newsroom.index(Self.archive)
        for batch in [1, 7, 33] {
            var (engine, store) = try Newsroom.index(Self.archive, batch: batch)
            for id in [ArticleID(1), ArticleID(2), ArticleID(3), ArticleID(110)] {
                let expected = try engineAtOnce.related(to: id, in: atOnce, limit: 5)
                let found = try engine.related(to: id, in: store, limit: 5)
                #expect(found.first?.id == expected.first?.id)
                let difference = (found.first?.score ?? 0) - (expected.first?.score ?? 0)
                #expect(abs(difference) < 0.1 * (expected.first?.score ?? 0))
            }
        }
    }

    @Test func anArticleThatChangedIsFoundByItsNewWordsOnly() throws {
        var (engine, store) = try Newsroom.index(Self.archive)
        var changed = Newsroom.strange
        changed.title = Newsroom.bridgeRetold.title
        changed.text = Newsroom.bridgeRetold.text
        try engine.index([changed], into: &store)
        let hits = try engine.related(to: ArticleID(1), in: store)
        #expect(hits.prefix(4).contains { $0.id == changed.id })
        #expect(Set(hits.map(\.id)).count == hits.count)
        let ledger = Ledger(bytes: try #require(store.value(for: RelatedKey(.ledger))))
        #expect(ledger.documents == Self.archive.count)
    }

    @Test func forgetsWhatIsRemoved() throws {
        var (engine, store) = try Newsroom.index(Self.archive)
        try engine.remove([ArticleID(2), ArticleID(2), ArticleID(777)], from: &store)
        #expect(
            try !engine.related(to: ArticleID(1), in: store, limit: 100).contains { $0.id == ArticleID(2) })
        #expect(try engine.related(to: ArticleID(2), in: store) == [])
    }

    @Test func anEngineThatForgotEverythingAnswersTheSame() throws {
        var (engine, store) = try Newsroom.index(Self.archive, batch: 10)
        var fresh = RelatedEngine()
        let hits = try fresh.related(to: ArticleID(1), in: store)
        #expect(try engine.related(to: ArticleID(1), in: store) == hits)
    }

    @Test func aBatchThatCouldNotBeWrittenLeavesTheIndexAsItWas() throws {
        struct Full: Error {}
        struct FullStore: RelatedStore {
            var inner: InMemoryStore
            var isFull = false
            func value(for key: RelatedKey) -> [UInt8]? { inner.value(for: key) }
            func termNumbers(for keys: [UInt64]) -> [UInt64: UInt32] { inner.termNumbers(for: keys) }
            func separations() -> Separations { inner.separations() }
            mutating func apply(_ change: RelatedChange) throws {
                if isFull { throw Full() }
                inner.apply(change)
            }
        }
        var engine = RelatedEngine()
        var store = FullStore(inner: InMemoryStore())
        try engine.index(Newsroom.others(30), into: &store)
        let before = store.inner.values
        store.isFull = true
        #expect(throws: Full.self) { try engine.index([Newsroom.bridge], into: &store) }
        #expect(store.inner.values == before)
        store.isFull = false
        try engine.index(Self.archive, into: &store)
        #expect(try engine.related(to: ArticleID(1), in: store).first?.id == ArticleID(2))
    }

    @Test func takesEmptyOneWordHugeAndStrangeDocuments() throws {
        var random = SplitMix(state: 5)
        let noise = (0..<3).map { _ in
            String(decoding: (0..<3000).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
        }
        let documents = [
            Newsroom.article(1, ""), Newsroom.article(2, "", "\u{0}", hours: nil),
            Newsroom.article(3, "word"),
            Newsroom.article(4, "word", String(repeating: "word ", count: 50_000)),
            Newsroom.article(5, noise[0], noise[1], hours: nil), Newsroom.article(6, noise[2], noise[1]),
            RelatedDocument(
                id: ArticleID(.max), title: "far", text: "far word", published: Timestamp(seconds: .max)),
            RelatedDocument(
                id: ArticleID(0), title: "past", text: "far", published: Timestamp(seconds: .min)),
        ]
        var (engine, store) = try Newsroom.index(documents, batch: 2)
        try engine.index([], into: &store)
        for document in documents {
            _ = try engine.related(to: document.id, in: store, limit: 1000)
            _ = try engine.related(to: document, in: store, limit: -1)
            for other in documents { _ = try engine.reasons(for: document, hit: other, in: store) }
        }
    }
}
