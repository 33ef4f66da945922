import Canvas
import Screen

/// All that a person can set, as the configuration file has it or as it comes.
public struct Settings: Sendable {
    /// How many colours to use.
    public enum Colors: String, Sendable, CaseIterable {
        /// As many as the terminal says it has.
        case auto
        /// None.
        case mono
        /// The sixteen that every terminal has.
        case sixteen = "16"
        /// The palette.
        case palette = "256"
        /// All.
        case truecolor
    }

    /// Whether links are sent to the terminal as such (OSC 8).
    public enum Hyperlinks: String, Sendable, CaseIterable {
        /// Where the terminal is known to have them.
        case auto
        /// Always.
        case always
        /// Never.
        case never
    }

    /// A theme of the person's own.
    public struct OwnTheme: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// The theme that it changes.
        public var base: String
        /// What is other in it.
        public var changes: [LookRole: Theme.Change]
    }

    /// What the screen itself obeys.
    public var screen = ScreenSettings()
    /// The theme's name; `auto` goes by the terminal's ground.
    public var theme = Settings.automatic
    /// The keys that `[keys]` changes.
    public var preset = KeyPreset.standard
    /// How many colours to use.
    public var colors = Colors.auto
    /// Whether links are sent to the terminal as such.
    public var hyperlinks = Hyperlinks.auto
    /// Whether clicks and the wheel are listened to.
    public var hasMouse = true
    /// The program that opens addresses, with its arguments; nothing for what the system has.
    public var browser: [String]?
    /// Themes of the person's own, in the order of the file.
    public var ownThemes: [OwnTheme] = []

    /// What `theme` says when it goes by the terminal's ground.
    static let automatic = "auto"

    /// As it comes, for a terminal whose ground is light or dark.
    public init(onLightGround isLight: Bool = false) { screen.theme = isLight ? .light : .dark }
}
