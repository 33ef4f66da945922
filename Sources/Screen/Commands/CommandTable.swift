/// What is known of a command: the one place that help, palette, hints, `tidings keys` and `Documentation/Keys.md` are
/// made from.
struct CommandEntry: Sendable {
    /// The chapters of the help, in its order.
    enum Chapter: String, CaseIterable, Sendable {
        case moving = "Moving"
        case reading = "Reading"
        case marking = "Marking"
        case stories = "Stories"
        case taking = "Taking out"
        case views = "Views"
        case panes = "Panes"
        case sources = "Sources"
        case fetching = "Fetching"
        case program = "Program"
    }

    let command: Command
    /// As they are typed, `gg Home`: sequences with a space between them, the first is the one that hints show.
    let keys: String
    let chapter: Chapter
    /// What it does, in a few words.
    let summary: String
    /// The same in one or two words, for the last line.
    let hint: String?
    /// Where it does something; everywhere when nil.
    let panes: Set<Pane>?

    private init(
        _ command: Command, _ keys: String, _ chapter: Chapter, _ summary: String, hint: String? = nil,
        in panes: Set<Pane>? = nil
    ) {
        self.command = command
        self.keys = keys
        self.chapter = chapter
        self.summary = summary
        self.hint = hint
        self.panes = panes
    }

