/// What a piece of set text is; the screen's theme turns it into colours.
public enum TextRole: Sendable, Hashable, CaseIterable {
    /// Running text.
    case body
    /// `<strong>`, `<b>`.
    case strong
    /// `<em>`, `<i>`.
    case emphasis
    /// Both at once.
    case strongEmphasis
    /// Code, in a line or in a block of its own.
    case code
    /// The text of a link.
    case link
    /// The `[n]` behind a link, and before its address at the end.
    case linkNumber
    /// An address in the list at the end.
    case address
    /// A section heading of level 1 or 2.
    case heading
    /// A section heading of level 3 to 6.
    case subheading
    /// The bar beside a quotation.
    case quoteMark
    /// A line from the article itself, set large on the page.
    case pullQuote
    /// A list item's bullet or number, and the mark of a summary.
    case marker
    /// A term of a definition list.
    case term
    /// The caption of a picture or a table.
    case caption
    /// A rule across the page, and the line under a heading.
    case rule
    /// The lines inside a table.
    case tableRule
    /// A cell of a table's head row.
    case tableHead
    /// `<del>`, `<s>`.
    case deleted
    /// What stands for a picture, a film or an embedded page.
    case image
    /// The summary of what can be opened.
    case summary
}
