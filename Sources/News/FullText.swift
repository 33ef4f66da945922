/// The text of an article as its page has it, kept beside what the feed gave.
public struct FullText: Sendable, Hashable {
    /// The article with all parts that the page has.
    public var article: Article
    /// What has to be said of it.
    public var notes: FullTextNotes

    /// A full text.
    public init(article: Article, notes: FullTextNotes = FullTextNotes()) {
        self.article = article
        self.notes = notes
    }
}

/// What has to be said of a full text.
public struct FullTextNotes: Sendable, Hashable, Codable {
    /// How many pages it was put together from.
    public var pages: Int
    /// Whether the page shows only the beginning to those who do not pay.
    public var isPaywalled: Bool
    /// Whether it goes on, on pages that could not be fetched.
    public var isIncomplete: Bool

    /// Notes.
    public init(pages: Int = 1, isPaywalled: Bool = false, isIncomplete: Bool = false) {
        self.pages = pages
        self.isPaywalled = isPaywalled
        self.isIncomplete = isIncomplete
    }

    /// The notes in a sentence each.
    public var sentences: [String] {
        var sentences: [String] = []
        if isPaywalled { sentences.append("the page shows only its beginning: subscribers only") }
        if isIncomplete {
            sentences.append("the article goes on, but page \(pages + 1) could not be fetched")
        } else if pages > 1 {
            sentences.append("put together from \(pages) pages")
        }
        return sentences
    }
}

/// What came of asking for an article's page, and its text where one was found.
public struct KeptPage: Sendable, Hashable {
    /// When it was asked for last.
    public var fetched: Timestamp
    /// Why that gave nothing, if so; a text of an earlier time stays.
    public var trouble: Line?
    /// The text.
    public var text: FullText?
    /// Whether the text is read and searched in place of the feed's: not where the page has less.
    public var stands: Bool
    /// The version of the extractor that found the text.
    public var extractor: Int

    /// A page.
    public init(
        fetched: Timestamp, trouble: Line? = nil, text: FullText? = nil, stands: Bool = false,
        extractor: Int = 0
    ) {
        self.fetched = fetched
        self.trouble = trouble
        self.text = text
        self.stands = stands
        self.extractor = extractor
    }
}
