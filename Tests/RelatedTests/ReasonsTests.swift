import News
import Testing

@testable import Related

@Suite struct ReasonsTests {
    private static let archive =
        [
            Newsroom.bridge, Newsroom.bridgeRetold, Newsroom.bridgeBefore, Newsroom.bridgeAfter,
            Newsroom.strange,
        ]
        + Newsroom.others(80)

    @Test func namesComeFirstAndWhole() throws {
        let (engine, store) = try Newsroom.index(Self.archive)
        let reasons = try engine.reasons(for: Newsroom.bridge, hit: Newsroom.bridgeRetold, in: store)
        #expect(reasons.terms == ["Kestrel Bay", "Ingrid Solheim", "harbour bridge", "cracks", "pylons"])
        #expect(reasons.time == "same day")
        #expect(reasons.suffice)
    }

    @Test func saysHowFarApartInTime() throws {
        let (engine, store) = try Newsroom.index(Self.archive)
        #expect(
            try engine.reasons(for: Newsroom.bridge, hit: Newsroom.bridgeBefore, in: store).time
                == "6 weeks earlier")
        #expect(
            try engine.reasons(for: Newsroom.bridge, hit: Newsroom.bridgeAfter, in: store).time
                == "3 weeks later")
    }

    @Test(
        arguments: [
            (0, "same day"), (24, "1 day later"), (-72, "3 days earlier"), (24 * 14, "2 weeks later"),
            (-24 * 90, "3 months earlier"), (24 * 365 * 5, "5 years later"),
        ] as [(Int64, String)])
    func countsInTheUnitPeopleUse(_ hours: Int64, _ words: String) {
        #expect(
            TimeDistance.words(from: Newsroom.noon, to: Newsroom.noon.advanced(by: hours * 3600)) == words)
        #expect(TimeDistance.words(from: Newsroom.noon, to: nil) == nil)
    }

    @Test func doNotSayOneThingTwice() throws {
        let one = Newsroom.article(
            1, "Norway and the Norwegian Sea", "Norway guards the Norwegian Sea and its cod.")
        let other = Newsroom.article(
            2, "Cod of the Norwegian Sea", "The cod are counted by Norway each year.")
        let (engine, store) = try Newsroom.index([one, other] + Newsroom.others(40))
        let terms = try engine.reasons(for: one, hit: other, in: store).terms
        #expect(terms.first == "Norwegian Sea")
        #expect(terms.filter { $0 == "Norwegian" }.isEmpty)
    }

    @Test func takeFormsOfOneWordForOne() throws {
        let one = Newsroom.article(1, "Russia and the cod", "The Russian fleet left Russia.")
        let other = Newsroom.article(2, "A cod war", "What the Russian navy is to Russia.")
        let (engine, store) = try Newsroom.index([one, other] + Newsroom.others(40))
        let terms = try engine.reasons(for: one, hit: other, in: store).terms
        #expect(terms.filter { $0.hasPrefix("Russia") }.count == 1)
        #expect(terms.contains("cod"))
    }

    @Test func doNotSufficeBetweenStrangers() throws {
        let (engine, store) = try Newsroom.index(Self.archive)
        #expect(try !engine.reasons(for: Newsroom.bridge, hit: Newsroom.strange, in: store).suffice)
    }

    @Test func occurInBothTextsAsTheyAre() throws {
        let archive = Self.archive
        let (engine, store) = try Newsroom.index(archive)
        for query in archive.prefix(30) {
            for hit in archive.prefix(30) where hit.id != query.id {
                for term in try engine.reasons(for: query, hit: hit, in: store).terms {
                    #expect((query.title + "\n" + query.text).contains(term))
                    #expect((hit.title + "\n" + hit.text).lowercased().contains(term.lowercased()))
                }
            }
        }
    }

    @Test func areWholeInScriptsWithoutSpaces() throws {
        let one = Newsroom.article(1, "新宿御苑の桜が満開", "新宿御苑では今年も桜が咲いた。")
        let other = Newsroom.article(2, "新宿御苑、入園制限へ", "桜の季節、新宿御苑は混雑する。")
        let (engine, store) = try Newsroom.index([one, other] + Newsroom.others(40))
        #expect(try engine.reasons(for: one, hit: other, in: store).terms.contains("新宿御苑"))
    }

    @Test func doNotDependOnWhenOthersWereIndexed() throws {
        let pair = [Newsroom.bridge, Newsroom.bridgeRetold]
        let others = Newsroom.others(60)
        var found: Set<RelatedReasons> = []
        for order in [pair + others, others + pair, others.reversed() + pair.reversed()] {
            let (engine, store) = try Newsroom.index(order, batch: 9)
            found.insert(try engine.reasons(for: pair[0], hit: pair[1], in: store))
        }
        #expect(found.count == 1)
    }
}
