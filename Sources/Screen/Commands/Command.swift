/// Everything that a key can do; the raw value is the name for configuration and palette.
///
/// What each does, its keys and where it stands in the help are in `CommandTable.swift`.
public enum Command: String, Sendable, CaseIterable {
    // Moving
    case moveDown = "move-down"
    case moveUp = "move-up"
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case goToTop = "go-to-top"
    case goToEnd = "go-to-end"
    case nextUnread = "next-unread"
    case previousUnread = "previous-unread"
    case nextSource = "next-source"
    case previousSource = "previous-source"
    // Reading
    case open
    case back
    case readOn = "read-on"
    case scrollDown = "scroll-down"
    case scrollUp = "scroll-up"
    case historyBack = "history-back"
    case historyForward = "history-forward"
    case readingAlone = "reading-alone"
    case why
    case otherText = "other-text"
    case followLink = "follow-link"
    case enclosures
    case changes
    case pictures
    // Marking
    case toggleRead = "toggle-read"
    case toggleStar = "toggle-star"
    case tag
    case untag
    case mute
    case goRules = "go-rules"
    case markAllRead = "mark-all-read"
    case choose
    case chooseRange = "choose-range"
    case undo
    case redo
    // Stories
    case followStory = "follow-story"
    case notRelated = "not-related"
    case sameStory = "same-story"
    case peek
    // Taking out
    case openBrowser = "open-browser"
    case openBrowserBehind = "open-browser-behind"
    case copyAddress = "copy-address"
    case pipe
    case write
    // Views
    case fold
    case search
    case filter
    case sort
    case goUnread = "go-unread"
    case goAll = "go-all"
    case goToday = "go-today"
    case goStarred = "go-starred"
    case goStories = "go-stories"
    case goHistory = "go-history"
    // Panes
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case focusSources = "focus-sources"
    case focusList = "focus-list"
    case focusReader = "focus-reader"
    case focusRelated = "focus-related"
    case growPane = "grow-pane"
    case shrinkPane = "shrink-pane"
    // Sources
    case addSource = "add-source"
    case renameSource = "rename-source"
    case moveSource = "move-source"
    case removeSource = "remove-source"
    case saveSearch = "save-search"
    case openSample = "open-sample"
    // Fetching
    case refreshAll = "refresh-all"
    case refreshSource = "refresh-source"
    case goFailing = "go-failing"
    case compare
    // Program
    case palette
    case help
    case chooseTheme = "choose-theme"
    case close
    case quit
    case redraw
    case suspend
}
