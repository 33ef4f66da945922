import News

/// The second stage for headlines and short items: flatter weights, and one round in which the best answers lend
/// their words to the question (pseudo-relevance feedback; it helps here and harms full articles).
struct ShortItemRanking {
    let query: SearchQuery

    /// How many answers lend, and the share of what they lend.
    static let lenders = 20
    static let lentShare = 0.5
    /// An answer of a lower score may be about anything and lends nothing.
    static let lendingScore = 0.2

    /// A weighted question or answer of length one.
    private typealias UnitVector = [(number: UInt32, weight: Double)]

    init(_ query: SearchQuery) { self.query = query }

    func run(_ reader: inout IndexReader<some RelatedStore>, _ heads: SegmentHeads) throws -> [RankedArticle]
    {
        var question: UnitVector = query.terms.map {
            ($0.number, $0.frequencyWeight * TermWeight.flat($0.rarity))
        }
        Self.normalise(&question)
        let plain = question
        let first = try search(question, &reader).run(reader, heads)
        var answers = try weigh(question, read(first, known: [:], reader), &reader)
        guard let enriched = try enrich(question, by: answers, &reader) else { return answers }
        var vectors: [ArticleID: TermVector] = [:]
        for answer in answers { vectors[answer.entry.article] = answer.vector }
        let second = try search(enriched, &reader).run(reader, heads)
        let known = Set(vectors.keys)
        let union = first + second.filter { !known.contains($0.entry.article) }
        answers = try weigh(enriched, read(union, known: vectors, reader), &reader)
        return try withLikeness(of: plain, answers, &reader)
    }

    private func search(
        _ question: UnitVector, _ reader: inout IndexReader<some RelatedStore>
    ) throws -> CandidateSearch {
        var terms: [CandidateSearch.Term] = []
        for (number, weight) in question {
            let count = try reader.count(of: number)
            guard
                SearchQuery.isTelling(count, documents: reader.ledger.documents, isKept: query.article != nil)
            else { continue }
            let rarity = TermWeight.rarity(count: count, documents: reader.ledger.documents)
            let flat = TermWeight.flat(rarity)
            terms.append(
                CandidateSearch.Term(
                    number: number, weight: weight * flat, importance: weight * rarity / flat))
        }
        return CandidateSearch(terms: terms, norm: .flat, hour: query.hour, article: query.article)
    }

    private func read(
        _ candidates: [CandidateSearch.Candidate], known: [ArticleID: TermVector],
        _ reader: IndexReader<some RelatedStore>
    ) throws -> [RankedArticle] {
        try candidates.compactMap { candidate in
            let vector = try known[candidate.entry.article] ?? reader.vector(of: candidate.entry.article)
            return vector.map { RankedArticle(entry: candidate.entry, vector: $0, score: 0, likeness: 0) }
        }
    }

    private func weigh(
        _ question: UnitVector, _ answers: [RankedArticle], _ reader: inout IndexReader<some RelatedStore>
    ) throws -> [RankedArticle] {
        var weights: UnitVector = []
        for (number, weight) in question {
            weights.append((number, weight * TermWeight.flat(try reader.rarity(of: number))))
        }
        return answers.map { answer in
            var weighed = answer
            weighed.likeness = min(1, Self.product(weights, answer.vector) / Double(answer.entry.flatNorm))
            weighed.score = weighed.likeness * TimeCurve.weight(query.hour, answer.entry.hour)
            return weighed
        }.sorted(by: RankedArticle.isBetter)
    }

    /// The likeness shown is that to the question itself, not to the enriched one.
    private func withLikeness(
        of question: UnitVector, _ answers: [RankedArticle], _ reader: inout IndexReader<some RelatedStore>
    ) throws -> [RankedArticle] {
        let plain = try weigh(question, answers, &reader)
        let likeness = Dictionary(plain.map { ($0.entry.article, $0.likeness) }) { first, _ in first }
        return answers.map { answer in
            var answer = answer
            answer.likeness = likeness[answer.entry.article] ?? 0
            return answer
        }
    }

    private func enrich(
        _ question: UnitVector, by answers: [RankedArticle], _ reader: inout IndexReader<some RelatedStore>
    ) throws -> UnitVector? {
        let lenders = answers.prefix(Self.lenders).filter { $0.score >= Self.lendingScore }
        let total = lenders.reduce(0) { $0 + $1.score }
        guard total > 0 else { return nil }
        var sums: [UInt32: Double] = [:]
        for (number, weight) in question { sums[number, default: 0] += weight * (1 - Self.lentShare) }
        for lender in lenders {
            let share = Self.lentShare * lender.score / total / Double(lender.entry.flatNorm)
            for entry in lender.vector.entries {
                let rarity = TermWeight.flat(try reader.rarity(of: entry.term))
                sums[entry.term, default: 0] += share * TermWeight.ofFrequency[Int(entry.frequency)] * rarity
            }
        }
        var enriched: UnitVector = sums.map { ($0.key, $0.value) }
        enriched.sort { $0.number < $1.number }
        Self.normalise(&enriched)
        return enriched
    }

    private static func product(_ weights: UnitVector, _ vector: TermVector) -> Double {
        var sum = 0.0
        var index = 0
        for entry in vector.entries {
            while index < weights.count, weights[index].number < entry.term { index += 1 }
            guard index < weights.count else { break }
            if weights[index].number == entry.term {
                sum += weights[index].weight * TermWeight.ofFrequency[Int(entry.frequency)]
            }
        }
        return sum
    }

    private static func normalise(_ vector: inout UnitVector) {
        let norm = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        guard norm > 0 else { return }
        for index in vector.indices { vector[index].weight /= norm }
    }
}
