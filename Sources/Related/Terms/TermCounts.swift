/// The terms of one document and how often each occurs, headline and text taken together.
struct TermCounts {
    /// One term.
    struct Entry {
        var key: UInt64
        /// Occurrences, those in the headline four times, at most 15: more says nothing more, and fits four bits.
        var frequency: UInt8
        var isInTitle: Bool
    }

    /// Terms in the order of their keys.
    var entries: [Entry] = []
    /// Words of the document; tells headlines and short items from articles.
    var length = 0

    static let titleWeight = 4
    static let highestFrequency = 15

    init(title: String, text: String) {
        var occurrences = Self.keys(in: title, limit: Limits.wordsPerDocument).map { $0 << 1 | 1 }
        let titleCount = occurrences.count
        for key in Self.keys(in: text, limit: Limits.wordsPerDocument - titleCount) {
            occurrences.append(key << 1)
        }
        occurrences.sort()
        var textCount = occurrences.count - titleCount
        var index = 0
        while index < occurrences.count {
            let key = occurrences[index] >> 1
            var frequency = 0
            var isInTitle = false
            while index < occurrences.count, occurrences[index] >> 1 == key {
                let inTitle = occurrences[index] & 1 == 1
                isInTitle = isInTitle || inTitle
                frequency += inTitle ? Self.titleWeight : 1
                index += 1
            }
            if isInTitle { textCount += 1 }
            let capped = UInt8(min(frequency, Self.highestFrequency))
            entries.append(Entry(key: key, frequency: capped, isInTitle: isInTitle))
        }
        length = textCount
        dropRarest()
    }

    private mutating func dropRarest() {
        guard entries.count > Limits.termsPerDocument else { return }
        let kept = entries.sorted { ($0.frequency, $1.key) > ($1.frequency, $0.key) }
        entries = kept.prefix(Limits.termsPerDocument).sorted { $0.key < $1.key }
    }

    private static func keys(in text: String, limit: Int) -> [UInt64] {
        var tokenizer = Tokenizer(text)
        var keys: [UInt64] = []
        keys.reserveCapacity(min(limit, text.utf8.count / 6 + 4))
        while keys.count < limit, let token = tokenizer.next() { keys.append(token.key) }
        return keys
    }
}
