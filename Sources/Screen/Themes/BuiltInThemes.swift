import Canvas

extension Theme {
    /// All that come with Tidings, in the order in which they are offered.
    public static let all: [Theme] = [
        .dark, .light, .contrastDark, .contrastLight, .solarizedDark, .solarizedLight, .sepia, .night, .mono,
    ]

    /// The one of this name.
    public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// The eight colours that every terminal has, on its own dark ground, and none for what is faint: grey would be black
    /// there.
    private static let basicOnDark = Inks(
        accent: .palette(6), warm: .palette(3), code: .palette(3), quote: .palette(2), label: .palette(2))

    /// The darker ones of sixteen, on the terminal's own light ground.
    private static let basicOnLight = Inks(
        accent: .palette(4), warm: .palette(1), link: .palette(4), label: .palette(4), removed: .palette(1))

    /// Quiet colours on the terminal's own dark ground.
    public static let dark = Theme(
        "dark", "quiet colours on the terminal's own dark ground", ground: .terminal(isDark: true),
        full: Inks(
            bright: .rgb(0xEE_EEEE), faint: .rgb(0xA8_A8A8), frame: .rgb(0x6C_6C6C),
            accent: .rgb(0x87_D7FF), warm: .rgb(0xFF_D75F), link: .rgb(0x9F_C7E8),
            code: .rgb(0xD7_AF87), quote: .rgb(0xAF_D7AF), label: .rgb(0xAF_D787), added: .rgb(0xAF_D787),
            removed: .rgb(0xE8_9F9F), selection: .init(.rgb(0xFF_FFFF), on: .rgb(0x00_5F87)),
            resting: .init(.rgb(0xD0_D0D0), on: .rgb(0x44_4444)),
            status: .init(.rgb(0xE4_E4E4), on: .rgb(0x3A_3A3A)),
            hint: .init(.rgb(0x00_0000), on: .rgb(0xFF_D75F))),
        basic: basicOnDark)

    /// Dark letters on the terminal's own light ground.
    public static let light = Theme(
        "light", "dark letters on the terminal's own light ground", ground: .terminal(isDark: false),
        full: Inks(
            bright: .rgb(0x12_1212), faint: .rgb(0x5F_5F5F), frame: .rgb(0x94_9494),
            accent: .rgb(0x00_5F87), warm: .rgb(0x87_5F00), link: .rgb(0x00_5FAF),
            code: .rgb(0x87_3A00), quote: .rgb(0x2E_5A1F), label: .rgb(0x2E_5A1F), added: .rgb(0x00_5F00),
            removed: .rgb(0xA0_0000), selection: .init(.rgb(0xFF_FFFF), on: .rgb(0x00_5F87)),
            resting: .init(.rgb(0x30_3030), on: .rgb(0xD0_D0D0)),
            status: .init(.rgb(0x26_2626), on: .rgb(0xD7_D7D7)),
            hint: .init(.rgb(0x00_0000), on: .rgb(0xFF_D75F))),
        basic: basicOnLight)

    /// The strongest contrast there is, on black.
    public static let contrastDark = Theme(
        "contrast-dark", "the strongest contrast, on black", ground: .painted,
        full: Inks(
            ground: .rgb(0x00_0000), text: .rgb(0xFF_FFFF), bright: .rgb(0xFF_FFFF),
            faint: .rgb(0xD0_D0D0), frame: .rgb(0xA8_A8A8), accent: .rgb(0x5F_FFFF), warm: .rgb(0xFF_FF5F),
            link: .rgb(0x87_D7FF), code: .rgb(0xFF_D7AF), quote: .rgb(0xAF_FFAF), label: .rgb(0x87_FF87),
            added: .rgb(0x87_FF87), removed: .rgb(0xFF_AFAF),
            selection: .init(.rgb(0x00_0000), on: .rgb(0xFF_FF5F)),
            resting: .init(.rgb(0x00_0000), on: .rgb(0xD0_D0D0)),
            status: .init(.rgb(0x00_0000), on: .rgb(0xFF_FFFF)),
            hint: .init(.rgb(0x00_0000), on: .rgb(0x5F_FFFF))),
        basic: Inks(
            ground: .palette(0), text: .palette(15), bright: .palette(15), faint: .palette(7),
            frame: .palette(7), accent: .palette(14), warm: .palette(11), label: .palette(10),
            selection: .init(.palette(0), on: .palette(11)), resting: .init(.palette(0), on: .palette(7)),
            status: .init(.palette(0), on: .palette(7)), hint: .init(.palette(0), on: .palette(14))))

