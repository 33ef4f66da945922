import News

/// Makes a list for people of ranked articles: various, with repetitions marked, grouped, and with a measure of what
/// is worth showing.
struct HitList {
    /// What an article must reach to be shown unasked, and to be another telling of the event.
    ///
    /// Measured on pairs judged by people and on archives of strange subjects: an unrelated article finds nothing in
    /// 97 of 100 cases, before the reasons are asked for.
    struct Bounds {
        var likeness: Double
        var score: Double
        var sameStory: Double

        static let articles = Bounds(likeness: 0.14, score: 0.06, sameStory: 0.20)
        /// Short items agree by chance more.
        static let shortItems = Bounds(likeness: 0.14, score: 0.15, sameStory: 0.22)
    }

    let query: SearchQuery
    private let bounds: Bounds

    /// Hours within which tellings of one event appear.
    static let sameEvent = 48
    /// Share of the terms of both that near-duplicates have in common.
    static let duplicate = 0.6
    /// The same for copies, which are marked read with what is read: nothing may be lost by it.
    static let copy = 0.75
    /// Terms from which on articles are compared for repetition.
    static let fewestTerms = 8
    /// How much an article's own score counts against its being different from those above it.
    static let relevance = 0.9
    /// Places of a list that are compared with each other.
    static let compared = 24

    init(_ query: SearchQuery) {
        self.query = query
        bounds = query.isShort ? .shortItems : .articles
    }

    func hits(_ ranked: [RankedArticle]) -> [RelatedHit] {
        let head = Array(ranked.prefix(Self.compared))
        let overlaps = head.indices.map { place in
            head[..<place].map { Self.overlap($0.vector, head[place].vector) }
        }
        let order = Self.varied(head.map(\.score), overlaps: overlaps)
        let originals = Self.originals(of: head, overlaps: overlaps)
        return order.map { hit(head[$0], duplicateOf: originals[$0]) }
            + ranked.dropFirst(Self.compared).map { hit($0, duplicateOf: nil) }
    }

    private func hit(_ article: RankedArticle, duplicateOf original: ArticleID?) -> RelatedHit {
        RelatedHit(
            id: article.entry.article, score: article.score, likeness: article.likeness,
            group: group(of: article), duplicateOf: original,
            isConvincing: article.likeness >= bounds.likeness && article.score >= bounds.score)
    }

    private func group(of article: RankedArticle) -> RelatedGroup {
        let isAlike = article.likeness >= bounds.sameStory
        guard let hour = article.entry.hour, let own = query.hour else {
            return isAlike ? .story : .background
        }
        let later = Int(hour) - Int(own)
        if isAlike, abs(later) <= Self.sameEvent { return .story }
        return later > 0 ? .followUp : .background
    }

    // MARK: Repetition and variety

    /// The better-placed article that each one repeats, if any.
    private static func originals(of articles: [RankedArticle], overlaps: [[Double]]) -> [ArticleID?] {
        var originals: [ArticleID?] = []
        for (place, row) in overlaps.enumerated() {
            let repeated = row.indices.first { originals[$0] == nil && row[$0] >= duplicate }
            let isLong = articles[place].vector.entries.count >= fewestTerms
            originals.append(isLong ? repeated.map { articles[$0].entry.article } : nil)
        }
        return originals
    }

    /// An order in which what only says the same again comes a little later (maximal marginal relevance).
    private static func varied(_ scores: [Double], overlaps: [[Double]]) -> [Int] {
        guard let top = scores.first, top > 0 else { return Array(scores.indices) }
        var rest = Array(scores.indices)
        var order: [Int] = []
        var nearest = [Double](repeating: 0, count: scores.count)
        while !rest.isEmpty {
            var best = 0
            for place in rest.indices where value(rest[place]) > value(rest[best]) { best = place }
            let chosen = rest.remove(at: best)
            order.append(chosen)
            for other in rest {
                let overlap = other > chosen ? overlaps[other][chosen] : overlaps[chosen][other]
                nearest[other] = max(nearest[other], overlap)
            }
        }
        return order

        func value(_ place: Int) -> Double {
            relevance * scores[place] / top - (1 - relevance) * nearest[place]
        }
    }

    /// The share of the terms of both that two articles have in common.
    static func overlap(_ one: TermVector, _ other: TermVector) -> Double {
        var shared = 0
        var index = 0
        for entry in one.entries {
            while index < other.entries.count, other.entries[index].term < entry.term { index += 1 }
            guard index < other.entries.count else { break }
            if other.entries[index].term == entry.term { shared += 1 }
        }
        let all = one.entries.count + other.entries.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }
}
