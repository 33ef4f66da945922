/// Red, green and blue, 0–255 each.
public struct RGB: Sendable, Hashable {
    /// Red.
    public var red: Int
    /// Green.
    public var green: Int
    /// Blue.
    public var blue: Int

    /// A colour by its parts.
    public init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `0xRRGGBB`.
    public init(_ value: UInt32) {
        self.init(red: Int(value >> 16 & 0xFF), green: Int(value >> 8 & 0xFF), blue: Int(value & 0xFF))
    }

    /// `0xRRGGBB`.
    public var value: UInt32 { UInt32(red << 16 | green << 8 | blue) }

    /// What xterm shows for a palette entry: 16 named colours, a cube of 6×6×6, 24 greys.
    public init(palette index: UInt8) {
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
    public func distance(to other: RGB) -> Int {
        let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
        return r * r + g * g + b * b
    }

    private static let named: [UInt32] = [
        0x00_0000, 0xCD_0000, 0x00_CD00, 0xCD_CD00, 0x00_00EE, 0xCD_00CD, 0x00_CDCD, 0xE5_E5E5,
        0x7F_7F7F, 0xFF_0000, 0x00_FF00, 0xFF_FF00, 0x5C_5CFF, 0xFF_00FF, 0x00_FFFF, 0xFF_FFFF,
    ]
}

extension Color {
    /// What a common terminal shows for it; nothing for the terminal's own colour.
    public var rgb: RGB? {
        switch code >> 24 {
        case 0: nil
        case 1: RGB(palette: UInt8(truncatingIfNeeded: code))
        case 2: RGB(code & 0xFF_FFFF)
        default: nil
        }
    }
}
