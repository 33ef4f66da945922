import Canvas

/// What a person can set about the screen; it may change while the screen is open.
public struct ScreenSettings: Sendable {
    /// How the list tells when an article came.
    public enum Times: String, Sendable, CaseIterable {
        /// `16:02`, `12 May`, `2024`.
        case absolute
        /// `now`, `5 min`, `3 h`, `2 d`.
        case relative
    }

    /// When an article counts as read.
    public enum Reading: String, Sendable, CaseIterable {
        /// When it is opened.
        case opened
        /// When it has stood in the reader for a while, too.
        case shown
        /// When the person says so.
        case byHand = "by-hand"
    }

    /// Colours.
    public var theme = Theme.dark
    /// Keys.
    public var keymap = Keymap.standard
    /// Signs and frames of ASCII only.
    public var isASCII = false
    /// Pictures in the reader, where the terminal has colours for them.
    public var showsPictures = true
    /// How the list tells times.
    public var times = Times.absolute
    /// The widest column of an article's text, in cells.
    public var textWidth = ScreenSettings.widestText
    /// When an article counts as read.
    public var reading = Reading.opened
    /// How long an article has to stand in the reader where `reading` is `shown`.
    public var readingDelay = Duration.seconds(2)
    /// The themes that can be chosen: those that come with Tidings, and the person's own.
    public var themes = Theme.all

    /// The widest column of text that reads well.
    public static let widestText = 72
    /// The narrowest that may be asked for: below it words break.
    public static let narrowestText = 20

    /// As it comes.
    public init() {}
}
