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
    /// Words of links to all that an author wrote.
    private static let collections = [
        "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "alles von", "ein artikel von",
        "artikel von", "view all posts by", "all posts by", "posts by", "all articles by", "articles by",
        "more by",
        "more from", "all stories by", "stories by", "ver todas las noticias de", "tous les articles de",
        "contenuti di", "a cura di", "powered by",
    ]
    private static let collectionEnds = [
        "alle artikel", "alle beiträge", "all posts", "all articles", "zur autorenseite", "zum profil",
        "follow",
    ]
    /// Words that begin a date behind a name.
    private static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag",
        "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mon", "tue", "tues", "wed", "thu", "thur",
        "thurs", "fri", "sat", "sun",
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

    /// Whether a line says only that a name follows: “Written by”.
    static func introduces(_ line: String) -> Bool {
        let words = words(line).map { $0.lowercased().trimmed(of: ":") }
        guard let last = words.last, words.count <= 2 else { return false }
        if words.count == 1 {
            return introductions.contains(last) && last != "de" && last != "text" && last != "da"
        }
        return deeds.contains(words[0]) && introductions.contains(last)
    }

    /// The name in a byline: without “by”, addresses, dates and what stands behind a bar.
    static func cleaned(_ line: String) -> String {
        var words = words(withoutCollections(line))
        words.removeAll { $0.contains("@") || $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        words.removeFirst(introduction(words))
        var kept: [Substring] = []
        for (index, word) in words.enumerated() {
            if endsName(word, next: index + 1 < words.count ? words[index + 1] : nil), !kept.isEmpty { break }
            if word.first == "(" {
                guard kept.isEmpty else { break }
                continue
            }
            if let parenthesis = word.firstIndex(of: "("), !kept.isEmpty {
                kept.append(word[..<parenthesis])
                break
            }
            kept.append(word)
            if word.last == ",", index + 1 < words.count,
                words[(index + 1)...].prefix(3).contains(where: isPost)
            {
                break
            }
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
        if name.contains("www.") || name.hasPrefix("{") || name.hasPrefix("%") { return false }
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

    /// Without “all posts by” before the name and behind it.
    private static func withoutCollections(_ line: String) -> String {
        let line = LineText.collapsed(line)
        let lower = line.lowercased()
        guard lower.count == line.count else { return line }
        for start in collections where lower.hasPrefix(start + " ") {
            return String(line.dropFirst(start.count))
        }
        for end in collectionEnds where lower.hasSuffix(" " + end) {
            return String(line.dropLast(end.count))
        }
        return line
    }

    /// Whether a name may be one that people have: some words, each with a capital, no marks.
    static func looksPersonal(_ name: String) -> Bool {
        let parts = name.split(separator: " ")
        guard (2...5).contains(parts.count), name.count <= 50,
            !name.contains(where: { $0.isNumber || "|:;?!/<>()".contains($0) })
        else { return false }
        let particles: Set<Substring> = [
            "de", "da", "van", "von", "der", "den", "la", "le", "bin", "al", "di", "el", "del", "and", "und",
            "dos",
        ]
        return parts.allSatisfy { particles.contains($0) || $0.first?.isUppercase == true }
            && parts.contains { $0.count > 2 }
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

    /// Whether a word names what somebody does: “Staff Writer”.
    private static func isPost(_ word: Substring) -> Bool {
        [
            "writer", "reporter", "correspondent", "editor", "journalist", "columnist", "contributor",
            "redakteur",
            "redakteurin", "korrespondent", "korrespondentin", "staff", "producer",
        ].contains(word.lowercased().trimmed(of: ",.;"))
    }

    private static func endsName(_ word: Substring, next: Substring?) -> Bool {
        if ["|", "•", "·", "–", "—", "/", "//"].contains(word) { return true }
        let first = word.first
        if let first, first.isASCII, first.isNumber { return true }
        let plain = word.lowercased().trimmed(of: ",:;.")
        if let first = next?.first, first.isASCII, first.isNumber,
            MonthTable.isMonth(plain) || days.contains(plain)
        {
            return true
        }
        guard ends.contains(plain) else { return false }
        if [
            "updated", "published", "posted", "last", "aktualisiert", "veröffentlicht", "publié",
            "actualizado",
        ]
        .contains(plain) {
            return true
        }
        return next?.first?.isNumber == true || days.contains(next?.lowercased().trimmed(of: ",") ?? "")
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
