import Testing

@testable import Related

@Suite struct TermCountsTests {
    @Test func countsAHeadlineWordFourTimes() {
        let counts = TermCounts(title: "Storm", text: "A storm came.")
        let storm = counts.entries.first { $0.isInTitle }
        #expect(storm?.frequency == 5)
        #expect(counts.entries.count == 3)
        #expect(counts.length == 4)
    }

    @Test func capsWhatIsRepeated() {
        let counts = TermCounts(title: "", text: String(repeating: "spam ", count: 1000))
        #expect(counts.entries.map(\.frequency) == [15])
    }

    @Test func boundsADictionaryPosingAsAnArticle() {
        let text = (0..<60_000).map { "word\($0)x" }.joined(separator: " ")
        let counts = TermCounts(title: "", text: text)
        #expect(counts.entries.count == Limits.termsPerDocument)
        #expect(counts.length == Limits.wordsPerDocument)
        #expect(zip(counts.entries, counts.entries.dropFirst()).allSatisfy { $0.key < $1.key })
    }
}
