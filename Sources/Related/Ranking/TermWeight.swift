import Glibc

/// What a term weighs: the rarer in the archive and the more frequent in the article, the more.
enum TermWeight {
    /// The exponent of rarity for short items: a headline's few words have to be taken more evenly.
    static let flatness = 0.4

    /// Rarity of a term in so many of the archive's articles (the idf of BM25, never negative).
    static func rarity(count: UInt32, documents: Int) -> Double {
        let total = Double(max(documents, Int(count)))
        let count = Double(count)
        return log(1 + (total - count + 0.5) / (count + 0.5))
    }

    /// The flatter rarity of short items.
    static func flat(_ rarity: Double) -> Double { pow(rarity, flatness) }

    /// 1 + ln of the occurrences, by occurrences.
    static let ofFrequency: [Double] = [0] + (1...15).map { 1 + log(Double($0)) }
}
