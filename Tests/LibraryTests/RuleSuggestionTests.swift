import News
import Testing

@testable import Library

@Suite struct RuleSuggestionTests {
    @Test(arguments: [
        ("Storm Aila reaches category four", ["Storm Aila", "category", "reaches", "Storm"]),
        ("Why the council of Vell Harbour sold its ferry", ["Vell Harbour", "council", "Harbour", "ferry"]),
        ("Council Sells Ferry To Harbour", ["Council", "Harbour", "Sells", "Ferry"]),
        ("It is so", []),
    ])
    func termsAreNamesThenTheLongestWords(_ headline: String, _ expected: [String]) {
        #expect(HeadlineTerms.terms(of: Line(headline)).prefix(4).map(\.text) == expected)
    }

    @Test func eachSuggestionSaysWhatItWouldHide() async throws {
        let temporary = try await TemporaryLibrary.newsstand()
        let library = temporary.library
        let listing = try #require(try await library.listings(.query("Aila"), limit: 1).first)
        let suggestions = try await library.ruleSuggestions(for: listing.id)
        #expect(suggestions.first?.kind == "source")
        for suggestion in suggestions {
            #expect(suggestion.count >= 1, "\(suggestion)")
            #expect(try await library.counts(.query(suggestion.rule.query)).unread == suggestion.count)
        }
        let rule = try #require(suggestions.first)
        #expect(try await library.add(rule.rule) == rule.count)
        #expect(try await library.counts(.query(rule.rule.query)).unread == 0)
    }
}
