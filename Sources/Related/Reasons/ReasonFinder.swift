import News

/// Finds the names and words that two texts share and that say the most about them.
struct ReasonFinder {
    /// A word or phrase that may be a reason.
    private struct Candidate {
        var text: String
        var keys: [UInt64]
        var weight: Double
    }

    let query: ReadText
    let hit: ReadText
    /// How rare each term is in the archive.
    let rarity: [UInt64: Double]
    /// Rarity below which a word says nothing by itself.
    let leastRarity: Double

    /// Reasons shown at most.
    static let most = 5
    /// Words of a phrase at most.
    static let longestPhrase = 4
    /// Letters in which forms of one word agree at least, and in which they differ at most.
    static let shortestStem = 4
    static let longestEnding = 3
    /// A name says more than a word.
    static let nameFactor = 3.0

    func find() -> [String] {
        var chosen: [Candidate] = []
        var used: Set<UInt64> = []
        for candidate in candidates() where chosen.count < Self.most {
            guard used.isDisjoint(with: candidate.keys), occursInHit(candidate) else { continue }
            guard !chosen.contains(where: { Self.areForms($0.text, candidate.text) }) else { continue }
            used.formUnion(candidate.keys)
            chosen.append(candidate)
        }
        return chosen.map(\.text)
    }

    /// Whether two words look like forms of one, as “Russia” and “Russian”.
    private static func areForms(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short.count >= shortestStem && long.count - short.count <= longestEnding
            && long.lowercased().hasPrefix(short.lowercased())
    }

    private func candidates() -> [Candidate] {
        var found: [String: Candidate] = [:]
        var index = 0
        let neighbours = hit.neighbours()
        while index < query.words.count {
            guard isTelling(index) else {
                index += 1
                continue
            }
            var end = index
            while end + 1 < query.words.count, end + 1 - index < Self.longestPhrase, isTelling(end + 1),
                query.follows(end + 1),
                neighbours.contains(query.words[end].form + " " + query.words[end + 1].form)
            { end += 1 }
            keep(index...end, in: &found)
            for single in index...end where end > index { keep(single...single, in: &found) }
            index = end + 1
        }
        return found.values.sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
    }

    private func isTelling(_ index: Int) -> Bool {
        let word = query.words[index]
        guard (rarity[word.key] ?? 0) >= leastRarity, hit.forms.contains(word.form) else { return false }
        let bytes = word.form.utf8
        if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return false }
        return word.isPair ? bytes.count > 4 : bytes.count > 2 || word.isCapitalised && bytes.count > 1
    }

    private func keep(_ range: ClosedRange<Int>, in found: inout [String: Candidate]) {
        let words = query.words[range]
        guard let first = words.first, let last = words.last else { return }
        let text = String(decoding: query.bytes[first.start..<last.end], as: UTF8.self)
        if let known = found[text.lowercased()], known.text >= text { return }
        // A word beside a name is part of it: “Bay” in “Kestrel Bay”, whatever it is elsewhere.
        let hasName = words.contains { isName($0) }
        let weight = words.reduce(0) { sum, word in
            sum + contribution(word) * (hasName && word.isCapitalised ? Self.nameFactor : 1)
        }
        found[text.lowercased()] = Candidate(text: text, keys: words.map(\.key), weight: weight)
    }

    /// What a word adds to the likeness of the two texts.
    private func contribution(_ word: ReadText.Word) -> Double {
        let rarity = rarity[word.key] ?? 0
        let inQuery = TermWeight.ofFrequency[min(query.frequencies[word.key] ?? 1, 15)]
        let inHit = TermWeight.ofFrequency[min(hit.frequencies[word.key] ?? 1, 15)]
        return rarity * rarity * inQuery * inHit
    }

    /// Whether a word is a name: with a capital within a sentence of either text, and never without.
    private func isName(_ word: ReadText.Word) -> Bool {
        word.isCapitalised
            && (query.capitalised.contains(word.form) || hit.capitalised.contains(word.form))
            && !query.uncapitalised.contains(word.form) && !hit.uncapitalised.contains(word.form)
    }

    /// The last word on it: the other text has these very letters, whatever their case.
    private func occursInHit(_ candidate: Candidate) -> Bool {
        if candidate.keys.count == 1 { return true }
        return hit.lowercased.contains(candidate.text.lowercased())
    }
}
