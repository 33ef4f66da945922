import Canvas
import Typesetting

/// How each thing on the screen looks, in the colours of one kind of terminal.
///
/// Nothing is told by colour alone: without any, bold, dim, underline and reverse say the same.
public struct Looks: Sendable, Hashable {
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
    /// What stands in the line of a frame.
    var title = Style(attributes: .dim)
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

    /// No colours at all.
    static let mono = Looks()

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

/// The names that the configuration has for the things on the screen.
public enum LookRole: String, Sendable, CaseIterable {
    case text, faint, strong, unread, read, star, selection
    case restingSelection = "resting-selection"
    case frame
    case focusedFrame = "focused-frame"
    case title, status, key, notice, headline, heading, link, code, quote, label, hit
    case linkHint = "link-hint"
    case added, removed
}

extension Looks {
    /// The style of a role.
    public subscript(role: LookRole) -> Style {
        get { self[keyPath: Looks.place(of: role)] }
        set { self[keyPath: Looks.place(of: role)] = newValue }
    }

    private static func place(of role: LookRole) -> WritableKeyPath<Looks, Style> {
        switch role {
        case .text: \.text
        case .faint: \.faint
        case .strong: \.strong
        case .unread: \.unread
        case .read: \.read
        case .star: \.star
        case .selection: \.selection
        case .restingSelection: \.restingSelection
        case .frame: \.frame
        case .focusedFrame: \.focusedFrame
        case .title: \.title
        case .status: \.status
        case .key: \.key
        case .notice: \.notice
        case .headline: \.headline
        case .heading: \.heading
        case .link: \.link
        case .code: \.code
        case .quote: \.quote
        case .label: \.label
        case .hit: \.hit
        case .linkHint: \.linkHint
        case .added: \.added
        case .removed: \.removed
        }
    }
}
