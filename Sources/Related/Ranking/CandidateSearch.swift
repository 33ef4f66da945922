import News

/// The first stage: the articles that share the most telling terms, time taken into account.
struct CandidateSearch {
    /// A term to look for.
    struct Term {
        var number: UInt32
        /// What one occurrence adds, before the weight of the frequency.
        var weight: Double
        /// What decides whether it is among the few that are looked for.
        var importance: Double
    }

    /// Which of the two lengths of an article its sum is divided by.
    enum Norm {
        case pivoted(mean: Double)
        case flat
    }

    /// An article found.
    struct Candidate {
        var entry: Roster.Entry
        var score: Double
    }

    var terms: [Term]
    var norm: Norm
    var hour: Int32?
    var article: ArticleID?

    /// The share of the mean in a pivoted norm.
    static let pivot = 0.3

    /// The best candidates, best first, without the article itself.
    func run(_ reader: IndexReader<some RelatedStore>, _ heads: SegmentHeads) throws -> [Candidate] {
        let wanted = terms.sorted { ($0.importance, $1.number) > ($1.importance, $0.number) }
            .prefix(Limits.searchedTerms).sorted { $0.number < $1.number }
        var best = CandidateList(limit: Limits.candidates)
        for segment in reader.ledger.segments {
            guard let head = heads[segment] else { continue }
            let sums = try sums(of: wanted, segment, head, reader.store)
            collect(sums, head.roster, into: &best)
        }
        return best.sorted()
    }

    private func sums(
        of terms: [Term], _ segment: Ledger.Segment, _ head: SegmentHead, _ store: some RelatedStore
    ) throws -> [Float] {
        var sums = [Float](repeating: 0, count: head.roster.count)
        var cursor = SegmentCursor(segment, firstTerms: head.firstTerms)
        for term in terms where try cursor.seek(term.number, in: store) {
            guard var postings = cursor.postings else { continue }
            let weights = TermWeight.ofFrequency.map { Float($0 * term.weight) }
            while let (document, frequency) = postings.read(), document < sums.count {
                sums[document] += weights[frequency]
            }
        }
        return sums
    }

    private func collect(_ sums: [Float], _ roster: [Roster.Entry], into best: inout CandidateList) {
        for index in sums.indices where sums[index] > 0 {
            let entry = roster[index]
            let untimed = Double(sums[index]) / norm.of(entry)
            // Time only takes away.
            guard untimed > best.threshold, entry.article != article else { continue }
            best.insert(Candidate(entry: entry, score: untimed * TimeCurve.weight(hour, entry.hour)))
        }
    }
}

extension CandidateSearch.Norm {
    @inline(__always)
    func of(_ entry: Roster.Entry) -> Double {
        switch self {
        case .pivoted(let mean):
            CandidateSearch.pivot * mean + (1 - CandidateSearch.pivot) * Double(entry.norm)
        case .flat: Double(entry.flatNorm)
        }
    }
}

/// The best few of many candidates: collects, and throws the lesser half away now and then.
struct CandidateList {
    let limit: Int
    private(set) var threshold = 0.0
    private var items: [CandidateSearch.Candidate] = []

    init(limit: Int) {
        self.limit = limit
        items.reserveCapacity(limit * 4)
    }

    mutating func insert(_ candidate: CandidateSearch.Candidate) {
        guard candidate.score > threshold else { return }
        items.append(candidate)
        if items.count >= limit * 4 { prune() }
    }

    /// Best first, an article once, older numbers first among equals.
    mutating func sorted() -> [CandidateSearch.Candidate] {
        prune()
        return items
    }

    private mutating func prune() {
        items.sort { ($0.score, $1.entry.article) > ($1.score, $0.entry.article) }
        var seen: Set<ArticleID> = []
        items = Array(items.filter { seen.insert($0.entry.article).inserted }.prefix(limit))
        if items.count == limit, let last = items.last { threshold = last.score }
    }
}
