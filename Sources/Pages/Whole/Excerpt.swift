import News

/// Tells whether a feed gave only the beginning of an article, or a word about it.
public enum Excerpt {
    /// Fewer letters than this are a summary, however they end.
    private static let summary = 280
    /// Up to so many letters, an ending that breaks off makes a beginning.
    private static let beginning = 4_000

    /// Whether a body is not the whole article.
    ///
    /// Letters that say as much as two count twice. What comes with a recording needs no text of its own.
    ///
    /// - Parameters:
    ///   - article: The article.
    ///   - text: Its body's plain text.
    /// - Returns: Whether there is more of it on its page.
    public static func isExcerpt(_ article: Article, text: String) -> Bool {
        guard article.address != nil, article.enclosures.isEmpty, text.utf8.count < 4 * beginning else {
            return false
        }
        var length = 0
        for scalar in text.unicodeScalars { length += LetterClass.isWide(scalar.value) ? 2 : 1 }
        if length < summary { return true }
        return length < beginning && breaksOff(text)
    }

    /// Whether a text ends in the middle, or with a link to its rest.
    static func breaksOff(_ text: String) -> Bool {
        let ending = LineText.collapsed(text.suffix(160)).lowercased()
        let bare = ending.trimmed(of: " )]}»›>→\"”’")
        if bare.hasSuffix("…") || bare.hasSuffix("...") || bare.hasSuffix("[&hellip;") { return true }
        let words = bare.trimmed(of: " .:…([{«‹")
        return promises.contains { words.hasSuffix($0) } || appended.contains { ending.contains($0) }
    }

    /// Links to the rest, as the last words.
    private static let promises = [
        "read more", "continue reading", "read the rest", "read the full story", "read full article",
        "read the full article", "read full story", "read the whole story", "full story",
        "keep reading", "read on",
        "view article", "weiterlesen", "mehr lesen", "zum artikel", "lire la suite", "lire plus",
        "en savoir plus", "leer más", "seguir leyendo", "leia mais", "continue lendo", "leggi tutto",
        "continua a leggere", "lees verder", "lees meer", "läs mer", "les mer", "læs mere", "lue lisää",
        "czytaj więcej", "číst dále", "читать далее", "читать дальше", "続きを読む", "阅读全文",
        "閱讀全文",
        "더보기",
    ]

    /// What blogs append to a beginning.
    private static let appended = [
        "continue reading \"", "continue reading “", "[…]", "[...]", "(more…)", "(more...)",
    ]
}
