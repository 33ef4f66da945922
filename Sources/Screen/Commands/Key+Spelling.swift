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
        // The table of commands is read at each start, and most of it is letters.
        if word.utf8.count < 2 { return try letters(word) }
        if let key = named(word) { return [key] }
        if word.first == "F", let number = Int(word.dropFirst()), (1...24).contains(number) {
            return [.function(number)]
        }
        if word.utf8.count < 3 { return try letters(word) }
        if word.hasPrefix("Ctrl-"), let letter = word.last, word.count == 6 {
            return [.control(lowercased(letter))]
        }
        // Nobody types a name as a sequence by accident, but people write names in other cases.
        if let meant = (names + otherNames).first(where: { $0.lowercased() == word.lowercased() }) {
            throw .unknown(word, meant: meant)
        }
        let isLikeName = word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
        if word.count > 3, isLikeName || word.contains("-") { throw .unknown(word, meant: nil) }
        return try letters(word)
    }

    /// Whether a letter can be seen and does not melt into its neighbours, as marks would.
    private static func stands(_ letter: Character) -> Bool {
        letter.unicodeScalars.first != " " && DisplayWidth.of(String(letter)) > 0 && "a\(letter)a".count == 3
    }

    /// Letters one after another; `^` takes the next one with it.
    private static func letters(_ word: String) throws(Fault) -> [Key] {
        var keys: [Key] = []
        var isControl = false
        for letter in word {
            guard letter.isASCII || stands(letter) else { throw .unknown(word, meant: nil) }
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
    public static let names = [
        "Space", "Enter", "Esc", "Tab", "S-Tab", "Backspace", "Del", "Up", "Down", "Left", "Right", "PgUp",
        "PgDn", "Home", "End", "F1",
    ]

    private static let otherNames = ["Return", "Escape", "Shift-Tab", "Delete", "PageUp", "PageDown"]

    private static func named(_ word: String) -> Key? {
        switch word {
        case "Space": .character(" ")
        case "Enter", "Return": .enter
        case "Esc", "Escape": .escape
        case "Tab": .tab
        case "S-Tab", "Shift-Tab": .backTab
        case "Backspace": .backspace
        case "Del", "Delete": .delete
        case "Up": .up
        case "Down": .down
        case "Left": .left
        case "Right": .right
        case "PgUp", "PageUp": .pageUp
        case "PgDn", "PageDown": .pageDown
        case "Home": .home
        case "End": .end
        default: nil
        }
    }

    /// How the configuration writes keys, so that reading it gives the same ones.
    public static func text(of keys: [Key]) -> String {
        let words = keys.map { $0.label(.ascii) }
        let isPlain = words.allSatisfy { $0.utf8.count == 1 && $0 != "^" }
        return words.joined(separator: isPlain && words.count < 3 ? "" : " ")
    }
}

extension Key {
    /// A sequence as help and hints write it; with spaces where a name would run into its neighbours.
    static func label(of keys: [Key], _ glyphs: Glyphs) -> String {
        if keys.count == 1 { return keys[0].label(glyphs) }
        let words = keys.map { $0.label(glyphs) }
        return words.joined(separator: words.contains { $0.count > 2 } ? " " : "")
    }
}
