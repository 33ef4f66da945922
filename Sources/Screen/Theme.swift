import Canvas
import Typesetting

/// How each thing on the screen looks.
///
/// Nothing is told by colour alone.
public struct Theme: Sendable, Hashable {
    /// Its name in the configuration.
    public var name: String
    var text = Style.plain
    var faint = Style(attributes: .dim)
    var strong = Style(attributes: .bold)
    var unread = Style(attributes: .bold)
    var read = Style(attributes: .dim)
    var star = Style.plain
    var selection = Style(attributes: .reverse)
    var restingSelection = Style(attributes: [.reverse, .dim])
    var frame = Style(attributes: .dim)
    var focusedFrame = Style.plain
    var status = Style(attributes: .reverse)
    var key = Style(attributes: .bold)
    var notice = Style(attributes: .bold)
    var headline = Style(attributes: .bold)
    var heading = Style(attributes: .bold)
    var link = Style(attributes: .underline)
    var code = Style.plain
    var quote = Style.plain
    var label = Style(attributes: .bold)
    /// A word that was searched for.
    var hit = Style(attributes: [.bold, .underline])
    /// The letters over a link.
    var linkHint = Style(attributes: [.bold, .reverse])
    var added = Style(attributes: .bold)
    var removed = Style(attributes: .dim)

    /// Colours of the 256 palette that keep their contrast on dark ground.
    public static let dark = Theme(
        name: "dark",
        faint: Style(foreground: .palette(245)), unread: Style(foreground: .palette(255), attributes: .bold),
        read: Style(foreground: .palette(247)), star: Style(foreground: .palette(221), attributes: .bold),
        selection: Style(foreground: .palette(255), background: .palette(24), attributes: .bold),
        restingSelection: Style(foreground: .palette(252), background: .palette(238)),
        frame: Style(foreground: .palette(240)),
        focusedFrame: Style(foreground: .palette(74), attributes: .bold),
        status: Style(foreground: .palette(254), background: .palette(237)),
        key: Style(foreground: .palette(117), attributes: .bold),
        notice: Style(foreground: .palette(221), attributes: .bold),
        headline: Style(foreground: .palette(255), attributes: .bold),
        heading: Style(foreground: .palette(117), attributes: .bold),
        link: Style(foreground: .palette(110), attributes: .underline),
        code: Style(foreground: .palette(180)),
        quote: Style(foreground: .palette(151)), label: Style(foreground: .palette(150), attributes: .bold),
        hit: Style(foreground: .palette(221), attributes: [.bold, .underline]),
        linkHint: Style(foreground: .palette(16), background: .palette(221), attributes: .bold),
        added: Style(foreground: .palette(150), attributes: .bold), removed: Style(foreground: .palette(174)))

    /// The eight colours that every terminal has, and none for what is faint: grey would be black there.
    public static let basic = Theme(
        name: "basic",
        star: Style(foreground: .palette(3), attributes: .bold),
        focusedFrame: Style(foreground: .palette(6), attributes: .bold),
        key: Style(foreground: .palette(6), attributes: .bold),
        notice: Style(foreground: .palette(3), attributes: .bold),
        heading: Style(foreground: .palette(6), attributes: .bold), code: Style(foreground: .palette(3)),
        quote: Style(foreground: .palette(2)), label: Style(foreground: .palette(2), attributes: .bold))

    /// What a terminal of so many colours can show.
    public static func fitting(colors: Int) -> Theme { colors >= 256 ? .dark : colors >= 8 ? .basic : .mono }

    /// No colours at all: bold, dim, underline and reverse.
    public static let mono = Theme(name: "mono")

    /// The look of a run of an article's text.
    func style(_ role: TextRole) -> Style {
        switch role {
        case .body, .address: text
        case .strong, .term, .tableHead, .summary: strong
        case .emphasis: text.with(.italic)
        case .strongEmphasis: strong.with(.italic)
        case .code: code
        case .link: link
        case .heading, .subheading: heading
        case .quoteMark, .pullQuote: quote
        case .linkNumber, .marker, .caption, .rule, .tableRule, .deleted, .image: faint
        }
    }

    /// The look of a line around an article's text.
    func style(_ role: ReaderText.HeadRole) -> Style {
        switch role {
        case .headline: headline
        case .dek: text.with(.italic)
        case .label: label
        case .note: text
        case .sections, .byline, .rule: faint
        }
    }
}