    /// All commands with their keys.
    static let table: [CommandEntry] = [
        CommandEntry(.moveDown, "j Down", .moving, "down; with a count, so many"),
        CommandEntry(.moveUp, "k Up", .moving, "up"),
        CommandEntry(.halfPageDown, "^d", .moving, "half a page down"),
        CommandEntry(.halfPageUp, "^u", .moving, "half a page up"),
        CommandEntry(.pageDown, "^f PgDn", .moving, "page down"),
        CommandEntry(.pageUp, "^b PgUp", .moving, "page up"),
        CommandEntry(.goToTop, "gg Home", .moving, "to the top"),
        CommandEntry(.goToEnd, "G End", .moving, "to the end; with a count, to that row"),
        CommandEntry(.nextUnread, "n", .moving, "next unread; next hit of a search", hint: "next unread"),
        CommandEntry(.previousUnread, "N", .moving, "previous unread; previous hit"),
        CommandEntry(.nextSource, "]", .moving, "next source with unread articles"),
        CommandEntry(.previousSource, "[", .moving, "previous source with unread articles"),

        CommandEntry(.open, "Enter l Right", .reading, "open", hint: "open"),
        CommandEntry(.back, "h Left Esc", .reading, "back one level", hint: "back"),
        CommandEntry(.readOn, "Space", .reading, "page on; at the end, next unread", hint: "page on"),
        CommandEntry(.scrollDown, "J", .reading, "scroll the reader down from any pane"),
        CommandEntry(.scrollUp, "K", .reading, "scroll the reader up from any pane"),
        CommandEntry(.historyBack, "H", .reading, "back to what was read before"),
        CommandEntry(.historyForward, "L", .reading, "forward again"),
        CommandEntry(.readingAlone, "z", .reading, "reading alone, or with the other panes"),
        CommandEntry(.why, "i", .reading, "why it is related; of a story, why it is one", hint: "why"),
        CommandEntry(
            .otherText, "x", .reading, "full text, fetched where it is not held; back to the feed's"),
        CommandEntry(.followLink, "f", .reading, "follow a link by its letter", hint: "links"),
        CommandEntry(.enclosures, "e", .reading, "what comes with the article: sound, film, files"),
        CommandEntry(.changes, "D", .reading, "what changed since the first version"),
        CommandEntry(.pictures, "P", .reading, "show pictures, or their words only"),

        CommandEntry(.toggleRead, "r", .marking, "read or unread", hint: "read"),
        CommandEntry(.toggleStar, "s", .marking, "star, or take the star away", hint: "star"),
        CommandEntry(.tag, "t", .marking, "tag; Tab completes"),
        CommandEntry(.untag, "T", .marking, "take a tag away"),
        CommandEntry(.markAllRead, "A", .marking, "mark all of this list read"),
        CommandEntry(.mute, "M", .marking, "mute like this: by source, author, section, term or story"),
        CommandEntry(.goRules, "gr", .marking, "go to the rules; Enter ends one"),
        CommandEntry(.choose, "v", .marking, "select for the next verb", in: [.list]),
        CommandEntry(.chooseRange, "V", .marking, "select from here on", in: [.list]),
        CommandEntry(.undo, "u", .marking, "undo the last change of marks or stories", hint: "undo"),
        CommandEntry(.redo, "U", .marking, "do again what was undone"),

        CommandEntry(.peek, "Space", .stories, "look at it without opening it", hint: "peek", in: [.related]),
        CommandEntry(
            .followStory, "t", .stories, "follow the story, or no longer", hint: "follow", in: [.related]),
        CommandEntry(
            .notRelated, "-", .stories, "not related: never beside each other again", hint: "not related",
            in: [.related]),
        CommandEntry(.sameStory, "=", .stories, "the same story", hint: "same story", in: [.related]),

        CommandEntry(.openBrowser, "o", .taking, "open in the browser", hint: "browser"),
        CommandEntry(.openBrowserBehind, "O", .taking, "open in the browser, in the background"),
        CommandEntry(.copyAddress, "y", .taking, "copy the address"),
        CommandEntry(.pipe, "|", .taking, "pipe the article to a command"),
        CommandEntry(.write, "w", .taking, "write the article to a file (.md, .html, .txt)"),

        CommandEntry(.search, "/", .views, "search the archive as you type", hint: "search"),
        CommandEntry(.filter, "F", .views, "filter by a query"),
        CommandEntry(
            .fold, "c", .views, "fold the story or the folder to one row, or unfold it",
            in: [.list, .sources]),
        CommandEntry(.sort, "S", .views, "newest, oldest or best match first", in: [.list]),
        CommandEntry(.goUnread, "gu", .views, "go to unread"),
        CommandEntry(.goAll, "ga", .views, "go to all articles"),
        CommandEntry(.goToday, "gt", .views, "go to today"),
        CommandEntry(.goStarred, "gs", .views, "go to starred"),
        CommandEntry(.goStories, "gS", .views, "go to stories: what several sources tell"),
        CommandEntry(.goHistory, "gh", .views, "go to what was read"),

        CommandEntry(.nextPane, "Tab", .panes, "next pane", hint: "panes"),
        CommandEntry(.previousPane, "S-Tab", .panes, "previous pane"),
        CommandEntry(.focusSources, "1", .panes, "sources"),
        CommandEntry(.focusList, "2", .panes, "articles", hint: "articles"),
        CommandEntry(.focusReader, "3", .panes, "reader"),
        CommandEntry(.focusRelated, "4", .panes, "related news", hint: "related"),
        CommandEntry(.growPane, "+", .panes, "larger: the pane that has the keys"),
        CommandEntry(.shrinkPane, "_", .panes, "smaller"),

        CommandEntry(.addSource, "a", .sources, "add a feed, a site, a page or a file", hint: "add"),
        CommandEntry(.saveSearch, "B", .sources, "save the search that shows as a view"),
        CommandEntry(.renameSource, "E", .sources, "give it another name", hint: "rename", in: [.sources]),
        CommandEntry(.moveSource, "m", .sources, "put it into another folder", hint: "move", in: [.sources]),
        CommandEntry(
            .removeSource, "X", .sources, "follow it no longer; its articles stay", hint: "remove",
            in: [.sources]),
        CommandEntry(
            .openSample, "gn", .sources, "go to the sample newsstand, a library of its own",
            hint: "sample newsstand"),

        CommandEntry(.compare, "gc", .fetching, "compare articles that wait, for related news and stories"),
        CommandEntry(.refreshAll, "R", .fetching, "fetch all sources; Esc cancels"),
        CommandEntry(.refreshSource, "^r", .fetching, "fetch this source"),
        CommandEntry(.goFailing, "ge", .fetching, "go to failing feeds"),

        CommandEntry(.palette, ":", .program, "all commands, by their names", hint: "commands"),
        CommandEntry(.help, "?", .program, "the keys", hint: "help"),
        CommandEntry(.chooseTheme, "", .program, "choose the colours; the configuration keeps them"),
        CommandEntry(.close, "q", .program, "close, or quit", hint: "quit"),
        CommandEntry(.quit, "Q", .program, "quit"),
        CommandEntry(.redraw, "^l", .program, "draw the screen anew"),
        CommandEntry(.suspend, "^z", .program, "to the shell; fg comes back"),
    ]

    private static let byCommand = Dictionary(
        table.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

    /// What is known of a command.
    static func of(_ command: Command) -> CommandEntry? { byCommand[command] }
}

extension Command {
    /// What it does, in a few words.
    var summary: String { CommandEntry.of(self)?.summary ?? rawValue }

    /// The same in one or two words.
    var hint: String { CommandEntry.of(self)?.hint ?? summary }

    /// Whether it does something in a pane.
    func works(in pane: Pane) -> Bool { CommandEntry.of(self)?.panes?.contains(pane) ?? true }
}
