/// The part of the archive that is written in an article's language, as far as its own words tell.
///
/// In an archive of several languages the small words of a small one are rare: “der” stands in one of twenty articles, and
/// by rarity alone all German articles would be about the same. The words an article uses most are such words, so the
/// number of articles that have them tells how large its language is here; what is common in there says nothing.
struct LanguageCommunity {
    /// Articles in the language; nil where it is the archive's main language or too little is known.
    private let size: Double?

    /// Most frequent terms that are looked at.
    private static let looked = 12
    /// Terms of an article below which its frequencies say too little.
    private static let fewestWords = 120
    /// Languages with a larger share of the archive need no help: the bound on common terms holds for them.
    private static let mainShare = 0.3
    /// The smallest community that is believed.
    private static let smallest = 4.0
    /// Terms in so much of the community, and not in far more articles than it has, are its small words.
    private static let common = 0.3...1.5

    /// The community of an article.
    ///
    /// - Parameters:
    ///   - terms: How often each term stands in the article, and in how many articles of the archive.
    ///   - length: Words of the article.
    ///   - documents: Articles of the archive.
    init(_ terms: [(frequency: Int, count: UInt32)], length: Int, documents: Int) {
        guard length >= Self.fewestWords, terms.count > Self.looked else {
            size = nil
            return
        }
        // The lower quarter are what the article is about, the upper one may be words of other languages too.
        let counts = Self.countsOfMostFrequent(terms).sorted()
        let typical = Double(counts[Self.looked * 5 / 8])
        let isMinor = typical < Self.mainShare * Double(documents) && typical >= Self.smallest
        size = isMinor ? typical : nil
    }

    /// Whether a term that stands in so many articles is one of the language's small words.
    func isSmallWord(_ count: UInt32) -> Bool {
        guard let size else { return false }
        return Self.common.contains(Double(count) / size)
    }

    /// In how many articles the terms are that the article uses most; a few are picked, the rest need no order.
    private static func countsOfMostFrequent(_ terms: [(frequency: Int, count: UInt32)]) -> [UInt32] {
        var frequent: [(frequency: Int, count: UInt32)] = []
        for term in terms {
            if frequent.count == looked {
                guard let least = frequent.last, term > least else { continue }
                frequent.removeLast()
            }
            frequent.insert(term, at: frequent.firstIndex { $0 < term } ?? frequent.count)
        }
        return frequent.map(\.count)
    }
}
