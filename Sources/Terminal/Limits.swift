/// The bounds of this module, each with its reason.
enum Limits {
    /// Bytes of one paste: an OPML file of thousands of feeds fits; what comes after is left out.
    static let paste = 1 << 20
    /// Bytes of one control sequence: a mouse report has 20, so anything longer is noise.
    static let sequence = 64
    /// Digits of one parameter, so that no number overflows.
    static let parameterDigits = 5
    /// Bytes read in one go: what the kernel's terminal buffer holds.
    static let read = 4096
    /// Reads before the events are handed on, so that a flood of keys cannot hold the screen.
    static let reads = 64
    /// Bytes put on the clipboard: below what xterm (and tmux) take of an OSC 52.
    static let clipboard = 48 * 1024
    /// Pictures that the terminal is to keep, each of up to 110 KB: a page of an article shows two or three.
    static let pictures = 24
    /// Letters of one piece of a picture: what the protocol allows.
    static let picturePiece = 4096
    /// Looks remembered: a theme has some dozens.
    static let looks = 4096
    /// How long an unfinished sequence is waited for before it counts as Escape by itself; a person needs longer to
    /// type two keys, a terminal sends a sequence at once.
    static let escapeDelay = Duration.milliseconds(25)
    /// The longest time between two clicks that are one double click.
    static let doubleClick = Duration.milliseconds(400)
}
