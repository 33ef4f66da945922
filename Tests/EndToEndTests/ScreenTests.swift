import Foundation
import Glibc
import PseudoTerminal
import Testing

@Suite struct ScreenTests {
    @Test func opensReadsMarksAndLeavesTheTerminalAsItWas() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("Text of Three.")
        screen.send("\r")
        try screen.expect("○")
        screen.send("s")
        try screen.expect("★")
        screen.send("q")
        #expect(try screen.end() == 0)
        #expect(screen.hasOldSettings)
        #expect(try tidings.run("list", "is:read").output.contains("★ Three"))
    }

    @Test func marksAreThereAfterAKill() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        screen.send("r")
        try screen.expect("○")
        kill(screen.process, SIGKILL)
        _ = try screen.end()
        #expect(try tidings.run("list", "is:read").output.contains("Three"))
        let again = try tidings.screen()
        try again.expect("2 unread")
        again.send("q")
        #expect(try again.end() == 0)
    }

    @Test func undoTakesBackWhatALargeMarkDid() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        screen.send("A")
        try screen.expect("3 marked read")
        screen.send("u")
        try screen.expect("undone: 3 marked read")
        screen.send("q")
        #expect(try screen.end() == 0)
        #expect(try tidings.run("list", "is:unread").output.split(separator: "\n").count == 3)
    }

    @Test func aSearchFindsWhileItIsTypedAndEscapeComesBack() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        screen.send("/thre")
        try screen.expect("1 unread")
        screen.send("\u{1B}")
        try screen.expect("Unread")
        screen.send("q")
        #expect(try screen.end() == 0)
    }

    @Test func anArticleIsPipedToAProgramWithoutAShell() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        screen.send("|tee '\(tidings.folder)/a $HOME; b'\r")
        try screen.expect("[Enter comes back to Tidings]")
        screen.send("\r")
        try screen.expect("Done")
        screen.send("q")
        #expect(try screen.end() == 0)
        let text = try String(contentsOfFile: tidings.folder + "/a $HOME; b", encoding: .utf8)
        #expect(text.contains("Text of Three."))
    }

    @Test func anAddressIsOpenedAsOneArgumentWithoutAShell() throws {
        let tidings = try Tidings()
        let line =
            #"{"url":"https://a.example/$(touch x);touch y|z'\"`touch v`","title":"Bait","text":"Text.","feed":"Post"}"#
        try tidings.run("import", "-q", try tidings.file("bait.jsonl", line))
        let browser = try tidings.file(
            "browser", "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" > '\(tidings.folder)/opened'\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
        let screen = try tidings.screen(environment: ["BROWSER=\(browser)"])
        try screen.expect("Bait")
        screen.send("o")
        let opened = tidings.folder + "/opened"
        for _ in 0..<200 where (try? String(contentsOfFile: opened, encoding: .utf8))?.count ?? 0 < 4 {
            usleep(20_000)
        }
        screen.send("q")
        _ = try screen.end()
        let arguments = try String(contentsOfFile: opened, encoding: .utf8).split(separator: "\n")
        #expect(arguments.first == "1" && arguments.count == 2)
        #expect(arguments.last?.hasPrefix("https://a.example/$(touch") ?? false)
        let files = try FileManager.default.contentsOfDirectory(atPath: tidings.folder)
        #expect(Set(files).isDisjoint(with: ["x", "y", "v"]))
    }

    @Test func showsWhatAnotherProgramChanges() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        _ = try tidings.run("read", "2")
        try screen.expect("○")
        let page = try tidings.file(
            "later.jsonl",
            #"{"url":"https://a.example/9","title":"Nine","text":"Late.","published":"2026-11-22T10:00:00Z","feed":"The Post"}"#
        )
        _ = try tidings.run("import", page)
        try screen.expect("Nine")
        screen.send("q")
        #expect(try screen.end() == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalLeavesTheTerminalAsItWas(_ signal: Int32) throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        kill(screen.process, signal)
        _ = try screen.end()
        #expect(screen.hasOldSettings)
        #expect(screen.wrote("\u{1B}[?1049l"))
    }

    @Test func followsTheTerminalsSize() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen(columns: 60, rows: 20)
        try screen.expect("3 unread")
        #expect(!screen.wrote("3 Reader"))
        screen.resize(columns: 120, rows: 40)
        try screen.expect("3 Reader")
        screen.resize(columns: 20, rows: 5)
        try screen.expect("Too small")
        screen.send("q")
        #expect(try screen.end() == 0)
    }

    @Test func aLibraryThatCannotBeOpenedIsSaidAfterTheScreenIsGivenBack() throws {
        let tidings = try Tidings()
        _ = try tidings.file("library.sqlite", String(repeating: "not a library ", count: 100))
        let screen = try tidings.screen()
        try screen.expect("is not a Tidings library")
        #expect(try screen.end() == 74)
        #expect(screen.hasOldSettings)
    }

    /// A timer anywhere in the process, a library's too, would show in every interval.
    @Test func anIdleScreenSleeps() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("3 unread")
        var before = try contextSwitches(of: screen.process)
        for _ in 0..<20 {
            usleep(1_200_000)
            let now = try contextSwitches(of: screen.process)
            if now == before { return }
            before = now
        }
        Issue.record("woke in every one of 20 intervals")
    }

    private func contextSwitches(of process: Int32) throws -> [String: String] {
        let folder = "/proc/\(process)/task/"
        var counts: [String: String] = [:]
        for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let status = try String(contentsOfFile: folder + thread + "/status", encoding: .utf8)
            counts[thread] = status.split(separator: "\n").first { $0.hasPrefix("voluntary") }.map(
                String.init)
        }
        return counts
    }
}
