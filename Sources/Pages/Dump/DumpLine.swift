import News

/// A line of a page-text dump and what it can be.
struct DumpLine: Sendable {
    let text: String
    let words: Words
    let count: Int
    /// Ends as sentences end.
    let endsSentence: Bool
    /// Something in it ends a sentence.
    let hasSentence: Bool

    init(_ raw: some StringProtocol) {
        text = Line(raw).text
        let bytes = Array(text.utf8)
        words = Words(text)
        count = text.unicodeScalars.count
        hasSentence = LineText.hasSentence(bytes[...])
        endsSentence = DumpLine.ends(text)
    }

    /// A paragraph of running text.
    var isParagraph: Bool { hasSentence && count >= 100 && words.count >= 12 }

    /// Short enough for a title, and not a sentence of running text.
    var isTitleLike: Bool {
        words.count >= 2 && count <= 200 && !(endsSentence && text.last == "." && count > 90)
    }

    /// A line that is only there to be clicked, or says who owns the page.
    var isPromotion: Bool { count < 260 && PromotionPhrases.shared.begin(Array(text.utf8)[...]) }

    /// An address and nothing else.
    var isAddress: Bool { !text.contains(" ") && (text.hasPrefix("http") || text.hasPrefix("www.")) }

    private static func ends(_ text: String) -> Bool {
        let closed = text.trimmed(of: "\"”’»)] ")
        guard let last = closed.unicodeScalars.last else { return false }
        return LetterClass.endsSentence(last.value)
    }

    // MARK: Dates and names

    /// A line that dates the article, and hardly says anything else.
    var isDated: Bool {
        guard count <= 140, words.count <= 22, PageDate.find(in: text) != nil else { return false }
        if DumpPhrases.dated(text) || isByline { return true }
        return words.count <= 10 && !(endsSentence && text.last == "." && !text.hasSuffix("m."))
    }

    /// “By Somebody”.
    var isByline: Bool {
        guard count <= 120, PersonName.isIntroduced(text) else { return false }
        let name = PersonName.cleaned(text)
        return PersonName.isPlausible(name) && name.first?.isUppercase == true && words.count <= 20
            && !(text.last == "." && words.count > 8)
    }

    /// A person's name and nothing else: two to four words, each with a capital.
    var isName: Bool {
        let parts = text.split(separator: " ")
        guard (2...4).contains(parts.count), count <= 40, !text.contains(where: \.isNumber) else {
            return false
        }
        let particles: Set<Substring> = [
            "de", "da", "van", "von", "der", "den", "la", "le", "bin", "al", "di", "el",
        ]
        return parts.allSatisfy { particles.contains($0) || $0.first?.isUppercase == true }
            && !text.contains(where: { "?!:;|›>".contains($0) })
    }
}
