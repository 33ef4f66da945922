import Glibc
import News

/// An article with its exact score and what it was weighed by.
struct RankedArticle {
    var entry: Roster.Entry
    var vector: TermVector
    var score: Double
    /// The plain cosine of the two term vectors, without the small words of a small language.
    var likeness: Double
}

/// The second stage for full articles: exact weights from the term vectors, and what the headlines say.
struct ArticleRanking {
    let query: SearchQuery
    let meanNorm: Double

    /// Above one, few strong terms in common count for more than many weak ones.
    static let contrast = 1.2
    private static let contrastedFrequency = TermWeight.ofFrequency.map { pow($0, contrast) }

    private let terms: [(number: UInt32, weight: Double, contrasted: Double, isSmallWord: Bool)]

    init(_ query: SearchQuery, meanNorm: Double) {
        self.query = query
        self.meanNorm = meanNorm
        terms = query.terms.map { term in
            let weight = term.frequencyWeight * term.rarity * term.rarity
            return (term.number, weight, pow(weight, Self.contrast), term.isSmallWord)
        }
    }

    func run(_ reader: inout IndexReader<some RelatedStore>, _ heads: SegmentHeads) throws -> [RankedArticle]
    {
        let candidates = try search(reader).run(reader, heads)
        var ranked: [RankedArticle] = []
        ranked.reserveCapacity(candidates.count)
        for candidate in candidates {
            guard let vector = try reader.vector(of: candidate.entry.article) else { continue }
            ranked.append(weigh(candidate.entry, vector))
        }
        ranked.sort(by: RankedArticle.isBetter)
        ranked.removeLast(max(0, ranked.count - Limits.headlineCandidates))
        for index in ranked.indices {
            ranked[index].score *= try headlineFactor(ranked[index].vector, &reader)
        }
        return ranked.sorted(by: RankedArticle.isBetter)
    }

    private func search(_ reader: IndexReader<some RelatedStore>) -> CandidateSearch {
        let documents = reader.ledger.documents
        let terms = query.terms.filter {
            SearchQuery.isTelling($0.count, documents: documents, isKept: query.article != nil)
        }
        return CandidateSearch(
            terms: terms.map { term in
                CandidateSearch.Term(
                    number: term.number, weight: term.frequencyWeight * term.rarity * term.rarity,
                    importance: term.frequencyWeight * term.rarity)
            },
            norm: .pivoted(mean: meanNorm), hour: query.hour, article: query.article)
    }

    private func weigh(_ entry: Roster.Entry, _ vector: TermVector) -> RankedArticle {
        var plain = 0.0
        var contrasted = 0.0
        var index = 0
        for term in vector.entries {
            while index < terms.count, terms[index].number < term.term { index += 1 }
            guard index < terms.count else { break }
            guard terms[index].number == term.term else { continue }
            let frequency = Int(term.frequency)
            if !terms[index].isSmallWord { plain += terms[index].weight * TermWeight.ofFrequency[frequency] }
            contrasted += terms[index].contrasted * Self.contrastedFrequency[frequency]
        }
        let norm = CandidateSearch.Norm.pivoted(mean: meanNorm).of(entry)
        let similarity = pow(contrasted, 1 / Self.contrast) / (query.norm * norm)
        return RankedArticle(
            entry: entry, vector: vector, score: similarity * TimeCurve.weight(query.hour, entry.hour),
            likeness: min(1, plain / (query.norm * max(Double(entry.norm), 0.001))))
    }

    // MARK: Headlines

    /// From 1 to 3: an article whose headline another text goes through is very likely what that text refers to.
    private func headlineFactor(
        _ vector: TermVector, _ reader: inout IndexReader<some RelatedStore>
    ) throws -> Double {
        var title = 0.0
        var titleFound = 0.0
        var ownTitleFound = 0.0
        var index = 0
        for entry in vector.entries {
            while index < query.terms.count, query.terms[index].number < entry.term { index += 1 }
            let shared = index < query.terms.count && query.terms[index].number == entry.term
            if shared, query.terms[index].isInTitle, entry.isInText {
                ownTitleFound += query.terms[index].rarity
            }
            guard entry.isInTitle else { continue }
            title += shared ? query.terms[index].rarity : try reader.rarity(of: entry.term)
            if shared, query.terms[index].isInText { titleFound += query.terms[index].rarity }
        }
        let ownTitle = query.terms.reduce(0) { $0 + ($1.isInTitle ? $1.rarity : 0) }
        let there = title > 0 ? titleFound / title : 0
        let back = ownTitle > 0 ? ownTitleFound / ownTitle : 0
        return 1 + there * there + back * back
    }
}

extension RankedArticle {
    /// The order of all lists; equals by number, so that it never changes.
    static func isBetter(_ left: RankedArticle, _ right: RankedArticle) -> Bool {
        (left.score, right.entry.article) > (right.score, left.entry.article)
    }
}
