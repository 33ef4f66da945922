import News

/// A document's words in reading order, as reasons need them: with their written form and their neighbours.
struct ReadText {
    /// One word where it stands.
    struct Word {
        var key: UInt64
        /// The word as written.
        var surface: String
        /// The same in lower case, for comparing.
        var form: String
        var start: Int
        var end: Int
        var isCapitalised: Bool
        var isPair: Bool
    }

    let words: [Word]
    /// Headline and text as bytes.
    let bytes: [UInt8]

    /// How often each term occurs.
    let frequencies: [UInt64: Int]
    /// The written forms.
    let forms: Set<String>
    /// Forms that stand with a capital within a sentence, and forms that stand without.
    let capitalised: Set<String>
    let uncapitalised: Set<String>
    /// What was read, in lower case.
    let lowercased: String

    init(_ document: RelatedDocument) {
        // The line break keeps the last word of a headline from the first of the text.
        let bytes = Array(document.title.utf8) + [0x0A] + Array(document.text.utf8)
        var tokenizer = Tokenizer(bytes: bytes)
        var words: [Word] = []
        var frequencies: [UInt64: Int] = [:]
        var forms: Set<String> = []
        while words.count < Limits.wordsForReasons, let token = tokenizer.next() {
            let surface = tokenizer.surface(token)
            let form = surface.lowercased()
            words.append(
                Word(
                    key: token.key, surface: surface, form: form, start: token.start, end: token.end,
                    isCapitalised: token.isCapitalised, isPair: token.isPair))
            frequencies[token.key, default: 0] += 1
            forms.insert(form)
        }
        self.bytes = bytes
        self.words = words
        self.frequencies = frequencies
        self.forms = forms
        uncapitalised = Set(words.lazy.filter { !$0.isCapitalised }.map(\.form))
        capitalised = Self.capitalisedWithin(words, bytes)
        lowercased = String(decoding: bytes[..<(words.last?.end ?? 0)], as: UTF8.self).lowercased()
    }

    /// A capital after a full stop says nothing.
    private static func capitalisedWithin(_ words: [Word], _ bytes: [UInt8]) -> Set<String> {
        var forms: Set<String> = []
        for (before, word) in zip(words, words.dropFirst()) where word.isCapitalised {
            if word.start == before.end + 1, bytes[before.end] == 0x20 { forms.insert(word.form) }
        }
        return forms
    }

    /// Whether a word follows the one before it directly: with one space or a hyphen between, or sharing a letter.
    func follows(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (before, word) = (words[index - 1], words[index])
        if before.isPair && word.isPair { return word.start < before.end }
        guard !before.isPair, !word.isPair, word.start == before.end + 1 else { return false }
        return bytes[before.end] == 0x20 || bytes[before.end] == 0x2D
    }

    /// Neighbours, as two forms with a space between.
    func neighbours() -> Set<String> {
        var pairs: Set<String> = []
        for index in words.indices where follows(index) && pairs.count < Limits.phrasesForReasons {
            pairs.insert(words[index - 1].form + " " + words[index].form)
        }
        return pairs
    }
}
