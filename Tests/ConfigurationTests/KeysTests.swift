import Canvas
import Testing

@testable import Configuration
@testable import Screen

@Suite struct KeysTests {
    private func read(_ text: String) -> SettingsReader { SettingsReader("[keys]\n" + text) }

    private func keys(_ reader: SettingsReader, _ command: Command) -> [String] {
        reader.settings.screen.keymap.keys(for: command, .ascii)
    }

    @Test func aCommandHasTheKeysThatItIsGivenAndNoOthers() {
        let reader = read("move-down = [\"J\", \"Down\"]\nscroll-down = \"g j\"\nsuspend = \"\"\n")
        #expect(reader.problems == [])
        #expect(keys(reader, .moveDown) == ["J", "Down"])
        #expect(keys(reader, .scrollDown) == ["gj"])
        #expect(keys(reader, .suspend) == [])
        #expect(keys(reader, .moveUp) == ["k", "Up"])
    }

    @Test func twoCommandsCanExchangeTheirKeys() {
        let reader = read("next-unread = \"N\"\nprevious-unread = \"n\"\n")
        #expect(reader.problems == [])
        #expect(keys(reader, .nextUnread) == ["N"])
        #expect(keys(reader, .previousUnread) == ["n"])
    }

    @Test func keysThatHideOthersAreToldWithBothNames() {
        let reader = read("refresh-all = \"r\"\nsort = [\"S\", \"gux\"]\ntag = \"g\"\n")
        #expect(
            reader.problems.map { "\($0.line):\($0.column) \($0.reason)" } == [
                "2:15 r cannot be both refresh-all and toggle-read",
                "3:14 gux of sort and gu of go-unread hide each other",
                "4:7 g of tag and gg of go-to-top hide each other",
            ])
        #expect(
            reader.problems[0].advice == "give toggle-read other keys in [keys], or none: toggle-read = \"\"")
        #expect(keys(reader, .refreshAll) == ["R"])
        #expect(keys(reader, .sort) == ["S"])
        #expect(keys(reader, .toggleRead) == ["r"])
    }

    @Test func namesThatAreNoneAreTold() {
        let reader = read("opn = \"l\"\nopen = [\"enter\", \"Pagedown\", 4, \" \"]\n")
        #expect(
            reader.problems.map { "\($0.line):\($0.column) \($0.reason)" } == [
                "2:1 there is no command called opn", "3:10 there is no key called enter",
                "3:19 there is no key called Pagedown", "3:30 a key is a text, in quotation marks",
                "3:33 there is no key in this text",
            ])
        #expect(
            reader.problems.map(\.advice)[0...1] == [
                "perhaps open", "perhaps Enter; letters one after another have spaces between them",
            ])
        #expect(keys(reader, .open) == ["Enter", "l", "Right"])
    }

    @Test func lettersThatNobodySeesOrThatMeltIntoOthersAreNoKeys() {
        for text in ["\u{FEFF}", " \u{7B0}", "x \u{301}", "\u{93E}", "\u{200D}", "\u{600}"] {
            let reader = read("open = \"\(text)\"\n")
            #expect(reader.problems.count == 1)
            #expect(keys(reader, .open) == ["Enter", "l", "Right"])
        }
    }

    @Test(arguments: ["ü", "g ü", "東 京", "🇩 🇪", "e\u{301}"])
    func lettersOfAllScriptsAreKeysAndStayWhatTheyAre(text: String) {
        let reader = read("sort = \"\(text)\"\n")
        #expect(reader.problems == [])
        let again = SettingsReader(reader.settings.toml)
        #expect(keys(again, .sort) == keys(reader, .sort))
        #expect(
            again.settings.screen.keymap.sequences(of: .sort).first?.count == text.split(separator: " ").count
        )
    }

    @Test func newsboatsKeysClashWithNothing() {
        let bindings = Keymap.newsboat.bindings
        for (index, binding) in bindings.enumerated() {
            for other in bindings.dropFirst(index + 1) {
                #expect(!Keymap.clash(binding, other), "\(binding.command) \(other.command)")
            }
        }
        for command in Command.allCases where command != .chooseTheme {
            #expect(!Keymap.newsboat.sequences(of: command).isEmpty, "\(command)")
        }
    }

    @Test func keysReadAsTheyAreWritten() throws {
        for preset in KeyPreset.allCases {
            for binding in preset.keymap.bindings {
                #expect(try KeySpelling.keys(KeySpelling.text(of: binding.keys)) == binding.keys)
            }
        }
        #expect(try KeySpelling.keys("^x^s") == [.control("x"), .control("s")])
        #expect(try KeySpelling.keys("^") == [.character("^")])
        #expect(try KeySpelling.keys("Ctrl-D F5") == [.control("d"), .function(5)])
        #expect(KeySpelling.text(of: [.character("^"), .character("a")]) == "^ a")
    }
}
