import Canvas
import Testing

@testable import Configuration
@testable import Screen

@Suite struct SettingsReaderTests {
    private func places(_ text: String) -> [String] {
        SettingsReader(text).problems.map { "\($0.line):\($0.column) \($0.reason)" }
    }

    @Test(arguments: ["text-width = \u{8}", "theme = \"\u{202E}x\"", "a\u{1B}[31m = 1", "\"b\\u001b\" = 2"])
    func whatIsToldOfAFileHoldsNothingThatATerminalObeys(_ text: String) {
        let problems = SettingsReader(text).problems
        #expect(!problems.isEmpty)
        for problem in problems {
            let told = problem.explanation(in: "config.toml") + problem.sentence(in: "config.toml")
            #expect(
                told.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E },
                "\(told)")
        }
    }

    /// The parser would end the process.
    @Test(arguments: [
        ("[", 1, 2), ("[\n", 1, 2), ("a = 1\n  [[ \n", 2, 6), ("th.eme = 3\n[\nn [0]", 2, 2), ("[ =", 1, 3),
        ("[ö]", 1, 2),
        ("[[[x", 1, 3), ("a = 1979-05-27T\u{DA}", 1, 5), ("theme = \"x\"\nb = 07:3x", 2, 5),
    ])
    func whatTheParserTakesForImpossibleIsAMistakeWithItsPlace(_ text: String, _ line: Int, _ column: Int) {
        let reader = SettingsReader(text)
        #expect(!reader.isTOML)
        #expect(reader.problems.map(\.line) == [line])
        #expect(reader.problems.map(\.column) == [column])
    }

    @Test func anEmptyFileLeavesEverythingAsItComes() {
        let reader = SettingsReader("# nothing\n")
        #expect(reader.problems == [])
        #expect(reader.settings.toml == Settings().toml)
    }

    @Test func everySettingIsTakenOver() {
        let reader = SettingsReader(
            """
            theme = "sepia"
            colors = 256
            ascii = true
            mouse = false
            time = "relative"
            text-width = 60
            mark-read = "shown"
            mark-read-after = 1.5
            browser = "firefox --new-tab '%s'"
            preset = "newsboat"
            """)
        #expect(reader.problems == [])
        let settings = reader.settings
        #expect(settings.screen.theme == .sepia)
        #expect(settings.colors == .palette)
        #expect(settings.screen.isASCII)
        #expect(!settings.hasMouse)
        #expect(settings.screen.times == .relative)
        #expect(settings.screen.textWidth == 60)
        #expect(settings.screen.reading == .shown)
        #expect(settings.screen.readingDelay == .milliseconds(1500))
        #expect(settings.browser == ["firefox", "--new-tab", "%s"])
        #expect(settings.preset == .newsboat)
    }

    @Test func whatIsWrongIsToldWithItsPlaceAndTheRestIsObeyed() {
        let text = """
            # mine
            them = "dark"
            ascii = "yes"
              text-width = 200
            time = "relativ"
            mouse = false
            """
        let reader = SettingsReader(text)
        #expect(
            places(text) == [
                "2:1 there is no setting called them", "3:9 ascii is true or false, without quotation marks",
                "4:16 a column of text has between 20 and 72 cells", "5:8 time cannot be “relativ”",
            ])
        #expect(reader.problems[0].advice == "perhaps theme")
        #expect(reader.problems[3].advice == "perhaps relative")
        #expect(!reader.settings.hasMouse)
        #expect(reader.settings.screen.textWidth == 72)
    }

    @Test func aProblemShowsItsLineWithACaretUnderThePlace() {
        let problem = SettingsReader("a = 1\ntheme =\t\"東\" # 京\n").problems.last
        #expect(
            problem?.explanation(in: "config.toml").hasPrefix(
                """
                config.toml:2:9: there is no theme called “東”
                  2 | theme = "東" # 京
                    |         ^
                """) == true)
    }

    @Test func aTextThatIsNoTOMLIsToldWithItsPlace() {
        let reader = SettingsReader("theme = \"dark\"\nascii = \n")
        #expect(!reader.isTOML)
        #expect(reader.problems.map(\.line) == [2])
        #expect(reader.problems.map(\.text) == ["ascii = "])
        #expect(reader.settings.toml == Settings().toml)
    }

    @Test(arguments: [
        ("open = [}", 1, 9), ("[keys]\nopen = [\"a\", # }\n  }", 3, 3), ("a = [{b = [[}", 1, 13),
    ]) func aBraceThatClosesAListIsToldWithItsPlace(text: String, line: Int, column: Int) {
        let reader = SettingsReader(text)
        #expect(!reader.isTOML)
        #expect(reader.problems.map(\.line) == [line])
        #expect(reader.problems.map(\.column) == [column])
    }

    @Test(arguments: [
        ("c=6&-------a 0#48", 3), ("c=6\"&------a 0#\"", 3), ("c = [\n[6a--------- 0#4]", 2),
        ("c = 1979-05-27", 5),
        ("c = [07:32:00]", 6), ("c = $", 5), ("c = 6.\"a\"", 5), ("aa=2-06-=2-06 6 0]]\n#", 4),
        ("c=2=+6-06-66 6#", 3), ("c=2-06[---6 6#", 3), ("c = ['''a'''', 6&-------a 0#4]'", 16),
    ]) func whatLooksLikeADateIsToldWithItsPlace(text: String, column: Int) {
        let reader = SettingsReader(text)
        #expect(!reader.isTOML)
        #expect(reader.problems.map(\.column) == [column])
    }

    @Test(arguments: [
        "a.'b c'.\"d\" = -1", "a = [+1e-5, 0x1F, -inf, 1_000]", "a = { b-c-d-e = true }",
        "[a.\"b c\".d]\ne='1979-05-27'",
    ]) func namesAndNumbersAreNoDates(text: String) {
        #expect(SettingsReader(text).isTOML)
    }

    @Test func lettersThatOnlyStringsMayHaveAreToldWithTheirPlace() {
        for text in ["ascii = [\u{85}true]", "ascii = [\u{2028}true]", "ascii = [\u{B}true]"] {
            let reader = SettingsReader("# “such”\n" + text)
            #expect(!reader.isTOML)
            #expect(reader.problems.map(\.line) == [2] && reader.problems.map(\.column) == [10])
        }
        #expect(SettingsReader("theme = \"d\u{85}rk\"").isTOML)
    }

    @Test(arguments: [
        "a = [{b = \"]}\"}, {c = ['}', '''\n}''']}] # ]}", "a = {b = \"\\\"}\"}",
        "a = \"\"\"\nb[}\\\"\"\"\"",
    ]) func bracesInStringsAndCommentsCloseNothing(text: String) {
        #expect(SettingsReader(text).isTOML)
    }

    @Test func aKeyThatIsSetTwiceIsToldWithItsPlace() {
        let reader = SettingsReader("ascii = true\nmouse = true\nascii = false\n")
        #expect(reader.problems.map(\.line) == [3])
    }

    @Test func whatIsShownReadsAsTheSame() {
        let text = """
            theme = "mine"
            browser = 'sh -c "a \\"b\\""'
            [keys]
            open = ["Enter", "g Space"]
            redraw = "^l"
            quit = ""
            [themes.mine]
            base = "sepia"
            text = "#123456 on 15"
            link = "default plain"
            hit = "bright-red bold underline"
            """
        let reader = SettingsReader(text)
        #expect(reader.problems == [])
        let again = SettingsReader(reader.settings.toml)
        #expect(again.problems == [])
        #expect(again.settings.toml == reader.settings.toml)
        #expect(again.settings.screen.theme == reader.settings.screen.theme)
    }

    @Test(arguments: [["a b", "\u{301}c\"", "'\u{7B0}", "\\\u{200D}", ""], ["x", "\u{301} y", "e\u{301}"]])
    func aBrowsersWordsStayApart(words: [String]) {
        var settings = Settings()
        settings.browser = words
        #expect(SettingsReader(settings.toml).settings.browser == words)
    }

    @Test func theFileToBeginWithSaysWhatHoldsWithoutIt() {
        #expect(SettingsReader(Settings.example).settings.toml == Settings().toml)
        let awake = Settings.example.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let rest = line.dropFirst(2)
            let isSetting = line.hasPrefix("# ") && (rest.contains(" = ") || rest.hasPrefix("["))
            return isSetting && !rest.contains(" chooses ") ? String(rest) : ""
        }
        let reader = SettingsReader(awake.joined(separator: "\n"))
        #expect(reader.problems == [])
        #expect(reader.settings.ownThemes.map(\.name) == ["mine"])
        var settings = reader.settings
        settings.ownThemes = []
        #expect(settings.toml == Settings().toml)
    }

    @Test func onLightGroundTheLightThemeHoldsUnlessOneIsNamed() {
        #expect(SettingsReader("", onLightGround: true).settings.screen.theme == .light)
        #expect(SettingsReader("theme = \"auto\"", onLightGround: true).settings.screen.theme == .light)
        #expect(SettingsReader("theme = \"dark\"", onLightGround: true).settings.screen.theme == .dark)
    }
}
