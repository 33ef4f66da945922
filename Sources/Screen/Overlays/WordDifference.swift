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

    /// Words that are compared one by one, both texts together: the time and the room it takes grow with their square.
    private static let mostCompared = 2_000

    /// The runs, in the order of reading; what was taken away stands before what came for it.
    static func runs(from old: String, to new: String) -> [Run] {
        var before = old.split(whereSeparator: \.isWhitespace)[...]
        var after = new.split(whereSeparator: \.isWhitespace)[...]
        var runs: [Run] = []
        while let first = before.first, first == after.first {
            append(first, .same, to: &runs)
            before = before.dropFirst()
            after = after.dropFirst()
        }
        var end: [Substring] = []
        while let last = before.last, last == after.last {
            end.append(last)
            before = before.dropLast()
            after = after.dropLast()
        }
        if before.count + after.count <= mostCompared {
            compare(Array(before), Array(after), into: &runs)
        } else {
            for word in before { append(word, .removed, to: &runs) }
            for word in after { append(word, .added, to: &runs) }
        }
        for word in end.reversed() { append(word, .same, to: &runs) }
        return runs
    }

    private static func compare(_ before: [Substring], _ after: [Substring], into runs: inout [Run]) {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var place = 0
        for (index, word) in before.enumerated() {
            if removed.contains(index) {
                append(word, .removed, to: &runs)
                continue
            }
            while place < after.count, added.contains(place) {
                append(after[place], .added, to: &runs)
                place += 1
            }
            append(word, .same, to: &runs)
            place += 1
        }
        for word in after.dropFirst(place) { append(word, .added, to: &runs) }
    }

    private static func append(_ word: Substring, _ kind: Kind, to runs: inout [Run]) {
        if let last = runs.last, last.kind == kind {
            runs[runs.count - 1].text += " " + word
        } else {
            runs.append(Run(text: String(word), kind: kind))
        }
    }
}