    /// The strongest contrast there is, on white.
    public static let contrastLight = Theme(
        "contrast-light", "the strongest contrast, on white", ground: .painted,
        full: Inks(
            ground: .rgb(0xFF_FFFF), text: .rgb(0x00_0000), bright: .rgb(0x00_0000),
            faint: .rgb(0x3A_3A3A), frame: .rgb(0x58_5858), accent: .rgb(0x00_005F), warm: .rgb(0x5F_0000),
            link: .rgb(0x00_0087), code: .rgb(0x5F_0000), quote: .rgb(0x00_3A00), label: .rgb(0x00_3A00),
            added: .rgb(0x00_3A00), removed: .rgb(0x5F_0000),
            selection: .init(.rgb(0xFF_FFFF), on: .rgb(0x00_005F)),
            resting: .init(.rgb(0x00_0000), on: .rgb(0xD0_D0D0)),
            status: .init(.rgb(0xFF_FFFF), on: .rgb(0x00_0000)),
            hint: .init(.rgb(0xFF_FFFF), on: .rgb(0x5F_0000))),
        basic: Inks(
            ground: .palette(15), text: .palette(0), bright: .palette(0), faint: .palette(0),
            frame: .palette(0), accent: .palette(4), warm: .palette(4), label: .palette(4),
            selection: .init(.palette(15), on: .palette(4)), resting: .init(.palette(0), on: .palette(7)),
            status: .init(.palette(15), on: .palette(0)), hint: .init(.palette(15), on: .palette(4))))

    /// After Ethan Schoonover's palette, its greys moved apart until all of it can be read.
    public static let solarizedDark = Theme(
        "solarized-dark", "blue-green and calm, after Solarized", ground: .painted,
        full: Inks(
            ground: .rgb(0x00_2B36), text: .rgb(0xA9_B7B8), bright: .rgb(0xEE_E8D5),
            faint: .rgb(0x93_A1A1), frame: .rgb(0x58_6E75), accent: .rgb(0x5F_B7F0), warm: .rgb(0xD7_AF2F),
            link: .rgb(0x4F_C4B8), code: .rgb(0xE0_9A5F), quote: .rgb(0xA7_B84F), label: .rgb(0xA7_B82F),
            added: .rgb(0xA7_B82F), removed: .rgb(0xF0_8F87),
            selection: .init(.rgb(0xFD_F6E3), on: .rgb(0x1A_5F7F)),
            resting: .init(.rgb(0xD8_DCD0), on: .rgb(0x0B_4655)),
            status: .init(.rgb(0xEE_E8D5), on: .rgb(0x07_3642)),
            hint: .init(.rgb(0x00_2B36), on: .rgb(0xD7_AF2F))),
        basic: Inks(
            ground: .palette(0), text: .palette(7), bright: .palette(15), faint: .palette(7),
            frame: .palette(6), accent: .palette(6), warm: .palette(3), code: .palette(3),
            quote: .palette(2), label: .palette(2), selection: .init(.palette(0), on: .palette(6)),
            resting: .init(.palette(0), on: .palette(7)), status: .init(.palette(0), on: .palette(7)),
            hint: .init(.palette(0), on: .palette(3))))

