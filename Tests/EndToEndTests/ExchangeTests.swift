import Foundation
import PseudoTerminal
import Testing

@Suite struct ExchangeTests {
    @Test func whatIsPrintedCanBeImported() throws {
        let tidings = try Tidings()
        try tidings.fill()
        try tidings.run("star", "2")
        let first = try tidings.run("export", "jsonl")
        let other = try Tidings()
        let path = try other.file("all.jsonl", first.output)
        #expect(try other.run("import", path).errors == "3 added, 0 updated, 0 unchanged\n")
        #expect(try other.run("export", "jsonl") == first)
        #expect(try other.run("list", "is:starred").output.contains("Two"))
    }

    @Test func badRecordsAreKeptAsideAndNothingIsOverwritten() throws {
        let tidings = try Tidings()
        let path = try tidings.file("x.jsonl", "{\"title\":\"Good\"}\nbad line\n")
        let aside = tidings.folder + "/aside.jsonl"
        let run = try tidings.run("import", "--rejects", aside, path)
        #expect(run.status == 65 && run.errors.contains("x.jsonl:2: this line is no JSON object"))
        #expect(try String(contentsOfFile: aside, encoding: .utf8) == "bad line\n")
        #expect(try tidings.run("import", "--rejects", aside, path).status == 73)
    }

    @Test func aCommandInAListOfFeedsIsNamedAndNotRun() throws {
        let tidings = try Tidings()
        let path = try tidings.file(
            "urls", "\"exec:touch \(tidings.folder)/ran\"\nhttps://a.example/feed \"~A\"\n")
        let run = try tidings.run("import", path)
        #expect(run.status == 0 && run.errors.contains("urls:1: ") && run.errors.contains("not run"))
        #expect(run.output == "A\thttps://a.example/feed\n")
        #expect(!FileManager.default.fileExists(atPath: tidings.folder + "/ran"))
    }

    @Test func formsThatNeedAPlaceAskForIt() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("export", "epub").status == 64)
        #expect(try tidings.run("export", "opml", "title:x").status == 64)
        #expect(try tidings.run("export", "jsonl", "-o", "/nowhere/x").status == 73)
        #expect(try tidings.run("export", "jsonl", "nothing-matches-this").status == 1)
    }

    @Test func aBackupIsMadeWhileTheScreenIsOpen() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let screen = try tidings.screen()
        try screen.expect("Three")
        let copy = tidings.folder + "/copy.sqlite"
        #expect(try tidings.run("library", "backup", copy).status == 0)
        let read = try Tidings()
        try FileManager.default.copyItem(atPath: copy, toPath: read.library)
        #expect(try read.run("list").output.contains("Three"))
        screen.send("q")
        _ = try screen.end()
    }
}
