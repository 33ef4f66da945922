/// What changed between two texts, word by word.
enum WordDifference {
    /// What became of words.
    enum Kind: Sendable {
        case same
        case added
        case removed
    }

    /// Words side by side with the same fate.
    struct Run: Sendable, Equatable {
        var text: String
        var kind: Kind
    }

    /// Words that are compared at most; of the rest only whether it is the same is told.
    private static let mostWords = 6_000

    /// The runs, in the order of reading; what was taken away stands before what came for it.
    static func runs(from old: String, to new: String) -> [Run] {
        let before = old.split(whereSeparator: \.isWhitespace).prefix(mostWords)
        let after = new.split(whereSeparator: \.isWhitespace).prefix(mostWords)
        let difference = Array(after).difference(from: Array(before))
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var runs: [Run] = []
        var place = after.startIndex
        for (index, word) in before.enumerated() {
            if removed.contains(index) {
                append(word, .removed, to: &runs)
                continue
            }
            while place < after.endIndex, added.contains(place) {
                append(after[place], .added, to: &runs)
                place += 1
            }
            append(word, .same, to: &runs)
            place += 1
        }
        while place < after.endIndex {
            append(after[place], added.contains(place) ? .added : .same, to: &runs)
            place += 1
        }
        return runs
    }

    private static func append(_ word: Substring, _ kind: Kind, to runs: inout [Run]) {
        if let last = runs.last, last.kind == kind {
            runs[runs.count - 1].text += " " + word
        } else {
            runs.append(Run(text: String(word), kind: kind))
        }
    }
}