    /// The same on its paper.
    public static let solarizedLight = Theme(
        "solarized-light", "the same colours on warm paper", ground: .painted,
        full: Inks(
            ground: .rgb(0xFD_F6E3), text: .rgb(0x4A_5D63), bright: .rgb(0x07_3642),
            faint: .rgb(0x5A_6B70), frame: .rgb(0x93_A1A1), accent: .rgb(0x1A_659E), warm: .rgb(0x8A_5F00),
            link: .rgb(0x1B_6F68), code: .rgb(0xA8_400F), quote: .rgb(0x55_6600), label: .rgb(0x55_6600),
            added: .rgb(0x55_6600), removed: .rgb(0xB5_2A26),
            selection: .init(.rgb(0xFD_F6E3), on: .rgb(0x1A_659E)),
            resting: .init(.rgb(0x07_3642), on: .rgb(0xD8_D2BF)),
            status: .init(.rgb(0x07_3642), on: .rgb(0xE6_DFCA)),
            hint: .init(.rgb(0xFD_F6E3), on: .rgb(0x8A_5F00))),
        basic: Inks(
            ground: .palette(15), text: .palette(0), bright: .palette(0), faint: .palette(0),
            frame: .palette(8), accent: .palette(4), warm: .palette(4), link: .palette(4),
            label: .palette(4), removed: .palette(1), selection: .init(.palette(15), on: .palette(4)),
            resting: .init(.palette(0), on: .palette(7)), status: .init(.palette(0), on: .palette(7)),
            hint: .init(.palette(15), on: .palette(4))))

    /// Brown ink on the paper of old books.
    public static let sepia = Theme(
        "sepia", "brown ink on the paper of old books", ground: .painted,
        full: Inks(
            ground: .rgb(0xF4_ECD8), text: .rgb(0x4B_3A2A), bright: .rgb(0x2E_2015),
            faint: .rgb(0x6B_5846), frame: .rgb(0xA8_957C), accent: .rgb(0x7A_3B12), warm: .rgb(0x8F_2F1B),
            link: .rgb(0x1F_5A7A), code: .rgb(0x6E_3F5A), quote: .rgb(0x4A_5A1F), label: .rgb(0x4A_5A1F),
            added: .rgb(0x3F_5F1F), removed: .rgb(0x9A_2A1F),
            selection: .init(.rgb(0xFB_F6EA), on: .rgb(0x7A_4A22)),
            resting: .init(.rgb(0x3A_2A1C), on: .rgb(0xDD_CDAE)),
            status: .init(.rgb(0x3A_2A1C), on: .rgb(0xE4_D7BA)),
            hint: .init(.rgb(0xFB_F6EA), on: .rgb(0x8F_2F1B))),
        basic: Inks(
            ground: .palette(7), text: .palette(0), bright: .palette(0), faint: .palette(0),
            frame: .palette(0), accent: .palette(4), warm: .palette(4), label: .palette(4),
            selection: .init(.palette(15), on: .palette(4)), resting: .init(.palette(7), on: .palette(0)),
            status: .init(.palette(7), on: .palette(0)), hint: .init(.palette(15), on: .palette(4))))

    /// Amber on a warm black: little blue light in the evening.
    public static let night = Theme(
        "night", "amber on warm black, for the evening", ground: .painted,
        full: Inks(
            ground: .rgb(0x1A_1410), text: .rgb(0xD8_B98A), bright: .rgb(0xF2_D9AC),
            faint: .rgb(0xB0_9570), frame: .rgb(0x6E_5B43), accent: .rgb(0xF0_A85A), warm: .rgb(0xFF_C857),
            link: .rgb(0xE0_B46A), code: .rgb(0xD8_A07A), quote: .rgb(0xC2_B477), label: .rgb(0xC8_B86A),
            added: .rgb(0xC8_B86A), removed: .rgb(0xE8_8F70),
            selection: .init(.rgb(0xFF_E9C4), on: .rgb(0x6A_4318)),
            resting: .init(.rgb(0xE8_CFA2), on: .rgb(0x42_3222)),
            status: .init(.rgb(0xF2_D9AC), on: .rgb(0x35_281C)),
            hint: .init(.rgb(0x1A_1410), on: .rgb(0xFF_C857))),
        basic: Inks(
            ground: .palette(0), text: .palette(7), bright: .palette(15), faint: .palette(7),
            frame: .palette(3), accent: .palette(3), warm: .palette(11), label: .palette(3),
            selection: .init(.palette(0), on: .palette(3)), resting: .init(.palette(0), on: .palette(7)),
            status: .init(.palette(0), on: .palette(3)), hint: .init(.palette(0), on: .palette(11))))

    /// No colours at all: bold, dim, underline and reverse.
    public static let mono = Theme(
        "mono", "no colours: bold, dim, underline and reverse", ground: .terminal(isDark: true), looks: .mono)
}
