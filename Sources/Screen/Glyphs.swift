import Canvas

/// The signs beside text, each with an ASCII twin for terminals that are not UTF-8.
public struct Glyphs: Sendable, Hashable {
    var unread = "●"
    var read = "○"
    var star = "★"
    var story = "◆"
    var ellipsis = "…"
    var separator = "›"
    var dot = "·"
    var rule = "─"
    var enter = "⏎"
    var dash = "—"
    var refresh = "⟳"
    var warning = "⚠"
    /// A bar's cell by its filling, from empty to whole.
    var bar = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    /// A day's bar by its height, from nothing to the most.
    var heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    var arrow = "→"
    var chosen = "▌"
    var folded = "▸"
    var unfolded = "▾"
    var resting = "◌"
    var search = "/"
    var frame = Frame.thin
    var focusedFrame = Frame.heavy
    var isASCII = false

    /// What an article's own punctuation becomes in ASCII.
    static let plainPunctuation: [Unicode.Scalar: Unicode.Scalar] = [
        "’": "'", "‘": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-",
        "—": "-",
        "‑": "-", "…": "~", "•": "*", "·": "-", "›": ">", "‹": "<", "×": "x", "\u{A0}": " ",
    ]

    /// For terminals that show Unicode.
    public static let unicode = Glyphs()

    /// For all others.
    public static let ascii = Glyphs(
        unread: "*", read: "-", star: "+", story: "#", ellipsis: "~", separator: ">", dot: "-", rule: "-",
        enter: "Enter",
        dash: "-", refresh: "~", warning: "!", bar: [" ", "#"],
        heights: (0...9).map(String.init), arrow: "->", chosen: ">", folded: "+", unfolded: "-", resting: "z",
        search: "/",
        frame: .ascii,
        focusedFrame: .asciiHeavy, isASCII: true)
}
