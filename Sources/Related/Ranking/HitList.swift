import News

/// Makes a list for people of ranked articles: where each belongs, which repeat another, which are worth showing.
struct HitList {
    let query: SearchQuery

    /// Hours within which tellings of one event appear.
    static let sameEvent = 48
    /// How alike two tellings of one event are at least; short items have less to agree in and agree by chance more.
    static let sameStory = 0.20
    static let sameStoryShort = 0.25
    /// How alike an article must be to be shown unasked.
    static let convincing = 0.12
    static let convincingShort = 0.20
    /// Share of the terms of both that near-duplicates have in common.
    static let duplicate = 0.6
    /// Terms from which on articles are compared for repetition.
    static let fewestTerms = 8

    init(_ query: SearchQuery) { self.query = query }

    func hits(_ ranked: [RankedArticle]) -> [RelatedHit] {
        var originals: [RankedArticle] = []
        return ranked.map { article in
            let original = originals.first { Self.repeats(article.vector, $0.vector) }
            if original == nil { originals.append(article) }
            return RelatedHit(
                id: article.entry.article, score: article.score, likeness: article.likeness,
                group: group(of: article), duplicateOf: original?.entry.article,
                isConvincing: article.likeness >= (query.isShort ? Self.convincingShort : Self.convincing))
        }
    }

    private func group(of article: RankedArticle) -> RelatedGroup {
        let isAlike = article.likeness >= (query.isShort ? Self.sameStoryShort : Self.sameStory)
        guard let hour = article.entry.hour, let own = query.hour else {
            return isAlike ? .story : .background
        }
        let later = Int(hour) - Int(own)
        if isAlike, abs(later) <= Self.sameEvent { return .story }
        return later > 0 ? .followUp : .background
    }

    /// Whether two articles have most of their terms in common.
    static func repeats(_ one: TermVector, _ other: TermVector) -> Bool {
        let counts = (one.entries.count, other.entries.count)
        let fewer = min(counts.0, counts.1)
        guard fewer >= fewestTerms, Double(fewer) >= duplicate * Double(max(counts.0, counts.1)) else {
            return false
        }
        var shared = 0
        var index = 0
        for entry in one.entries {
            while index < other.entries.count, other.entries[index].term < entry.term { index += 1 }
            guard index < other.entries.count else { break }
            if other.entries[index].term == entry.term { shared += 1 }
        }
        return Double(shared) >= duplicate * Double(counts.0 + counts.1 - shared)
    }
}
