import News
import Testing

@testable import Related

@Suite struct IndexTests {
    @Test func readsBackWhatItWrites() {
        var ledger = Ledger()
        ledger.documents = 7
        ledger.termCount = 900
        ledger.normSum = 12.5
        ledger.segments = [Ledger.Segment(number: 3, roster: 9, documents: 7)]
        #expect(Ledger(bytes: ledger.bytes) == ledger)

        var roster = Roster()
        roster.entries = [
            Roster.Entry(article: ArticleID(5), hour: -40, norm: 12.25, flatNorm: 3.5),
            Roster.Entry(article: ArticleID(2), hour: nil, norm: 1, flatNorm: 1),
        ]
        #expect(Roster(bytes: roster.bytes).entries == roster.entries)

        let vector = TermVector(
            entries: [
                TermVector.Entry(term: 0, frequency: 15, isInTitle: true),
                TermVector.Entry(term: 300, frequency: 1, isInTitle: false),
                TermVector.Entry(term: 70_000, frequency: 4, isInTitle: true),
            ], length: 20, hour: -3)
        #expect(TermVector(bytes: vector.bytes) == vector)
        #expect(TermVector(bytes: TermVector(entries: [], length: 0).bytes).hour == nil)

        var day = StoryDay()
        day.put(StoryDay.Member(article: ArticleID(9), story: StoryID(4), hour: 49))
        #expect(StoryDay(bytes: day.bytes, place: StoryDay.place(of: 49)) == day)
    }

    @Test func neverTrapsOnDamagedValues() throws {
        let (_, whole) = try Newsroom.index(
            Newsroom.others(40) + [Newsroom.bridge, Newsroom.bridgeRetold], batch: 3)
        var random = SplitMix(state: 3)
        for _ in 0..<60 {
            var damage = RelatedChange()
            for (key, bytes) in whole.values where Int.random(in: 0..<4, using: &random) == 0 {
                var bytes = bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).map(\.self)
                for _ in 0..<3 where !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
                damage.writes[key] = bytes
            }
            var store = whole
            store.apply(damage)
            var engine = RelatedEngine()
            _ = try engine.related(to: ArticleID(1), in: store)
            _ = try engine.related(to: Newsroom.bridgeBefore, in: store)
            try engine.index(Newsroom.others(9, from: 900), into: &store)
            try engine.remove([ArticleID(1)], from: &store)
        }
    }

    @Test func keepsFewSegmentsHoweverSmallTheBatches() throws {
        let (_, store) = try Newsroom.index(Newsroom.others(300), batch: 1)
        let ledger = Ledger(bytes: try #require(store.value(for: RelatedKey(.ledger))))
        #expect(ledger.documents == 300)
        #expect(ledger.segments.reduce(0) { $0 + $1.documents } == 300)
        #expect(ledger.segments.count < 3 * Limits.segmentsPerMerge)
        let rosters = store.values.keys.filter { $0.number >> 56 == RelatedKey.Shelf.roster.rawValue }
        #expect(rosters.count == ledger.segments.count)
    }

    @Test func countsTheArticlesOfEveryTerm() throws {
        let (_, store) = try Newsroom.index(
            [Newsroom.article(1, "tide tide"), Newsroom.article(2, "Tides"), Newsroom.article(3, "ebb")])
        var reader = try IndexReader(store)
        let tide = TermCounts(title: "tide", text: "").entries.map(\.key)
        let number = try #require(store.termNumbers(for: tide).values.first)
        #expect(try reader.count(of: number) == 2)
    }

    @Test func staysWithinAKilobyteAnArticleOfOrdinaryLength() throws {
        let documents = Newsroom.others(400)
        let (_, store) = try Newsroom.index(documents, batch: 50)
        let bytes = store.values.values.reduce(0) { $0 + $1.count } + store.terms.count * 16
        #expect(bytes / documents.count < 1000)
    }
}
