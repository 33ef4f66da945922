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

    /// How many.
    public var count: Int {
        switch self {
        case .none: 0
        case .eight: 8
        case .sixteen: 16
        case .palette: 256
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
        case (0, _), (_, .none): return nil
        case (1, _): return reduced(UInt8(truncatingIfNeeded: value))
        case (_, .palette): return Self.nearest(to: RGB(value), from: 16)
        case (_, .sixteen): return Self.nearest(to: RGB(value), to: 15)
        case (_, .eight): return Self.nearest(to: RGB(value), to: 15) & 7
        }
    }

    private func reduced(_ index: UInt8) -> UInt8 {
        if self == .palette || Int(index) < count { return index }
        let basic = index < 16 ? index : Self.nearest(to: RGB(palette: index), to: 15)
        return self == .eight ? basic & 7 : basic
    }

    /// Entries below 16 are left out for true colours: people set those to their taste.
    private static func nearest(to color: RGB, from first: UInt8 = 0, to last: UInt8 = 255) -> UInt8 {
        (first...last).min { RGB(palette: $0).distance(to: color) < RGB(palette: $1).distance(to: color) }
            ?? last
    }
}

/// Red, green and blue, 0–255 each.
struct RGB: Equatable {
    var red: Int
    var green: Int
    var blue: Int

    init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init(_ value: UInt32) {
        self.init(red: Int(value >> 16 & 0xFF), green: Int(value >> 8 & 0xFF), blue: Int(value & 0xFF))
    }

    /// What xterm shows for a palette entry: 16 named colours, a cube of 6×6×6, 24 greys.
    init(palette index: UInt8) {
        let index = Int(index)
        if index < 16 {
            self.init(Self.named[index])
        } else if index < 232 {
            let cube = index - 16
            let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
            self.init(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
        } else {
            let level = 8 + 10 * (index - 232)
            self.init(red: level, green: level, blue: level)
        }
    }

    /// The square of the distance; good enough for 240 points.
    func distance(to other: RGB) -> Int {
        let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
        return r * r + g * g + b * b
    }

    private static let named: [UInt32] = [
        0x00_0000, 0xCD_0000, 0x00_CD00, 0xCD_CD00, 0x00_00EE, 0xCD_00CD, 0x00_CDCD, 0xE5_E5E5,
        0x7F_7F7F, 0xFF_0000, 0x00_FF00, 0xFF_FF00, 0x5C_5CFF, 0xFF_00FF, 0x00_FFFF, 0xFF_FFFF,
    ]
}
