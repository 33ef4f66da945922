/// A run of text inside a block, with what marks it.
public indirect enum Inline: Sendable, Hashable {
    /// Plain text; spaces at its ends count.
    case text(Prose)
    /// `<strong>`, `<b>`.
    case strong([Inline])
    /// `<em>`, `<i>`, `<cite>`.
    case emphasis([Inline])
    /// `<code>`, in backticks on the screen.
    case code([Inline])
    /// A link; `[n]` behind it on the screen.
    case link([Inline], WebAddress)
    /// A mail link by its address, without `mailto:`: shown, numbered, never opened by itself.
    case mail([Inline], Line)
    /// A picture in the text, by its alternative text; nil where it has none.
    case image(Line?, WebAddress?)
    /// A film, a sound or an embedded page, by its title.
    case embed(kind: Line, title: Line?, WebAddress?)
    /// `<sup>`.
    case superscript([Inline])
    /// `<sub>`.
    case `subscript`([Inline])
    /// `<del>`, `<s>`.
    case deleted([Inline])
    /// `<q>`, in quotation marks on the screen.
    case quotation([Inline])
    /// `<ruby>`: the base and its reading.
    case ruby([Inline], reading: [Inline])
    /// A formula in TeX or plain text.
    case formula(Prose)
    /// `<br>`.
    case lineBreak
    /// A place where a long word may break: `<wbr>`.
    case breakOpportunity
}
