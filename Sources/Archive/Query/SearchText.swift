/// Text as the full-text index takes it, and words as it is asked for them.
///
/// SQLite's tokenizer takes a run of Chinese, Japanese or Korean letters for one word, in which nothing can be found;
/// such runs are therefore given to it as overlapping pairs, and asked for as phrases of pairs.
enum SearchText {
    /// The text with East Asian runs taken apart into pairs.
    static func indexable(_ text: String) -> String {
        // The first letter that is paired, U+3040, begins with this byte.
        guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isPaired = isPaired(scalar)
            if let left = previous {
                if isPaired { result.append(contentsOf: [left, scalar, " "]) }
                if !isPaired {
                    result.append(contentsOf: [left, " "])
                    result.append(scalar)
                }
            } else if !isPaired {
                result.append(scalar)
            } else {
                result.append(" ")
            }
            previous = isPaired ? scalar : nil
        }
        if let previous { result.append(previous) }
        return String(result)
    }

    /// An FTS5 expression for a term; nothing when the term has no word in it.
    static func expression(for term: SearchTerm) -> String? {
        let words = phraseText(term.words)
        guard
            words.unicodeScalars.contains(where: {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            })
        else { return nil }
        // A lone East Asian letter stands as the first of many pairs, or as the last letter of its run.
        let isLone =
            term.words.unicodeScalars.count == 1 && term.words.unicodeScalars.contains(where: isPaired)
        // FTS5 reads its expression up to the first zero, and then misses the quotation mark that closes.
        let safe = words.replacing("\"", with: "\"\"").replacing("\0", with: " ")
        let quoted = "\"" + safe + "\"" + (term.isPrefix || isLone ? "*" : "")
        return term.column.map { "{\($0.rawValue)} : \(quoted)" } ?? quoted
    }

    /// Pairs only: in a phrase the last letter by itself would never follow its pair.
    private static func phraseText(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)
        guard scalars.contains(where: isPaired) else { return words }
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard isPaired(scalar) else {
                result.append(scalar)
                continue
            }
            let hasRight = index + 1 < scalars.count && isPaired(scalars[index + 1])
            let hasLeft = index > 0 && isPaired(scalars[index - 1])
            if hasRight { result.append(contentsOf: [" ", scalar, scalars[index + 1], " "]) }
            if !hasRight && !hasLeft { result.append(contentsOf: [" ", scalar, " "]) }
        }
        return String(result)
    }

    private static func isPaired(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
            0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
