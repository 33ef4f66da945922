import News

/// An article as a question: its terms with their rarity in the archive of now.
struct SearchQuery {
    /// One term of the question.
    struct Term {
        var number: UInt32
        /// 1 + ln of its occurrences.
        var frequencyWeight: Double
        var count: UInt32
        var rarity: Double
        var isInTitle: Bool
        var isInText: Bool
        /// One of the small words of its language: it ranks, but is no sign of likeness.
        var isSmallWord = false
    }

    /// In the order of the numbers.
    var terms: [Term]
    /// Length of its weighted vector, terms unknown to the archive included.
    var norm: Double
    /// Whether it is a headline or a short item, which is answered in another way.
    var isShort: Bool
    var hour: Int32?
    /// Itself, which is no answer.
    var article: ArticleID?

    /// Words below which the rarity of words says too little about what an item is about.
    static let shortLength = 120
    /// Terms in more of the archive than this find everything.
    static let commonShare = 0.3
    /// Articles in which a term may occur in an archive too small for shares.
    static let commonCount = 50.0

    init(
        _ vector: TermVector, unknownTerms: [UInt8] = [], article: ArticleID?,
        _ reader: inout IndexReader<some RelatedStore>
    ) throws {
        let documents = reader.ledger.documents
        self.article = article
        hour = vector.hour
        isShort = vector.length < Self.shortLength
        terms = []
        terms.reserveCapacity(vector.entries.count)
        var squares = 0.0
        for entry in vector.entries {
            let count = try reader.count(of: entry.term)
            let term = Term(
                number: entry.term, frequencyWeight: TermWeight.ofFrequency[Int(entry.frequency)],
                count: count,
                rarity: TermWeight.rarity(count: count, documents: documents), isInTitle: entry.isInTitle,
                isInText: entry.isInText)
            squares += term.frequencyWeight * term.frequencyWeight * term.rarity * term.rarity
            terms.append(term)
        }
        let community = LanguageCommunity(
            zip(vector.entries, terms).map { (Int($0.frequency), $1.count) }, length: vector.length,
            documents: documents)
        for place in terms.indices { terms[place].isSmallWord = community.isSmallWord(terms[place].count) }
        let unseen = TermWeight.rarity(count: 0, documents: documents)
        for frequency in unknownTerms {
            let weight = TermWeight.ofFrequency[Int(frequency)] * unseen
            squares += weight * weight
        }
        norm = max(squares.squareRoot(), 0.001)
    }

    /// Whether a term can lead to another article without leading to all.
    static func isTelling(_ count: UInt32, documents: Int, isKept: Bool) -> Bool {
        count >= (isKept ? 2 : 1) && Double(count) <= max(commonShare * Double(documents), commonCount)
    }
}
