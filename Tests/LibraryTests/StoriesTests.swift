import Archive
import Foundation
import Library
import News
import Testing

/// Stories on the sample newsstand and on articles of one test, through the one door.
@Suite struct StoriesTests {
    /// Tellings of two events, each by two sources and with a text of its own, and one text printed twice.
    private static let lines: [(title: String, text: String, feed: String, hour: Int)] = [
        ("Harbour bridge at Kestrel Bay closed after cracks are found", bridge, "Post", 8),
        (
            "Cracks in pylons shut Kestrel Bay bridge",
            "The harbour bridge in Kestrel Bay was shut on Monday. Inspector Ingrid Solheim said cracks in its pylons had grown since winter. Commuters will have to use ferries.",
            "Wire", 9
        ),
        (
            "Harbour bridge at Kestrel Bay closed after cracks are found", bridge + " Copyright of the Wire.",
            "Bell", 10
        ),
        (
            "Sourdough rests in clay bowls",
            "Bakers in Lyon let their dough rest in clay bowls overnight, and praise the crust that it gives to loaves of rye.",
            "Crumb", 9
        ),
        (
            "Chess title goes to Anand Varga",
            "Anand Varga won the chess title of Szeged after a rook endgame of ninety moves against Piet Molenaar.",
            "Board", 9
        ),
    ]
    private static let bridge =
        "Engineers closed the harbour bridge at Kestrel Bay on Monday after Ingrid Solheim, the chief inspector, found cracks in two of its northern pylons. Ferries will carry commuters across the bay until the pylons are repaired, the mayor said."
    private static let (original, retold, copy, bread, chess) = (
        ArticleID(1), ArticleID(2), ArticleID(3), ArticleID(4), ArticleID(5)
    )

    /// News on other subjects, so that words have frequencies.
    private static let others = (0..<60).map { number in
        let words = (0..<40).map { place in
            place % 4 == 0
                ? ["the", "of", "and", "said", "on"][place / 4 % 5]
                : "word\((number * 37 + place * place) % 400)"
        }
        return (
            "Report \(number) on word\(number)", words.joined(separator: " "), "Daily \(number % 7)",
            number % 12
        )
    }

