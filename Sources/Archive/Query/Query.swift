import News

/// A question to the archive: words, fields, `and`, `or`, `not` and brackets.
public indirect enum Query: Sendable, Hashable {
    /// Everything.
    case everything
    /// Both.
    case and(Query, Query)
    /// At least one.
    case or(Query, Query)
    /// Not that.
    case not(Query)
    /// Words that occur, in one column of the full text or in any.
    case text(SearchTerm)
    /// The publication's name holds these letters.
    case source(String)
    /// In a section or category of this name.
    case section(String)
    /// Articles with a tag.
    case tag(Tag)
    /// Articles of one story.
    case story(Int64)
    /// Appeared before a moment.
    case before(Timestamp)
    /// Appeared at or after a moment.
    case after(Timestamp)
    /// One of the states that `is:` knows.
    case `is`(State)
    /// Files come with it.
    case hasEnclosure
    /// A full text of it is held.
    case hasFullText

    /// What `is:` knows.
    public enum State: String, Sendable, CaseIterable {
        /// Not read.
        case unread
        /// Read.
        case read
        /// Starred.
        case starred
        /// Changed by its source since it arrived.
        case edited
    }
}

/// A word, a beginning of a word, or a phrase to look for in the full text.
public struct SearchTerm: Sendable, Hashable {
    /// A column of the full text.
    public enum Column: String, Sendable {
        /// The headline.
        case title
        /// Who wrote it.
        case byline
    }

    /// The words, in order.
    public var words: String
    /// Whether the last word may go on.
    public var isPrefix: Bool
    /// Where to look; everywhere when nil.
    public var column: Column?

    /// A term.
    public init(words: String, isPrefix: Bool = false, column: Column? = nil) {
        self.words = words
        self.isPrefix = isPrefix
        self.column = column
    }
}
