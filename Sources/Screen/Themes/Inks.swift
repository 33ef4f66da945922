import Canvas

/// The colours that a theme is mixed from; what each thing on the screen gets of them is the same in all themes.
struct Inks: Sendable, Hashable {
    /// What all stands on; nothing for the terminal's own ground.
    var ground: Color = .default
    var text: Color = .default
    /// Headlines, unread articles.
    var bright: Color = .default
    var faint: Color = .default
    var frame: Color = .default
    /// Keys, section headings, the frame with the focus.
    var accent: Color
    /// Stars, notices, words that were searched for.
    var warm: Color
    var link: Color = .default
    var code: Color = .default
    var quote: Color = .default
    var label: Color
    var added: Color = .default
    var removed: Color = .default
    var selection: Pair?
    var resting: Pair?
    var status: Pair?
    /// The letters over a link.
    var hint: Pair?

    /// Letters on a ground of their own.
    struct Pair: Sendable, Hashable {
        var letters: Color
        var ground: Color

        init(_ letters: Color, on ground: Color) {
            self.letters = letters
            self.ground = ground
        }
    }

    /// The looks made of them.
    var looks: Looks {
        var looks = Looks()
        looks.text = ink(text)
        // Where a terminal has no fainter colour, it may have a fainter letter.
        looks.faint = ink(faint, faint == .default ? .dim : [])
        looks.read = looks.faint
        looks.strong = ink(bright, .bold)
        looks.unread = ink(bright, .bold)
        looks.headline = ink(bright, .bold)
        looks.star = ink(warm, .bold)
        looks.notice = ink(warm, .bold)
        looks.hit = ink(warm, [.bold, .underline])
        looks.frame = ink(frame, frame == .default ? .dim : [])
        looks.title = looks.faint
        looks.focusedFrame = ink(accent, .bold)
        looks.key = ink(accent, .bold)
        looks.heading = ink(accent, .bold)
        looks.link = ink(link, .underline)
        looks.code = ink(code)
        looks.quote = ink(quote)
        looks.label = ink(label, .bold)
        looks.added = ink(added, .bold)
        looks.removed = ink(removed, removed == .default ? .dim : [])
        looks.selection = pair(selection, .bold) ?? ink(text, .reverse)
        looks.restingSelection = pair(resting, []) ?? ink(text, [.reverse, .dim])
        looks.status = pair(status, []) ?? ink(text, .reverse)
        looks.linkHint = pair(hint, .bold) ?? ink(warm, [.bold, .reverse])
        return looks
    }

    private func ink(_ color: Color, _ attributes: Style.Attributes = []) -> Style {
        Style(
            foreground: color == .default ? text : color, background: ground, attributes: attributes)
    }

    private func pair(_ pair: Pair?, _ attributes: Style.Attributes) -> Style? {
        pair.map { Style(foreground: $0.letters, background: $0.ground, attributes: attributes) }
    }
}
