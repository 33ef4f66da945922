import Canvas
import Glibc
import PseudoTerminal
import Testing

@testable import Terminal

@Suite struct TerminalTests {
    private func probe(
        columns: UInt16 = 60, rows: UInt16 = 16, environment: [String] = []
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            [PseudoTerminal.probe], columns: columns, rows: rows, environment: environment)
        try terminal.expect("ready")
        return terminal
    }

    /// Every way of leaving must undo every way of entering.
    private func expectLeft(_ terminal: PseudoTerminal, isolation: SourceLocation = #_sourceLocation) {
        #expect(terminal.hasOldSettings, sourceLocation: isolation)
        for mode in ["?1049l", "?25h", "?2004l", "?1000l", "?1002l", "?1006l"] {
            #expect(terminal.wrote("\u{1B}[\(mode)"), "\(mode) \(terminal.tail)", sourceLocation: isolation)
        }
    }

    @Test func paintsLettersColorsAndAttributes() throws {
        let terminal = try probe()
        #expect(terminal.wrote("\u{1B}[?1049h"))
        #expect(terminal.wrote("probe 東京 é ❤  NO "))
        #expect(terminal.wrote("\u{1B}[38;5;208m\u{1B}[48;5;17msize 60x16 colors 256"))
    }

    @Test func sendsTrueColorsWhereTheTerminalSaysThatItHasThem() throws {
        let terminal = try probe(environment: ["COLORTERM=truecolor"])
        #expect(terminal.wrote("\u{1B}[38;2;255;135;0m\u{1B}[48;2;0;0;95msize 60x16 colors 16777216"))
    }

    @Test func lettersLeadToAddressesWhereTheTerminalKnowsThat() throws {
        let terminal = try probe(environment: ["VTE_VERSION=7600"])
        let (start, end) = ("\u{1B}]8;id=", "\u{1B}]8;;\u{1B}\\")
        #expect(terminal.wrote(";https://example.org/1\u{1B}\\more"))
        #expect(terminal.wrote(end))
        #expect(terminal.wrote("\u{1B}[38;5;208m\u{1B}[48;5;17msize"))
        // The same letters in the same place lead elsewhere now.
        terminal.send("x")
        try terminal.expect(";https://example.org/2\u{1B}\\more")
        #expect(terminal.wrote(start))
    }

    @Test func aTerminalThatDrawsPicturesIsSentThemAndForgetsThemAtTheEnd() throws {
        let terminal = try probe(environment: ["TERM=xterm-kitty", "COLORTERM=truecolor"])
        #expect(terminal.wrote("\u{1B}_Ga=T,U=1,q=2,f=24,s=2,v=1,c=2,r=1,i="))
        #expect(terminal.wrote(",m=0;/wAAAAD/\u{1B}\\"))
        #expect(terminal.wrote("\u{10EEEE}\u{305}\u{305}\u{10EEEE}\u{305}\u{30D}"))
        terminal.send("x")
        try terminal.expect(#"Key.character("x")"#)
        terminal.send("q")
        #expect(try terminal.end() == 0)
        #expect(terminal.wrote("\u{1B}_Ga=d,d=I,i="))
    }

    @Test func othersAreSentNoAddresses() throws {
        let terminal = try probe(environment: ["TERM=xterm-256color"])
        #expect(terminal.wrote("more"))
        #expect(!terminal.wrote("]8;"))
    }

    @Test func tellsKeys() throws {
        let terminal = try probe()
        terminal.send("\u{1B}[A")
        try terminal.expect("<input(Input.key(Key.up))>")
        terminal.send(bytes: [0xFF, 0xC3, 0xA9])
        try terminal.expect(#"<input(Input.key(Key.character("é")))>"#)
        terminal.send("\u{1B}")
        try terminal.expect("<input(Input.key(Key.escape))>")
        terminal.send("\u{3}")
        try terminal.expect(#"<input(Input.key(Key.control("c")))>"#)
    }

    @Test func tellsAPasteAsOne() throws {
        let terminal = try probe()
        terminal.send("\u{1B}[200~quit\rq\u{1B}[201~")
        try terminal.expect(#"<input(Input.paste("quit\nq"))>"#)
        terminal.send("x")
        try terminal.expect(#"Key.character("x")"#)
    }

    @Test func tellsADoubleClick() throws {
        let terminal = try probe(columns: 100)
        terminal.send("\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<0;3;4M")
        try terminal.expect("Mouse(action: Mouse.Action.press, at: Point(x: 2, y: 3))")
        try terminal.expect("Mouse(action: Mouse.Action.release")
        try terminal.expect("Mouse(action: Mouse.Action.doubleClick")
    }

    @Test func followsTheWindowsSize() throws {
        let terminal = try probe()
        terminal.resize(columns: 72, rows: 20)
        try terminal.expect("size 72x20")
        try terminal.expect("Input.resize(Size(width: 72, height: 20))")
        terminal.resize(columns: 40, rows: 10)
        try terminal.expect("size 40x10")
    }

    @Test func wakesForTheMailboxAndTheDeadline() throws {
        let terminal = try probe()
        terminal.send("m")
        try terminal.expect("<wake>")
        try terminal.expect("posted")
        terminal.send("d")
        try terminal.expect("<timeout>")
    }

    @Test func setsTheClipboard() throws {
        let terminal = try probe()
        terminal.send("c")
        try terminal.expect("\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy/DqQ==\u{7}")
    }

    @Test func talkOnStandardErrorIsKeptForAfter() throws {
        let terminal = try probe()
        terminal.send("e")
        try terminal.expect(#"Key.character("e")"#)
        #expect(!terminal.wrote("talk"))
        terminal.send("q")
        try terminal.expect("\u{1B}[?1049l")
        try terminal.expect("talk")
        #expect(try terminal.end() == 0)
    }

    @Test func lendsTheScreen() throws {
        let terminal = try probe()
        terminal.send("s")
        try terminal.expect("\u{1B}[?1049l")
        try terminal.expect("lent")
        try terminal.expect("\u{1B}[?1049h")
        try terminal.expect("ready")
    }

    @Test func redrawsEverything() throws {
        let terminal = try probe()
        terminal.send("\u{C}")
        try terminal.expect("\u{1B}[2J")
        try terminal.expect("ready")
    }

    @Test func quitsAndLeavesTheTerminalAsFound() throws {
        let terminal = try probe()
        #expect(!terminal.hasOldSettings)
        terminal.send("q")
        #expect(try terminal.end() == 0)
        expectLeft(terminal)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func endsOnASignalAndLeavesTheTerminalAsFound(
        signal: Int32
    ) throws {
        let terminal = try probe()
        kill(terminal.process, signal)
        #expect(try terminal.end() == 128 + signal)
        expectLeft(terminal)
    }

    @Test func aTrapInATaskLeavesTheTerminalAsFound() throws {
        let terminal = try probe()
        terminal.send("!")
        try terminal.expect("\u{1B}[?1049l")
        try terminal.expect("Fatal error: Index out of range")
        #expect(try [-SIGILL, -SIGTRAP].contains(terminal.end()))
        expectLeft(terminal)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS]) func aCrashLeavesTheTerminalAsFound(signal: Int32) throws {
        let terminal = try probe()
        kill(terminal.process, signal)
        #expect(try terminal.end() == -signal)
        expectLeft(terminal)
    }

    @Test func suspendsToTheShellAndComesBack() throws {
        let shell = try PseudoTerminal(["/bin/sh", "-i"])
        try shell.expect("prompt ")
        shell.send("\(PseudoTerminal.probe)\r")
        try shell.expect("ready")
        shell.send("\u{1A}")
        try shell.expect("\u{1B}[?1049l")
        try shell.expect("Stopped")
        try shell.expect("prompt ")
        shell.resize(columns: 66, rows: 18)
        shell.send("fg\n")
        try shell.expect("\u{1B}[?1049h")
        try shell.expect("Input.resize(Size(width: 66, height: 18))")
        shell.send("x")
        try shell.expect(#"Key.character("x")"#)
        shell.send("q")
        try shell.expect("prompt ")
        shell.send("exit 7\r")
        #expect(try shell.end() == 7)
        #expect(!shell.wrote("\u{1B}]104"), "the user's palette is reset")
    }

    @Test(arguments: [SIGTSTP, SIGSTOP]) func isStoppedAndContinuedFromOutside(signal: Int32) throws {
        let shell = try PseudoTerminal(["/bin/sh", "-i"])
        try shell.expect("prompt ")
        shell.send("sh -c 'echo process=$$.; exec \(PseudoTerminal.probe)'\r")
        let process = try shell.number(after: "\nprocess=")
        try shell.expect("ready")
        kill(process, signal)
        try shell.expect("Stopped")
        try shell.expect("prompt ")
        shell.send("fg\n")
        try shell.expect("\u{1B}[?1049h")
        try shell.expect("<continued>")
        shell.send("q")
        try shell.expect("prompt ")
        shell.send("exit 7\r")
        #expect(try shell.end() == 7)
    }

    @Test func closedInputEndsIt() throws {
        let terminal = try PseudoTerminal([PseudoTerminal.probe], input: "/dev/null")
        #expect(try terminal.end() == 128 + SIGHUP)
        expectLeft(terminal)
    }

    @Test func anUnknownTerminalIsTakenForXterm() throws {
        let terminal = try probe(environment: ["TERM=xterm-of-tomorrow"])
        #expect(terminal.wrote("colors 256"))
    }

    @Test func withoutUTF8OnlyASCIIIsSent() throws {
        let terminal = try probe(environment: ["TERM=vt100", "LANG=C"])
        #expect(terminal.wrote("probe ? ?  ? ?  NO "))
        #expect(terminal.wrote("colors 0"))
    }

    @Test(arguments: [
        ("TERM=", "terminalprobe: TERM is not set; try TERM=xterm-256color"),
        ("TERM=dumb", "terminalprobe: the terminal “dumb” cannot move its cursor; try TERM=xterm-256color"),
    ]) func saysWhatIsWrongWithTheTerminal(setting: String, message: String) throws {
        let terminal = try PseudoTerminal([PseudoTerminal.probe], environment: [setting])
        try terminal.expect(message)
        #expect(try terminal.end() == 69)
        #expect(terminal.hasOldSettings)
    }

    @Test func refusesAFileForAScreen() throws {
        let terminal = try PseudoTerminal([PseudoTerminal.probe], output: "/dev/null")
        try terminal.expect("terminalprobe: standard output is not a terminal")
        #expect(try terminal.end() == 69)
    }
}
