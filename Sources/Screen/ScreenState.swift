import Canvas
import Library
import News

/// The whole screen as a value: `update` takes an event and answers with effects, `draw` makes a picture of it.
///
/// It knows no terminal, no file and no clock, so that a session can be replayed and looked at in a test.
public struct ScreenState: Sendable {
    /// What the screen is told about the world once.
    public struct Surroundings: Sendable {
        /// What the person has set.
        public var settings: ScreenSettings
        /// Whether letters beyond ASCII can be shown.
        public var isUTF8: Bool
        /// How many colours can be shown.
        public var colors: Int
        /// Whether the terminal draws pictures itself.
        public var hasGraphics = false
        /// What local clocks show at a moment.
        public var localTime: @Sendable (Timestamp) -> CivilTime

        /// All of it.
        public init(
            settings: ScreenSettings = ScreenSettings(), isUTF8: Bool = true, colors: Int = 256,
            localTime: @escaping @Sendable (Timestamp) -> CivilTime
        ) {
            self.settings = settings
            self.isUTF8 = isUTF8
            self.colors = colors
            self.localTime = localTime
        }

        var keymap: Keymap { settings.keymap }
        var glyphs: Glyphs { settings.isASCII || !isUTF8 ? .ascii : .unicode }
        var looks: Looks { settings.theme.looks(colors: colors) }
    }

    var surroundings: Surroundings
    /// How things look, in the colours that this terminal has.
    var theme: Looks
    var glyphs: Glyphs
    var size: Size
    var now: Timestamp
    var focus = Pane.list
    /// A pane opened over the others.
    var drawer: Pane?
    var isReadingAlone = false
    /// How much larger or smaller the person wants panes.
    var sizes = PaneSizes()
    /// The border that the mouse holds.
    var draggedBorder: Layout.Border?
    var list: ListPane
    var reader = ReaderPane()
    var related = RelatedPane()
    var sources = SourcesPane()
    var history = History()
    var help: HelpOverlay?
    var fetching = RefreshStatus()
    /// Articles that have not been compared with the others yet, and are not without being asked: too many.
    var uncompared = 0
    var health: HealthOverlay?
    /// Reasons, differences.
    var reasons: TextOverlay?
    var choice: ChoiceOverlay?
    /// An article that is looked at over the panes without being opened.
    var peek: ReaderPane?
    /// What a list is called that has no name of its own.
    var viewName: (scope: ListScope, name: Line)?
    var linkHints: LinkHints?
    /// What is being typed on the last line.
    var prompt: Prompt?
    var promptHistory = PromptHistory()
    /// The search that is lit.
    var search: SearchView?
    var pictures = PictureShelf()
    /// How many articles of the list came on each of the last days.
    var daily: DailyCounts?
    var wishes = MarkWishes()
    var keys = KeyReader()
    /// Whether what can follow a prefix key shows.
    var showsContinuations = false
    /// Whether the reader has yet to follow the selection, which may move on at once.
    var isFollowing = false
    /// Whether a list has come in, so that the choice of the first one is made.
    var hasShownRows = false
    /// A line for the person, until the next key.
    var notice: Line?

    /// A screen before its first rows; they are asked for by `start`.
    public init(size: Size, now: Timestamp, scope: ListScope = .unread, surroundings: Surroundings) {
        self.size = size
        self.now = now
        self.surroundings = surroundings
        theme = surroundings.looks
        glyphs = surroundings.glyphs
        list = ListPane(scope: scope)
    }

    /// What has to be asked for at the start.
    public mutating func start() -> [ScreenEffect] {
        // The first window is small: the first frame waits for it.
        [.load(list.open(list.scope, limit: max(20, size.height * 2))), .count(list.scope), .loadSources]
    }

    /// Whether the first picture would be whole: rows and, beside them, the article.
    public var isReadyForFirstFrame: Bool {
        guard hasShownRows, !list.rows.isEmpty || list.awaited == nil else { return false }
        return reader.wanted == nil || reader.reading != nil
    }

    /// Whether an article is on its way to the reader.
    public var awaitsArticle: Bool { reader.wanted != reader.reading?.listing.id }

    /// How long to wait for more input before `rested` is sent; nothing while there is nothing to wait for.
    ///
    /// A held key moves the selection faster than articles are worth opening; a hesitating person wants hints.
    public var patience: Duration? {
        if isFollowing { return .milliseconds(45) }
        if !keys.prefix.isEmpty, !showsContinuations { return .milliseconds(400) }
        return shownUnread == nil ? nil : settings.readingDelay
    }

    var times: TimeLabel { TimeLabel(local: surroundings.localTime) }

    var layout: Layout {
        Layout(size: size, focus: focus, drawer: drawer, isReadingAlone: isReadingAlone, sizes: sizes)
    }

    /// Rows inside a pane's frame.
    func height(of pane: Pane) -> Int {
        guard let frame = layout.frame(of: pane) else { return 0 }
        return max(0, frame.height - 2 - (pane == .reader && showsStrip ? 1 : 0))
    }

    /// Columns inside a pane's frame.
    func width(of pane: Pane) -> Int {
        guard let frame = layout.frame(of: pane) else { return 0 }
        return max(0, frame.width - 2)
    }

    /// The width that articles are set to.
    var textWidth: Int { max(1, min(settings.textWidth, width(of: .reader) - 2)) }

    /// Whether the reader has a line at its foot that tells of the sidebar which does not show.
    var showsStrip: Bool {
        let layout = layout
        return layout.shows(.reader) && !layout.shows(.related) && related.summary(glyphs) != nil
    }

    /// The article that marks go to: the selected one of the pane that has the keys.
    var target: Listing? {
        switch focus {
        case .list, .sources: list.selection
        case .reader: reader.reading?.listing
        case .related: related.selection?.listing
        }
    }

    /// `Published 12 May 09:14 · Updated 12 May 16:02`.
    func dates(_ reading: Reading) -> String {
        let published =
            "Published " + times.whole(reading.article.published ?? reading.listing.moment, now: now)
        guard let updated = reading.article.updated, updated != reading.article.published else {
            return published
        }
        return published + " \(glyphs.dot) Updated " + times.whole(updated, now: now)
    }
}
