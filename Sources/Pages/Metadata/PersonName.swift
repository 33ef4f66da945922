/// Takes a name out of a byline, and knows what is none.
enum PersonName {
    /// Words before a name.
    private static let introductions: Set<String> = [
        "by", "von", "par", "por", "di", "av", "af", "door", "od", "przez", "da", "de", "autor", "autorin",
        "autore", "auteur", "author", "texto", "text", "redaktion",
    ]
    /// What may stand before such a word.
    private static let deeds: Set<String> = [
        "written", "posted", "words", "reported", "story", "text", "article", "submitted", "published",
        "reviewed", "photography", "foto", "interview",
    ]
    /// Words that end a name: what follows is a date or a place on the page.
    private static let ends: Set<String> = [
        "updated", "published", "posted", "last", "aktualisiert", "veröffentlicht", "publié", "actualizado",
        "am", "on", "at", "le", "vom", "el",
    ]
    /// Names of nobody.
    private static let nobody: Set<String> = [
        "no author", "the author", "author name", "by", "admin", "administrator", "editor", "editorial",
        "staff",
        "redaktion", "redacción", "redaccion", "author", "unknown", "none", "null", "guest", "user",
        "webmaster",
        "n/a",
    ]

    /// Whether a line begins as bylines do.
    static func isIntroduced(_ line: String) -> Bool { introduction(words(line)) > 0 }

    /// The name in a byline: without “by”, addresses, dates and what stands behind a bar.
    static func cleaned(_ line: String) -> String {
        var words = words(line)
        words.removeAll { $0.contains("@") || $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        words.removeFirst(introduction(words))
        var kept: [Substring] = []
        for (index, word) in words.enumerated() {
            if endsName(word, next: index + 1 < words.count ? words[index + 1] : nil), !kept.isEmpty { break }
            kept.append(word)
            if word.last == "|" || word.last == "•" || word.last == "·" { break }
        }
        return kept.joined(separator: " ").trimmed(of: " ,;:-–—|·•/.")
    }

    /// Whether a text may be somebody's name.
    static func isPlausible(_ name: String) -> Bool {
        guard !name.isEmpty, name.count <= 80, !name.lowercased().hasPrefix("http") else { return false }
        if name.contains("/"), !name.contains(" ") { return false }
        let scalars = Array(ScalarReader(Array(name.utf8)))
        guard scalars.contains(where: { LetterClass.isWord($0) && !LetterClass.isDigit($0) }) else {
            return false
        }
        return !nobody.contains(name.lowercased())
    }

    /// The names in a list of names.
    static func split(_ names: String) -> [String] {
        var result: [[Substring]] = [[]]
        for word in names.split(separator: " ") {
            if ["and", "&", "und", "et", "y", "e", "och", "og", "en"].contains(word.lowercased()) {
                result.append([])
            } else {
                result[result.count - 1].append(word)
            }
        }
        guard result.count > 1, result.allSatisfy({ $0.count >= 2 }) else { return [names] }
        let parts = result.map { $0.joined(separator: " ") }
        return parts.flatMap { $0.split(separator: ",").map { String($0).trimmed(of: " ,") } }
    }

    private static func words(_ line: String) -> [Substring] {
        LineText.collapsed(line).split(separator: " ")
    }

    /// How many words at the beginning introduce the name.
    private static func introduction(_ words: [Substring]) -> Int {
        func plain(_ index: Int) -> String { words[index].lowercased().trimmed(of: ":") }
        var index = 0
        if words.count > 1, deeds.contains(plain(0)), introductions.contains(plain(1)) { index = 1 }
        guard index < words.count, introductions.contains(plain(index)) else { return 0 }
        // “De Gaulle”, “Di Stefano”, “Da Silva” are names.
        if ["de", "di", "da", "av", "od"].contains(plain(index)), words[index].first?.isUppercase == true,
            words.count <= index + 2
        {
            return 0
        }
        index += 1
        if index < words.count, words[index] == ":" { index += 1 }
        return index
    }

    private static func endsName(_ word: Substring, next: Substring?) -> Bool {
        if ["|", "•", "·", "–", "—", "/", "//"].contains(word) { return true }
        let first = word.first
        if let first, first.isASCII, first.isNumber { return true }
        let plain = word.lowercased().trimmed(of: ",:;")
        guard ends.contains(plain) else { return false }
        if [
            "updated", "published", "posted", "last", "aktualisiert", "veröffentlicht", "publié",
            "actualizado",
        ]
        .contains(plain) {
            return true
        }
        return next?.first?.isNumber == true || next?.lowercased().hasSuffix("day") == true
    }
}

extension String {
    /// Without these characters at its ends.
    func trimmed(of characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