    private func filled() async throws -> TemporaryLibrary {
        let temporary = try TemporaryLibrary()
        let lines = try (Self.lines + Self.others).enumerated().map { number, line in
            let object: [String: String] = [
                "url": "https://a.example/\(number + 1)", "title": line.title, "text": line.text,
                "feed": line.feed, "published": "2026-11-22T\(line.hour < 10 ? "0" : "")\(line.hour):00:00Z",
            ]
            return String(
                decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys),
                as: UTF8.self)
        }
        _ = try await temporary.importing(lines.joined(separator: "\n"), as: "lines.jsonl")
        try await temporary.library.index()
        return temporary
    }

    private func stories(_ library: Library) async throws -> [StoryID?] {
        try await library.listings(of: (1...5).map { ArticleID($0) }).map(\.story)
    }

    @Test func aTellingAndACopyAreOneStory() async throws {
        let temporary = try await filled()
        let id = try #require(try await stories(temporary.library)[0])
        let story = try #require(try await temporary.library.story(id))
        #expect(story.articles.map(\.id) == [Self.original, Self.retold, Self.copy])
        #expect(story.representative == Self.copy && story.sourceCount == 3)
    }

    // MARK: Not related

    @Test func anArticleThatIsNotRelatedLeavesTheStoryAndBothSidebarsForGood() async throws {
        let temporary = try await filled()
        let library = temporary.library
        let before = try await stories(library)
        #expect(try await library.part(Self.retold, from: Self.original))
        #expect(try await library.part(Self.original, from: Self.retold) == false)
        for _ in 0..<2 {
            let now = try await stories(library)
            #expect(now[0] == now[2] && now[0] != now[1] && now[1] != nil)
            for (one, other) in [(Self.original, Self.retold), (Self.retold, Self.original)] {
                #expect(try await !library.related(to: one).items.contains { $0.listing.id == other })
                #expect(try await !library.ranked(to: one, limit: 20).contains { $0.listing.id == other })
            }
            try await library.rebuild(.related)
        }
        #expect(try await library.undo()?.change == .stories(.apart))
        try await library.rebuild(.related)
        #expect(try await stories(library) == before)
    }

    @Test func theStoryKeepsItsNumberWhenTheArticleThatBeganItGoes() async throws {
        let temporary = try await filled()
        let library = temporary.library
        let before = try await stories(library)
        #expect(try await library.part(Self.original, from: Self.retold))
        let after = try await stories(library)
        #expect(after[1] == before[1] && after[2] == before[2] && after[0] != before[0])
        #expect(try await library.undo()?.count == 2)
        #expect(try await stories(library) == before)
        _ = try await library.redo()
        #expect(try await stories(library) == after)
    }

    @Test func whatIsSaidIsTakenBackAfterARestart() async throws {
        let temporary = try await filled()
        let before = try await stories(temporary.library)
        _ = try await temporary.library.part(Self.retold, from: Self.original)
        await temporary.library.close()
        let again = try Library(path: temporary.folder + "/library.sqlite") { TemporaryLibrary.now }
        _ = try await again.undo()
        #expect(try await stories(again) == before)
        #expect(try await again.related(to: Self.original).items.contains { $0.listing.id == Self.retold })
        await again.close()
    }

    @Test func whatComesLaterDoesNotJoinWhatBelongsApart() async throws {
        let temporary = try await filled()
        let library = temporary.library
        _ = try await library.part(Self.retold, from: Self.original)
        _ = try await temporary.importing(
            #"{"url":"https://a.example/late","title":"Kestrel Bay: harbour bridge pylons cracked","text":"Ingrid Solheim showed the cracks in the pylons of the harbour bridge at Kestrel Bay; commuters take ferries.","feed":"Late","published":"2026-11-22T11:00:00Z"}"#,
            as: "later.jsonl")
        try await library.index()
        let now = try await stories(library)
        let later = try await library.listings(of: [ArticleID(66)]).first?.story
        #expect(now[0] != now[1] && (later == now[0] || later == now[1]))
    }

    // MARK: Same story

    @Test func articlesThatTellTheSameStayInOneStory() async throws {
        let temporary = try await filled()
        let library = temporary.library
        let before = try await stories(library)
        #expect(try await library.join(Self.bread, Self.original) == .joined([Self.bread]))
        #expect(try await library.join(Self.bread, Self.original) == .joined([]))
        for _ in 0..<2 {
            let now = try await stories(library)
            #expect(now[3] == now[0] && now[0] == before[0])
            let item = try await library.related(to: Self.original).items.first {
                $0.listing.id == Self.bread
            }
            #expect(item?.group == .story)
            try await library.rebuild(.related)
        }
        _ = try await library.undo()
        #expect(try await stories(library) == before)
        #expect(try await !library.related(to: Self.original).items.contains { $0.listing.id == Self.bread })
    }

    @Test func whatWasKeptApartIsNotJoinedBehindOnesBack() async throws {
        let temporary = try await filled()
        let library = temporary.library
        _ = try await library.part(Self.bread, from: Self.original)
        _ = try await library.join(Self.chess, Self.bread)
        // The story of the bridge has the original, which belongs apart from the bread.
        #expect(try await library.join(Self.retold, Self.bread) == .refused)
        let now = try await stories(library)
        #expect(now[0] == now[1] && now[3] == now[4] && now[3] != now[0])
        // Only what is said last about the two themselves counts.
        #expect(try await library.join(Self.original, Self.bread) != .refused)
    }

    // MARK: Following

    @Test func aFollowedStoryIsASourceWhateverBecomesOfIt() async throws {
        let temporary = try await filled()
        let library = temporary.library
        let id = try #require(try await stories(library)[0])
        #expect(try await library.follow(StoryID(99)) == nil)
        #expect(try await library.follow(id) == true)
        #expect(try await library.follow(id) == false)
        _ = try await library.mark([Self.retold], .read(true))
        #expect(try await library.followedStories().map(\.unread) == [2])
        // The article by which it is held goes; the story stays followed.
        _ = try await library.part(Self.original, from: Self.copy)
        #expect(try await library.followedStories().map(\.id) == [id])
        _ = try await library.undo()
        #expect(try await library.followedStories().map(\.articles.count) == [3])
        try await library.rebuild(.related)
        #expect(try await library.followedStories().map(\.articles.count) == [3])
        #expect(try await library.follow(id, false) == true)
        #expect(try await library.followedStories().isEmpty)
        _ = try await library.undo()
        #expect(try await library.followedStories().map(\.id) == [id])
    }

    // MARK: Copies

    @Test func whoReadsAnArticleHasReadItsCopiesButNotOtherTellings() async throws {
        let temporary = try await filled()
        let library = temporary.library
        #expect(try await library.countOfMarking([Self.original], .read(true)) == 2)
        #expect(try await library.mark([Self.original], .read(true)) == [Self.original, Self.copy])
        func read() async throws -> [Bool] {
            try await library.listings(of: [Self.original, Self.retold, Self.copy]).map(\.isRead)
        }
        #expect(try await read() == [true, false, true])
        #expect(try await library.undo()?.count == 2)
        #expect(try await read() == [false, false, false])
        _ = try await library.redo()
        // Never the reverse: to want one back says nothing about the other.
        #expect(try await library.mark([Self.original], .read(false)) == [Self.original])
        #expect(try await read() == [false, false, true])
        // A list that is marked as a whole changes what it shows.
        _ = try await library.mark(.all, .read(false))
        #expect(try await library.mark(.query("source:post"), .read(true)) == 1)
        #expect(try await read() == [true, false, false])
    }

    // MARK: Reasons

    @Test func aStoryIsExplainedByWhatItsArticlesShare() async throws {
        let temporary = try await filled()
        let id = try #require(try await stories(temporary.library)[0])
        let reasons = try #require(try await temporary.library.reasons(for: id))
        #expect(reasons.terms.first?.count == 3, "\(reasons.terms)")
        for term in reasons.terms {
            let word = term.text.text.lowercased()
            #expect(
                Self.lines.prefix(3).count { ($0.title + "\n" + $0.text).lowercased().contains(word) }
                    == term.count)
        }
    }

    @Test func aDocumentThatIsNotKeptIsComparedAsWell() async throws {
        let temporary = try await filled()
        let path = temporary.folder + "/note.txt"
        try
            "Kestrel Bay bridge\n\nThe harbour bridge at Kestrel Bay has cracks in its pylons, says Ingrid Solheim; ferries carry commuters."
            .write(toFile: path, atomically: true, encoding: .utf8)
        let article = try #require(try Library.articles(inFile: path).first)
        let items = try await temporary.library.related(to: article, limit: 9)
        #expect(items.count >= 2 && items.allSatisfy { $0.reasons.count >= 2 })
        #expect(try await temporary.library.counts(.all).all == 65)
        #expect(throws: DocumentProblem.self) { try Library.articles(inFile: path + ".missing") }
    }
}
