import Canvas

/// A set of looks under one name, with a form for every kind of terminal.
public struct Theme: Sendable, Hashable {
    /// What the letters stand on.
    public enum Ground: Sendable, Hashable {
        /// The terminal's own, which is taken to be dark or light; the theme paints none.
        case terminal(isDark: Bool)
        /// One that the theme paints.
        case painted
    }

    /// Its name in the configuration.
    public let name: String
    /// What it is for, in a few words.
    public let summary: String
    /// What it stands on.
    public let ground: Ground
    /// For terminals of 256 colours and more.
    private(set) var full: Looks
    /// For terminals of 8 or 16 colours.
    private(set) var basic: Looks
    /// For terminals without colours.
    private(set) var plain: Looks

    init(_ name: String, _ summary: String, ground: Ground, full: Inks, basic: Inks) {
        self.name = name
        self.summary = summary
        self.ground = ground
        self.full = full.looks
        self.basic = basic.looks
        plain = .mono
    }

    /// A theme that looks the same on every terminal.
    init(_ name: String, _ summary: String, ground: Ground, looks: Looks) {
        self.name = name
        self.summary = summary
        self.ground = ground
        full = looks
        basic = looks
        plain = looks
    }

    /// What a terminal of so many colours can show of it.
    public func looks(colors: Int) -> Looks { colors >= 256 ? full : colors >= 8 ? basic : plain }

    /// What was changed in the style of one role; what it leaves out stays as it was.
    public struct Change: Sendable, Hashable {
        /// The letters' colour.
        public var foreground: Color?
        /// The ground's colour.
        public var background: Color?
        /// Attributes instead of those there were.
        public var attributes: Style.Attributes?

        /// A change.
        public init(
            foreground: Color? = nil, background: Color? = nil, attributes: Style.Attributes? = nil
        ) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }

        func applied(to style: Style) -> Style {
            Style(
                foreground: foreground ?? style.foreground, background: background ?? style.background,
                attributes: attributes ?? style.attributes)
        }
    }

    /// A theme made of another.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - base: The theme that it is made of.
    ///   - changes: What is other in it. The ground of `text` is that of all that had it from `base`.
    public init(name: String, base: Theme, changes: [LookRole: Change]) {
        self.name = name
        summary = "made from \(base.name)"
        ground = changes[.text]?.background.map { $0 == .default ? base.ground : .painted } ?? base.ground
        full = Theme.changed(base.full, changes)
        basic = Theme.changed(base.basic, changes)
        // Without colours only the attributes are left of it.
        plain = Theme.changed(base.plain, changes.mapValues { Change(attributes: $0.attributes) })
    }

    private static func changed(_ base: Looks, _ changes: [LookRole: Change]) -> Looks {
        var looks = base
        if let text = changes[.text] {
            let style = text.applied(to: base.text)
            for role in LookRole.allCases {
                if base[role].background == base.text.background { looks[role].background = style.background }
                if base[role].foreground == base.text.foreground { looks[role].foreground = style.foreground }
            }
        }
        for (role, change) in changes { looks[role] = change.applied(to: looks[role]) }
        return looks
    }
}
