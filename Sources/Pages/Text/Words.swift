/// The words of a text in lower case, for comparing texts: one number a word, and their letters without spaces.
struct Words: Sendable, Equatable {
    /// A digest of each word, in order.
    private(set) var digests: [UInt64] = []
    /// The letters of all words, joined.
    private(set) var letters: [UInt8] = []

    init(_ text: String) { self.init(Array(text.utf8)[...]) }

    init(_ bytes: ArraySlice<UInt8>) {
        letters.reserveCapacity(bytes.count)
        var digest = Words.seed
        var isOpen = false
        for scalar in ScalarReader(bytes) {
            if scalar == 0xAD { continue }
            guard LetterClass.isWord(scalar) else {
                if isOpen { digests.append(digest) }
                isOpen = false
                continue
            }
            let stands = LetterClass.isIdeograph(scalar)
            if isOpen && stands { digests.append(digest) }
            if !isOpen || stands { digest = Words.seed }
            let lower = LetterClass.lowered(scalar)
            digest = (digest ^ UInt64(lower)) &* 0x100_0000_01B3
            letters.append(scalar: lower)
            if stands { digests.append(digest) }
            isOpen = !stands
        }
        if isOpen { digests.append(digest) }
    }

    var count: Int { digests.count }
    var isEmpty: Bool { digests.isEmpty }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// How alike two texts are, 0 to 1: twice the words they share, by all words (Dice).
    func likeness(to other: Words) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        var counts: [UInt64: Int] = [:]
        for word in digests { counts[word, default: 0] += 1 }
        var shared = 0
        for word in other.digests {
            if let left = counts[word], left > 0 {
                shared += 1
                counts[word] = left - 1
            }
        }
        return 2 * Double(shared) / Double(count + other.count)
    }

    /// The share of the shorter text's different words that the other has too, 0 to 1.
    func overlap(with other: Words) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        let mine = Set(digests)
        let theirs = Set(other.digests)
        return Double(mine.intersection(theirs).count) / Double(min(mine.count, theirs.count))
    }

    /// Whether the letters of another text stand in this one's, side by side.
    func contains(_ other: Words) -> Bool { letters.contains(run: other.letters) }

    /// Digests of every three words that stand side by side.
    var triples: [UInt64] {
        guard count >= 3 else { return [] }
        return (0..<(count - 2)).map { index in
            let pair = digests[index] &* 31 &+ digests[index + 1]
            return pair &* 1_000_003 &+ digests[index + 2]
        }
    }
}

extension [UInt8] {
    /// Whether `run` stands somewhere in these bytes (Knuth, Morris, Pratt: linear whatever is in them).
    func contains(run: [UInt8]) -> Bool {
        guard !run.isEmpty else { return true }
        guard run.count <= count else { return false }
        var fallback = [Int](repeating: 0, count: run.count)
        var matched = 0
        for index in run.indices.dropFirst() {
            while matched > 0, run[index] != run[matched] { matched = fallback[matched - 1] }
            if run[index] == run[matched] { matched += 1 }
            fallback[index] = matched
        }
        matched = 0
        for byte in self {
            while matched > 0, byte != run[matched] { matched = fallback[matched - 1] }
            if byte == run[matched] { matched += 1 }
            if matched == run.count { return true }
        }
        return false
    }
}
