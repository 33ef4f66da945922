import Canvas
import Testing

@testable import Screen
@testable import Terminal

/// What WCAG 2.2 asks of text, computed on the colours that a terminal shows.
@Suite struct ThemeContrastTests {
    /// The grounds that a theme without one of its own has to expect: the darkest and the lightest of the usual themes.
    private static let darkGrounds = [RGB(0x00_0000), RGB(0x2E_3440)]
    private static let lightGrounds = [RGB(0xFF_FFFF), RGB(0xEE_EEEE)]

    private static func luminance(_ color: RGB) -> Double {
        let parts = [color.red, color.green, color.blue].map { part -> Double in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// `value` to the power of 2.4, as a product of roots.
    private static func power(_ value: Double) -> Double {
        let root = value.squareRoot().squareRoot()
        // 2.4 = 2 + 0.4, and x^0.4 is the fifth root of x².
        var fifth = root
        for _ in 0..<60 {
            fifth -=
                (fifth * fifth * fifth * fifth * fifth - value * value) / (5 * fifth * fifth * fifth * fifth)
        }
        return value * value * fifth
    }

    private static func contrast(_ left: RGB, _ right: RGB) -> Double {
        let (a, b) = (luminance(left), luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// What is shown for a colour at a depth.
    private static func shown(_ color: Color, _ depth: ColorDepth?) -> RGB? {
        guard let depth else { return color.rgb }
        return depth.index(of: color).map(RGB.init(palette:))
    }

    private static func faults(_ theme: Theme, _ looks: Looks, _ depth: ColorDepth?) -> [String] {
        let grounds = theme.ground == .terminal(isDark: false) ? lightGrounds : darkGrounds
        let isDark = theme.ground != .terminal(isDark: false)
        return LookRole.allCases.flatMap { role -> [String] in
            let style = looks[role]
            // Frames are lines; a third less is asked of them (WCAG 1.4.11).
            let least = role == .frame ? 1.9 : 4.5
            return grounds.compactMap { ground -> String? in
                var letters = shown(style.foreground, depth) ?? (isDark ? RGB(0xE5_E5E5) : RGB(0x12_1212))
                var below = shown(style.background, depth) ?? ground
                if style.attributes.contains(.reverse) { swap(&letters, &below) }
                let found = contrast(letters, below)
                return found < least ? "\(theme.name) \(role.rawValue) \((found * 100).rounded() / 100)" : nil
            }
        }
    }

    @Test(arguments: Theme.all.map(\.name)) func everyTextCanBeReadInTrueColors(name: String) throws {
        let theme = try #require(Theme.named(name))
        #expect(Self.faults(theme, theme.looks(colors: 256), nil) == [])
    }

    @Test(arguments: Theme.all.map(\.name)) func everyTextCanBeReadInThePaletteOf256(name: String) throws {
        let theme = try #require(Theme.named(name))
        #expect(Self.faults(theme, theme.looks(colors: 256), .palette) == [])
    }

    @Test(arguments: Theme.all.map(\.name)) func everyTextCanBeReadInSixteenColors(name: String) throws {
        let theme = try #require(Theme.named(name))
        #expect(Self.faults(theme, theme.looks(colors: 16), .sixteen) == [])
    }

    @Test(arguments: Theme.all.map(\.name)) func withoutColorsAttributesTellTheSame(name: String) throws {
        let theme = try #require(Theme.named(name))
        let looks = theme.looks(colors: 0)
        for role in LookRole.allCases { #expect(ColorDepth.none.index(of: looks[role].foreground) == nil) }
        #expect(looks.selection.attributes.contains(.reverse))
        #expect(looks.unread != looks.read)
    }

    @Test func thereAreDarkAndLightOnes() {
        #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
        #expect(Theme.all.count >= 6)
    }

    @Test func whatIsDrawnHasTheGroundOfTheTheme() {
        for theme in Theme.all where theme.ground == .painted {
            for colors in [16, 256] {
                let looks = theme.looks(colors: colors)
                #expect(looks.text.background != .default)
                for role in LookRole.allCases { #expect(looks[role].background != .default) }
            }
        }
    }
}
