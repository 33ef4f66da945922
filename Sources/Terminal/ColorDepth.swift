import Canvas

/// How many colours a terminal shows.
public enum ColorDepth: Sendable, Hashable, CaseIterable {
    /// None: attributes only.
    case none
    /// The eight of ANSI.
    case eight
    /// The eight and their bright forms.
    case sixteen
    /// The palette of 256.
    case palette
    /// All.
    case truecolor

    /// How many.
    public var count: Int {
        switch self {
        case .none: 0
        case .eight: 8
        case .sixteen: 16
        case .palette: 256
        case .truecolor: 1 << 24
        }
    }

    /// The depth of a terminal that says it has so many.
    init(count: Int) {
        self = count >= 256 ? .palette : count >= 16 ? .sixteen : count >= 8 ? .eight : .none
    }

    /// The nearest palette entry that this depth has; nothing stands for the terminal's own colour.
    func index(of color: Color) -> UInt8? {
        let value = color.code & 0xFFFFFF
        switch (color.code >> 24, self) {
        case (0, _), (3, _), (_, .none): return nil
        case (1, _): return reduced(UInt8(truncatingIfNeeded: value))
        case (_, .palette), (_, .truecolor): return Self.nearest(to: RGB(value), from: 16)
        case (_, .sixteen): return Self.nearest(to: RGB(value), to: 15)
        case (_, .eight): return Self.nearest(to: RGB(value), to: 15) & 7
        }
    }

    private func reduced(_ index: UInt8) -> UInt8 {
        if Int(index) < count { return index }
        let basic = index < 16 ? index : Self.nearest(to: RGB(palette: index), to: 15)
        return self == .eight ? basic & 7 : basic
    }

    /// Entries below 16 are left out for true colours: people set those to their taste.
    private static func nearest(to color: RGB, from first: UInt8 = 0, to last: UInt8 = 255) -> UInt8 {
        (first...last).min { RGB(palette: $0).distance(to: color) < RGB(palette: $1).distance(to: color) }
            ?? last
    }
}
