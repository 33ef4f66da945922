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
    /// A name says more than a word.
    static let nameFactor = 3.0

    func find() -> [String] {
        var chosen: [Candidate] = []
        var used: Set<UInt64> = []
        for candidate in candidates() where chosen.count < Self.most {
            guard used.isDisjoint(with: candidate.keys), occursInHit(candidate) else { continue }
            used.formUnion(candidate.keys)
            chosen.append(candidate)
        }
        return chosen.map(\.text)
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
        if let known = found[text.lowercased()], known.text <= text { return }
        var weight = 0.0
        for word in words {
            let rarity = rarity[word.key] ?? 0
            let shared =
                TermWeight.ofFrequency[min(query.frequencies[word.key] ?? 1, 15)]
                * TermWeight.ofFrequency[min(hit.frequencies[word.key] ?? 1, 15)]
            weight += rarity * rarity * shared
        }
        if words.allSatisfy({ isName($0) }) { weight *= Self.nameFactor }
        found[text.lowercased()] = Candidate(text: text, keys: words.map(\.key), weight: weight)
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
