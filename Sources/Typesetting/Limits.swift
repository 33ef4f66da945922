/// Bounds and thresholds of setting; where rendering needs room, the numbers say how much.
enum Limits {
    /// Cells of the widest line; no screen is wider, and rules are as long as lines are wide.
    static let width = 4096
    /// Cells that must be left for the text of a list item; below, lists go no deeper.
    static let listRoom = 12
    /// From this width on there is always room for a list: markers are never that wide.
    static let roomyWidth = 40
    /// Cells that must be left beside a quotation's bar.
    static let quoteRoom = 20
    /// How far descriptions stand in under their terms.
    static let descriptionIndent = 4
    /// Cells that must be left for a description; below, it is not indented.
    static let descriptionRoom = 8
    /// Cells a column needs on average; below, a table is set as records.
    static let columnRoom = 6
    /// Columns one cell may span (HTML stops there too).
    static let columnSpan = 1000
    /// Cells that a picture needs; in fewer nothing could be made out.
    static let pictureRoom = 12
    /// Bytes of difficult script read at once, so that going back to a line's start stays cheap.
    static let stretch = 256
    /// Bytes after which even a sequence without end is cut.
    static let longestStretch = 4096
    /// Widest tab stop in preformatted text.
    static let tabStop = 8
}
