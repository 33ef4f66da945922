import Archive
import News
import Testing

@testable import Library

@Suite struct SnippetTests {
    private func marked(_ query: String, in text: String) throws -> String {
        let now = Timestamp(CivilTime(year: 2026, month: 11, day: 23))
        let snippet = SnippetFinder(try Archive.terms(of: query, now: now)).snippet(of: Line(text))
        var result = ""
        for (place, character) in snippet.text.text.enumerated() {
            if snippet.hits.contains(where: { $0.lowerBound == place }) { result += "[" }
            result.append(character)
            if snippet.hits.contains(where: { $0.upperBound == place + 1 }) { result += "]" }
        }
        return result
    }

    @Test(arguments: [
        ("ferry", "The ferry; ferrymen, and the Ferry.", "The [ferry]; ferrymen, and the [Ferry]."),
        ("ferr*", "The ferry and ferrymen.", "The [ferr]y and [ferr]ymen."),
        ("cafe", "Ein Café, un CAFÉ, cafe\u{301}.", "Ein [Café], un [CAFÉ], [cafe\u{301}]."),
        ("株価", "東京株価は続伸", "東京[株価]は続伸"),
        (
            "is:unread title:storm ferry -harbour", "The storm, the ferry, the harbour.",
            "The storm, the [ferry], the harbour."
        ),
        ("\"night ferry\"", "A night and a ferry.", "A [night] and a [ferry]."),
        ("nothing", "None of it.", "None of it."),
    ])
    func marksTheWordsWhereverTheyStand(_ query: String, _ text: String, _ expected: String) throws {
        #expect(try marked(query, in: text) == expected)
    }

    @Test func showsThePlaceWhereMostWordsStandTogether() throws {
        let filler = String(repeating: "and so on ", count: 60)
        let result = try marked("night ferry", in: "A night. \(filler)The night ferry left. \(filler)")
        #expect(result.hasPrefix("…") && result.hasSuffix("…") && result.contains("[night] [ferry]"))
    }

    @Test func placesOfWordsAreCountedInLetters() throws {
        let now = Timestamp(CivilTime(year: 2026, month: 11, day: 23))
        let finder = try #require(SnippetFinder(query: "cafe ferr*", now: now))
        #expect(finder.places(in: "  Ein Café 東京 ferries") == [6..<10, 14..<18])
        #expect(SnippetFinder(query: "is:unread", now: now) == nil)
    }
}
