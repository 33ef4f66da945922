import Canvas

/// Keys as people write them: `gg`, `^d`, `Space`, `g Enter`.
public enum KeySpelling {
    /// Why a text means no keys.
    public enum Fault: Error, Sendable, Hashable {
        /// There is nothing in it.
        case empty
        /// A word that looks like the name of a key and is none; the one that was meant, perhaps.
        case unknown(String, meant: String?)
    }

    /// What one text means, keys one after another: words with spaces between them, each a name or letters.
    ///
    /// - Throws: `Fault`.
    public static func keys(_ text: String) throws(Fault) -> [Key] {
        var keys: [Key] = []
        for word in text.split(separator: " ") { keys += try KeySpelling.keys(ofWord: String(word)) }
        guard !keys.isEmpty else { throw .empty }
        return keys
    }

    private static func keys(ofWord word: String) throws(Fault) -> [Key] {
        if let key = named[word] ?? otherNames[word] { return [key] }
        if word.first == "F", let number = Int(word.dropFirst()), (1...24).contains(number) {
            return [.function(number)]
        }
        if word.hasPrefix("Ctrl-"), let letter = word.last, word.count == 6 {
            return [.control(lowercased(letter))]
        }
        // Nobody types a name as a sequence by accident, but people write names in other cases.
        let all = Array(named.keys) + Array(otherNames.keys)
        if word.count > 2, let meant = all.first(where: { $0.lowercased() == word.lowercased() }) {
            throw .unknown(word, meant: meant)
        }
        let isLikeName = word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
        if word.count > 3, isLikeName || word.contains("-") { throw .unknown(word, meant: nil) }
        return letters(word)
    }

    /// Letters one after another; `^` takes the next one with it.
    private static func letters(_ word: String) -> [Key] {
        var keys: [Key] = []
        var isControl = false
        for letter in word {
            if isControl {
                keys.append(.control(lowercased(letter)))
                isControl = false
            } else if letter == "^" {
                isControl = true
            } else {
                keys.append(.character(letter))
            }
        }
        return isControl ? keys + [.character("^")] : keys
    }

    private static func lowercased(_ letter: Character) -> Character { letter.lowercased().first ?? letter }

    /// The names of keys that are no letters.
    public static var names: [String] { named.keys.sorted() + ["F1"] }

    private static let named: [String: Key] = [
        "Space": .character(" "), "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab,
        "Backspace": .backspace, "Del": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
        "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home, "End": .end,
    ]

    private static let otherNames: [String: Key] = [
        "Return": .enter, "Escape": .escape, "Shift-Tab": .backTab, "Delete": .delete, "PageUp": .pageUp,
        "PageDown": .pageDown,
    ]

    /// How the configuration writes keys, so that reading it gives the same ones.
    public static func text(of keys: [Key]) -> String {
        let words = keys.map { $0.label(.ascii) }
        let isPlain = words.allSatisfy { $0.count == 1 && $0 != "^" }
        return words.joined(separator: isPlain && words.count < 3 ? "" : " ")
    }
}

extension Key {
    /// A sequence as help and hints write it; with spaces where a name would run into its neighbours.
    static func label(of keys: [Key], _ glyphs: Glyphs) -> String {
        let words = keys.map { $0.label(glyphs) }
        return words.joined(separator: words.contains { $0.count > 2 } ? " " : "")
    }
}
