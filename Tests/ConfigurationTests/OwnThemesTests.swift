import Canvas
import Testing

@testable import Configuration
@testable import Screen

@Suite struct OwnThemesTests {
    @Test func aThemeIsItsBaseAndWhatIsOtherInIt() {
        let reader = SettingsReader(
            """
            theme = "mine"
            [themes.mine]
            base = "dark"
            headline = "#ffd75f bold"
            faint = 245
            selection = "black on bright-yellow"
            """)
        #expect(reader.problems == [])
        let looks = reader.settings.screen.theme.looks(colors: 256)
        #expect(looks.headline == Style(foreground: .rgb(0xFF_D75F), attributes: .bold))
        #expect(looks.faint.foreground == .palette(245))
        #expect(
            looks.selection == Style(foreground: .palette(0), background: .palette(11), attributes: .bold))
        #expect(looks.link == Theme.dark.looks(colors: 256).link)
        #expect(reader.settings.screen.theme.looks(colors: 0) == .mono.changed(.headline, .bold))
    }

    @Test func theGroundOfTheTextIsThatOfAll() {
        let reader = SettingsReader("theme = \"x\"\n[themes.x]\nbase = \"sepia\"\ntext = \"0 on 15\"\n")
        let looks = reader.settings.screen.theme.looks(colors: 256)
        #expect(looks.link.background == .palette(15))
        #expect(looks.selection.background == Theme.sepia.looks(colors: 256).selection.background)
    }

    @Test func whatIsNoLookIsToldWhereItStands() {
        let text = """
            [themes]
            dark = { base = "light" }
            a.base = "b"
            [themes.mine]
            headlines = "red"
            link = "bold grene"
            code = "red blue"
            key = true
            """
        #expect(
            SettingsReader(text).problems.map { "\($0.line):\($0.column) \($0.reason)" } == [
                "2:1 dark comes with Tidings and stays what it is; choose another name",
                "3:10 there is no theme called “b” before this one",
                "5:1 nothing on the screen is called headlines", "6:14 grene is no colour and no attribute",
                "7:13 blue stands where it means nothing", "8:7 a look is a text, or a number of the palette",
            ])
    }

    @Test func aThemeIsWrittenIntoTheFileAndNothingElseIsTouched() {
        let cases = [
            ("", "theme = \"sepia\"\n"),
            (
                "# mine\ntheme   =  'dark' # quiet\nascii = true\n",
                "# mine\ntheme   =  \"sepia\" # quiet\nascii = true\n"
            ),
            (
                "ascii = true # yes\n\n# keys\n[keys]\nopen = \"l\"\n",
                "ascii = true # yes\ntheme = \"sepia\"\n\n# keys\n[keys]\nopen = \"l\"\n"
            ),
            ("# keys\n[keys]\nopen = \"l\"", "theme = \"sepia\"\n\n# keys\n[keys]\nopen = \"l\""),
            ("ascii = true", "ascii = true\ntheme = \"sepia\"\n"),
            ("[keys]\ntheme = \"x\"\n", "theme = \"sepia\"\n\n[keys]\ntheme = \"x\"\n"),
        ]
        #expect(ThemeLine.text("", with: "a \"b\"") == "theme = \"a \\\"b\\\"\"\n")
        for (old, new) in cases { #expect(ThemeLine.text(old, with: "sepia") == new) }
    }
}

extension Looks {
    fileprivate func changed(_ role: LookRole, _ attributes: Style.Attributes) -> Looks {
        var looks = self
        looks[role].attributes = attributes
        return looks
    }
}
