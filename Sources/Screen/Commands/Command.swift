/// Everything that a key can do; the raw value is the name for configuration and palette.
public enum Command: String, Sendable, CaseIterable {
    /// One down.
    case moveDown = "move-down"
    /// One up.
    case moveUp = "move-up"
    /// Half a page down.
    case halfPageDown = "half-page-down"
    /// Half a page up.
    case halfPageUp = "half-page-up"
    /// A page down.
    case pageDown = "page-down"
    /// A page up.
    case pageUp = "page-up"
    /// To the top.
    case goToTop = "go-to-top"
    /// To the end.
    case goToEnd = "go-to-end"
    /// Open what is selected.
    case open
    /// One level back.
    case back
    /// A page on; at the end, the next unread article.
    case readOn = "read-on"
    /// To the next unread article.
    case nextUnread = "next-unread"
    /// To the unread article before.
    case previousUnread = "previous-unread"
    /// Scroll the reader down from any pane.
    case scrollDown = "scroll-down"
    /// Scroll the reader up from any pane.
    case scrollUp = "scroll-up"
    /// Read or unread.
    case toggleRead = "toggle-read"
    /// Starred or not.
    case toggleStar = "toggle-star"
    /// The next pane.
    case nextPane = "next-pane"
    /// The pane before.
    case previousPane = "previous-pane"
    /// To the sources.
    case focusSources = "focus-sources"
    /// To the list.
    case focusList = "focus-list"
    /// To the reader.
    case focusReader = "focus-reader"
    /// To related news.
    case focusRelated = "focus-related"
    /// Back through what was read.
    case historyBack = "history-back"
    /// Forward again.
    case historyForward = "history-forward"
    /// Why related items are there.
    case why
    /// Nothing but the reader.
    case readingAlone = "reading-alone"
    /// The article's address to the clipboard.
    case copyAddress = "copy-address"
    /// All unread articles.
    case goUnread = "go-unread"
    /// All articles.
    case goAll = "go-all"
    /// Today's articles.
    case goToday = "go-today"
    /// Starred articles.
    case goStarred = "go-starred"
    /// Fetch all sources.
    case refreshAll = "refresh-all"
    /// Fetch the source of what is selected.
    case refreshSource = "refresh-source"
    /// The feeds that fail.
    case goFailing = "go-failing"
    /// The keys.
    case help
    /// Close what is open, else end.
    case close
    /// End.
    case quit
    /// Paint all anew.
    case redraw
    /// Back to the shell for a while.
    case suspend

    /// What it does, in a few words.
    var summary: String {
        switch self {
        case .moveDown: "move down"
        case .moveUp: "move up"
        case .halfPageDown: "half a page down"
        case .halfPageUp: "half a page up"
        case .pageDown: "page down"
        case .pageUp: "page up"
        case .goToTop: "to the top"
        case .goToEnd: "to the end"
        case .open: "open"
        case .back: "back one level"
        case .readOn: "page on; at the end, next unread"
        case .nextUnread: "next unread"
        case .previousUnread: "previous unread"
        case .scrollDown: "scroll the reader down"
        case .scrollUp: "scroll the reader up"
        case .toggleRead: "read or unread"
        case .toggleStar: "star"
        case .nextPane: "next pane"
        case .previousPane: "previous pane"
        case .focusSources: "sources"
        case .focusList: "articles"
        case .focusReader: "reader"
        case .focusRelated: "related news"
        case .historyBack: "back to what was read before"
        case .historyForward: "forward again"
        case .why: "why related items are there"
        case .readingAlone: "reading alone"
        case .copyAddress: "copy the address"
        case .goUnread: "go to unread"
        case .goAll: "go to all articles"
        case .goToday: "go to today"
        case .goStarred: "go to starred"
        case .refreshAll: "fetch all sources; Esc cancels"
        case .refreshSource: "fetch this source"
        case .goFailing: "go to failing feeds"
        case .help: "help"
        case .close: "close, or quit"
        case .quit: "quit"
        case .redraw: "draw the screen anew"
        case .suspend: "to the shell; come back with fg"
        }
    }

    /// The chapters of the help, in its order.
    enum Chapter: String, CaseIterable {
        case moving = "Moving"
        case reading = "Reading"
        case articles = "Articles"
        case panes = "Panes"
        case views = "Views"
        case fetching = "Fetching"
        case program = "Program"
    }

    /// The heading it stands under in the help.
    var chapter: Chapter {
        switch self {
        case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .goToTop, .goToEnd: .moving
        case .open, .back, .readOn, .nextUnread, .previousUnread, .scrollDown, .scrollUp, .historyBack,
            .historyForward,
            .readingAlone:
            .reading
        case .toggleRead, .toggleStar, .copyAddress, .why: .articles
        case .nextPane, .previousPane, .focusSources, .focusList, .focusReader, .focusRelated: .panes
        case .goUnread, .goAll, .goToday, .goStarred: .views
        case .refreshAll, .refreshSource, .goFailing: .fetching
        case .help, .close, .quit, .redraw, .suspend: .program
        }
    }
}
