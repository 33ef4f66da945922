import Canvas
import Library
import News

/// What happens to the screen: a person's input, or the answer to an effect.
public enum ScreenEvent: Sendable {
    /// A key, a click, a new size.
    case input(Input)
    /// The person has changed the settings, and what there is to say about it.
    case settings(ScreenSettings, notice: Line?)
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
    /// Marks that are on the disk now, on the articles that were asked for and on copies of them.
    case marked([ArticleID], MarkChange, copies: [ArticleID] = [])
    /// What a person said of stories is on the disk; whether it was not there before.
    case toldOfStories(StoryChange, isNew: Bool)
    /// An article to be looked at over the panes; nothing when it is not there any more.
    case peeked(ArticleID, Reading?)
    /// Why articles are one story; nothing when no article has it any more.
    case explained(StoryReasons?)
    /// All of a list were marked; so many changed.
    case markedAll(MarkChange, count: Int)
    /// A change was taken back or made again; nothing when there was none.
    case reversed(PersonalChange?, count: Int, isRedo: Bool)
    /// The stories.
    case stories([Story])
    /// Rules that may be made of an article.
    case ruleSuggestions([RuleSuggestion])
    /// The rules.
    case rules([Rule])
    /// A change of the rules and how many articles it marked; nothing where it changed none.
    case rulesChanged(RuleChange, count: Int?)
    /// Tags that may complete what is typed.
    case tags([Tag])
    /// Where the words of a query stand.
    case excerpts([ArticleID: SearchExcerpt], query: String)
    /// The query of a list cannot be read: at which letter, from 1, and why.
    case misread(ListRequest, column: Int, reason: Line)
    /// What the article said first; nothing when it has not changed.
    case compared(ArticleID, FirstVersion?)
    /// Where a link leads: to an article of the archive, if there is one.
    case followed(WebAddress, Listing?)
    /// A picture of the article that is being read.
    case picture(WebAddress, PictureAnswer)
    /// How many articles of a list came on each of the last days, the oldest day first.
    case countedDays(ListScope, [Int])
    /// Something was done that the person should know.
    case said(Line)
    /// No input came for as long as `ScreenState.patience` says.
    case rested
    /// The sources and their counts, saved queries and followed stories.
    case sources(SourcesOverview)
    /// How many articles of views are unread, at most `Library.largestViewCount` each.
    case viewsCounted([ListScope: Int])
    /// Articles that came into the indexes since the last word.
    case indexed
    /// The full text of an article whose feed gave only the beginning.
    case completed(ArticleID, Reading)
    /// So many articles wait to be compared, and will be when it is asked for.
    case uncompared(Int)
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
    /// What comes first; `older` means further down in every order.
    public var order: ListOrder

    /// A window.
    public init(
        scope: ListScope, direction: ListDirection = .older, place: ListPosition? = nil, limit: Int,
        order: ListOrder = .newestFirst
    ) {
        self.scope = scope
        self.direction = direction
        self.place = place
        self.limit = limit
        self.order = order
    }
}
