import Foundation
import Testing

/// State and care on the command line.
@Suite struct CareTests {
    @Test func bulkChangesAreCountedMadeUndoneAndRedone() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("read", "--dry-run", "is:unread").output == "3\n")
        #expect(try tidings.run("read", "is:unread").errors.contains("3 marked read"))
        #expect(try tidings.run("undo").errors.contains("undone: 3 marked read"))
        #expect(try tidings.run("list", "is:unread").output.split(separator: "\n").count == 3)
        #expect(try tidings.run("redo").errors.contains("3 marked read"))
        #expect(try tidings.run("list", "is:unread").status == 1)
        #expect(try tidings.run("redo").status == 1)
    }

    @Test func tagsAreSetListedFoundAndTakenAway() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("tag", "to read", "2", "3").errors.contains("2 tagged"))
        #expect(try tidings.run("tag").output == "to-read\t2\n")
        #expect(try tidings.run("list", "tag:to-read").output.split(separator: "\n").count == 2)
        #expect(try tidings.run("untag", "to-read", "tag:to-read").status == 0)
        #expect(try tidings.run("tag").output.isEmpty)
        #expect(try tidings.run("tag", "work").status == 64)
    }

    @Test func theDoctorSaysWhatIsWrongAndSavesWhatCanBeRead() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("doctor").output.contains("whole, 3 articles"))
        #expect(try tidings.run("library", "check").status == 0)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: tidings.library))
        bytes.replaceSubrange(0..<100, with: Data(count: 100))
        try bytes.write(to: URL(fileURLWithPath: tidings.library))
        let sick = try tidings.run("doctor")
        #expect(sick.status == 74 && sick.errors.contains("tidings doctor --rescue"))
        #expect(try tidings.run("doctor", "--rescue").output.contains("3 articles were saved"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: tidings.library)) == bytes)
        try FileManager.default.removeItem(atPath: tidings.library)
        try FileManager.default.moveItem(atPath: tidings.library + ".rescued", toPath: tidings.library)
        #expect(try tidings.run("search", "text").output.contains("Three"))
    }

    @Test(arguments: [("bash", "#!/bin/bash"), ("zsh", "#compdef tidings"), ("fish", "function __tidings")])
    func completionsAreWrittenForTheShellAskedFor(_ shell: String, _ start: String) throws {
        let tidings = try Tidings()
        let outcome = try tidings.runBare("--generate-completion-script", shell)
        #expect(outcome.status == 0 && outcome.output.hasPrefix(start))
    }
}
