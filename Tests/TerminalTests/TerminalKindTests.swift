import Testing

@testable import Terminal

@Suite struct TerminalKindTests {
    private func kind(_ variables: [String: String]) -> TerminalKind { TerminalKind { variables[$0] } }

    @Test func onlyTerminalsThatReorderAreSentMarks() {
        #expect(kind(["VTE_VERSION": "7600"]).isReordering)
        #expect(kind(["TERM_PROGRAM": "Apple_Terminal"]).isReordering)
        #expect(!kind(["TERM_PROGRAM": "tmux"]).isReordering)
        #expect(!kind([:]).isReordering)
    }

    @Test(arguments: [
        ["VTE_VERSION": "7600"], ["TERM": "xterm-kitty"], ["TERM": "foot-extra"], ["WT_SESSION": "1"],
        ["TERM_PROGRAM": "iTerm.app"], ["KONSOLE_VERSION": "230400"],
        ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"],
    ]) func terminalsThatKnowHyperlinksAreKnown(variables: [String: String]) {
        #expect(kind(variables).hasLinks)
    }

    @Test func onlyKittyAndGhosttyDrawPictures() {
        #expect(kind(["TERM": "xterm-kitty"]).hasGraphics)
        #expect(kind(["TERM": "xterm-ghostty"]).hasGraphics)
        #expect(!kind(["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"]).hasGraphics)
        #expect(!kind(["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"]).hasGraphics)
    }

    @Test(arguments: [
        [:], ["TERM": "linux"], ["TERM": "xterm-256color"], ["VTE_VERSION": "4601"], ["VTE_VERSION": "?"],
        ["TERM": "screen-256color", "VTE_VERSION": "7600"], ["TERM_PROGRAM": "Apple_Terminal"],
        ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"],
    ]) func othersAreSentNone(variables: [String: String]) {
        #expect(!kind(variables).hasLinks)
    }
}
