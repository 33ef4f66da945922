import Library
import News
import Pages
import Testing

/// What the sample newsstand was written for: its events come out as stories, and what is shown beside an article belongs there.
@Suite struct NewsstandStoriesTests {
    /// Events that several publications tell: the day of the first telling, a word that all tellings have, how many at least.
    private static let events: [(day: String, word: String, tellings: Int)] = [
        ("2026-11-08", "okafor", 3), ("2026-11-09", "strike", 4), ("2026-11-10", "repair", 4),
        ("2026-11-11", "tallow", 4), ("2026-11-12", "3.25", 4), ("2026-11-12", "quillbase", 3),
        ("2026-11-13", "northpass", 4), ("2026-11-14", "ceres", 3), ("2026-11-15", "2031", 3),
        ("2026-11-15", "dunmore", 4), ("2026-11-16", "r77", 3), ("2026-11-17", "aila", 3),
        ("2026-11-18", "bronze", 3), ("2026-11-20", "sandhaven", 3),
    ]
    /// What smaller stories are about: background, follow-ups, news of two sources.
    private static let subjects = [
        "northpass", "aila", "sea wall", "dunmore", "glenrook", "hoshima", "3.25", "okafor", "r77",
        "jabal sahm", "2031", "480 million",
        "repair", "tallow", "rate", "larnwick", "cranes", "quillbase", "openai", "strike", "ceres", "bronze",
    ]

    private func text(_ listing: Listing, in library: Library) async throws -> String {
        let reading = try await library.reading(listing.id)
        return (listing.headline.text + "\n" + ArticleBody.plainText(reading?.blocks ?? [])).lowercased()
    }

    @Test func everyPlantedEventIsAStoryAndNoStoryHasAStranger() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        var found: Set<Int> = []
        for story in try await newsstand.library.stories() {
            var texts: [String] = []
            for listing in story.articles { texts.append(try await text(listing, in: newsstand.library)) }
            let first = try #require(story.articles.first)
            let last = try #require(story.articles.last)
            #expect(last.moment - first.moment < 2 * 86_400, "\(story.headline)")
            #expect(story.sourceCount == story.articles.count, "\(story.headline)")
            #expect(
                Self.subjects.contains { subject in texts.allSatisfy { $0.contains(subject) } },
                "\(story.articles.map(\.headline))")
            for (number, event) in Self.events.enumerated()
            where first.moment.iso8601.hasPrefix(event.day) && story.articles.count >= event.tellings {
                if texts.allSatisfy({ $0.contains(event.word) }) { found.insert(number) }
            }
        }
        #expect(Self.events.indices.filter { !found.contains($0) }.map { Self.events[$0].word } == [])
    }

    @Test func everythingShownHasTwoReasonsThatStandInBothArticles() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let library = newsstand.library
        var shown = 0
        for listing in try await library.listings(.all, limit: 400).enumerated() where listing.offset % 3 == 0
        {
            let own = try await text(listing.element, in: library)
            for item in try await library.related(to: listing.element.id).items {
                // The last word is on the time between them.
                let terms = item.reasons.dropLast()
                let other = try await text(item.listing, in: library)
                #expect(terms.count >= 2, "\(listing.element.headline) and \(item.listing.headline)")
                for term in terms {
                    let word = term.text.lowercased()
                    #expect(own.contains(word) && other.contains(word), "\(term)")
                }
                shown += 1
            }
        }
        #expect(shown > 50)
    }
}
