/// A colour of the terminal: its own default, one of its 256, a true colour; or in its place a picture.
public struct Color: Sendable, Hashable {
    /// Kind in the highest byte (0 default, 1 palette, 2 true colour, 3 picture), value below.
    public let code: UInt32

    private init(code: UInt32) { self.code = code }

    /// What the terminal shows without any colour set.
    public static let `default` = Color(code: 0)

    /// Palette entry 0–255.
    public static func palette(_ index: UInt8) -> Color { Color(code: 1 << 24 | UInt32(index)) }

    /// What letters have that a picture is drawn over: the number that the canvas gave it.
    static func picture(_ number: Int) -> Color { Color(code: 3 << 24 | UInt32(truncatingIfNeeded: number)) }

    /// The number of the picture that is drawn over letters of this colour.
    public var picture: Int? { code >> 24 == 3 ? Int(code & 0xFFFFFF) : nil }

    /// Red, green and blue, `0xRRGGBB`.
    public static func rgb(_ value: UInt32) -> Color { Color(code: 2 << 24 | value & 0xFFFFFF) }
}

/// How a cell looks.
public struct Style: Sendable, Hashable {
    /// What is set beside colours.
    public struct Attributes: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8
        /// A set by its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Bold.
        public static let bold = Attributes(rawValue: 1)
        /// Faint.
        public static let dim = Attributes(rawValue: 2)
        /// Italic, where the terminal has it.
        public static let italic = Attributes(rawValue: 4)
        /// Underlined.
        public static let underline = Attributes(rawValue: 8)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 16)
    }

    /// The letters' colour.
    public var foreground: Color
    /// The ground's colour.
    public var background: Color
    /// Bold, underlined and so on.
    public var attributes: Attributes
    /// Where the letters lead: the number that `Canvas.link(to:)` gave the address, 0 for nowhere.
    public var link: UInt8 = 0

    /// A style; plain by default.
    public init(foreground: Color = .default, background: Color = .default, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own look.
    public static let plain = Style()

    /// This style with more attributes.
    public func with(_ more: Attributes) -> Style {
        var style = self
        style.attributes.formUnion(more)
        return style
    }

    /// This style, leading to an address of a canvas.
    public func leading(to link: UInt8) -> Style {
        var style = self
        style.link = link
        return style
    }
}
