import Canvas
import Library
import News

/// What happens to the screen: a person's input, or the answer to an effect.
public enum ScreenEvent: Sendable {
    /// A key, a click, a new size.
    case input(Input)
    /// The clock moved on.
    case clock(Timestamp)
    /// Rows of a list.
    case rows(ListRequest, [Listing])
    /// How long a list is.
    case counted(ListScope, all: Int, unread: Int)
    /// An article to read; nothing when it is not there any more.
    case opened(ArticleID, Reading?)
    /// What else there is to an article.
    case related(ArticleID, RelatedNews)
    /// Marks that are on the disk now.
    case marked([ArticleID], MarkChange)
    /// The sources and their counts.
    case sources([Source])
    /// Articles that came into the indexes since the last word.
    case indexed
    /// What came of one source in a refresh.
    case refreshing(RefreshEvent)
    /// The end of a refresh; without a report it was cancelled, or failed.
    case refreshed(RefreshReport?)
    /// The sources that fail.
    case health([SourceReport])
    /// Another program has changed the library.
    case libraryChanged
    /// Rows as they are now.
    case reloaded([Listing])
    /// Something did not work.
    case failed(Line)
}

/// A window of a list that is asked for.
public struct ListRequest: Sendable, Hashable {
    /// Which list.
    public var scope: ListScope
    /// Older or newer than `place`.
    public var direction: ListDirection
    /// Next to which row; from the list's end when nil.
    public var place: ListPosition?
    /// How many rows at most.
    public var limit: Int

    /// A window.
    public init(scope: ListScope, direction: ListDirection = .older, place: ListPosition? = nil, limit: Int) {
        self.scope = scope
        self.direction = direction
        self.place = place
        self.limit = limit
    }
}
