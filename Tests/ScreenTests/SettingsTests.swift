import Canvas
import Library
import News
import Testing

@testable import Screen

/// What the screen makes of a person's settings, also while it is open.
@Suite struct SettingsTests {
    private let size = Size(width: 120, height: 40)

    private func runner(_ change: (inout ScreenSettings) -> Void) -> SceneRunner {
        var settings = ScreenSettings()
        change(&settings)
        return SceneRunner(size: size, settings: settings)
    }

    @Test func settingsHoldAtOnceAndTheReadingPlaceStays() {
        var runner = SceneRunner(size: size)
        runner.press("j", "j", .enter)
        let id = runner.state.reader.wanted
        var settings = ScreenSettings()
        settings.theme = .sepia
        settings.isASCII = true
        settings.times = .relative
        settings.keymap = KeyPreset.newsboat.keymap
        runner.send(.settings(settings, notice: "The settings have changed"))
        #expect(runner.state.reader.wanted == id)
        #expect(runner.state.notice == "The settings have changed")
        let picture = runner.state.draw()
        #expect(picture.text.utf8.allSatisfy { $0 < 128 } || !picture.text.contains("│"))
        #expect(picture[5, 3]?.style.background == Theme.sepia.looks(colors: 256).text.background)
        #expect(picture.text.contains(" min ") || picture.text.contains(" h "))
        runner.press("U")
        #expect(runner.state.notice?.text.contains("undo") == true)
    }

    @Test func sentencesAndHintsNameTheKeysThatHold() {
        var runner = runner { $0.keymap = KeyPreset.newsboat.keymap }
        runner.press("A")
        #expect(runner.state.notice?.text.hasSuffix("U takes it back") == true)
        runner.press("?")
        #expect(runner.state.draw().text.contains("next unread"))
        runner.press("q", "%")
        #expect(runner.state.notice == "No command on %; ? shows the keys")
        var keymap = Keymap.standard
        keymap.unbind(.undo)
        runner.send(.settings(.init(keymap), notice: nil))
        runner.press("A")
        #expect(runner.state.notice?.text.contains("u takes") == false)
    }

    @Test func whereNoColorsAreShownThemesAreAttributes() {
        var runner = runner { $0.theme = .contrastLight }
        runner.state.use(colors: 0, isUTF8: true)
        for cell in runner.state.draw().cells {
            #expect(cell.style.foreground == .default && cell.style.background == .default)
        }
        runner.press(":", "c", "h", "o", "o", "s", "e", "-", "t", "h", .enter)
        #expect(runner.state.notice == "This terminal shows no colours")
    }

    @Test func anArticleThatStandsInTheReaderIsReadAfterAWhile() {
        var runner = runner { $0.reading = .shown }
        #expect(runner.state.patience == .seconds(2))
        runner.send(.rested)
        #expect(runner.marks.map(\.change) == [.read(true)])
        #expect(runner.state.patience == nil)
        runner.press("j")
        #expect(runner.marks.count == 1)
    }

    @Test func byHandNothingIsMarkedByReading() {
        var runner = runner { $0.reading = .byHand }
        runner.press(.enter, " ", " ", " ", " ")
        #expect(runner.marks.isEmpty)
        runner.press("r")
        #expect(runner.marks.count == 1)
    }

    @Test func textIsSetToTheWidthThatIsAskedFor() {
        let runner = runner { $0.textWidth = 24 }
        #expect(runner.state.textWidth == 24)
    }

    @Test func digitsThatAreNotBoundBeginACount() {
        var keymap = Keymap.standard
        for command in [Command.focusSources, .focusList] { keymap.unbind(command) }
        var runner = runner { $0.keymap = keymap }
        runner.press("2", "j")
        #expect(runner.state.list.selected == 2)
    }

    @Test func aThemeIsTriedOnWhileItIsChosen() {
        var runner = SceneRunner(size: size)
        runner.press(":", "c", "h", "o", "o", "s", "e", "-", "t", "h", .enter)
        #expect(runner.state.choice?.title == "Themes")
        runner.press("j", "j")
        #expect(runner.state.theme == Theme.all[2].looks(colors: 256))
        runner.press(.escape)
        #expect(runner.state.theme == Theme.dark.looks(colors: 256))
        runner.press(":", "c", "h", "o", "o", "s", "e", "-", "t", "h", .enter, "j", .enter)
        #expect(runner.state.theme == Theme.light.looks(colors: 256))
        #expect(runner.others.last == .keepTheme("light"))
    }

    @Test func relativeTimesAreShort() {
        let now = Timestamp(seconds: 1_800_000_000)
        let spans: [(Int64, String)] = [
            (0, "now"), (59, "now"), (60, " 1 min"), (3_599, "59 min"), (3_600, "   1 h"), (86_400, "   1 d"),
            (-7_200, "   2 h"), (604_800, "  1 wk"), (40 * 86_400, "  1 mo"), (800 * 86_400, "   2 y"),
        ]
        for (span, text) in spans {
            #expect(TimeLabel.relative(now.advanced(by: -span), now: now) == text)
        }
    }
}

extension ScreenSettings {
    fileprivate init(_ keymap: Keymap) {
        self.init()
        self.keymap = keymap
    }
}
