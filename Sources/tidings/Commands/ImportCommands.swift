import ArgumentParser
import Library
import News

/// `tidings import FILE…`.
struct Import: LibraryCommand {
    static let makesLibrary = true
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keep what files hold: feeds, OPML, JSON Lines, saved pages, page texts.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print the counts as one JSON object.") var json = false
    @Argument(help: "Files.") var files: [String]

    func run(in library: Library) async throws {
        try await ImportRun(quiet: global.quiet, json: json).run(files, in: library)
    }
}

/// Imports files one after the other, says what came of it, and fills the indexes.
struct ImportRun {
    var quiet: Bool
    var json: Bool

    private static let comparedAtOnce = 500

    func run(_ files: [String], in library: Library) async throws {
        var total = ImportReport()
        for file in files {
            let report = try await library.import(file: file)
            for failure in report.failures { Console.say(failure.description) }
            if !quiet { for warning in report.warnings { Console.note(warning.description) } }
            if !quiet, !json {
                for source in report.subscribed {
                    Console.print("\(source.title)\t\(source.address?.text ?? "")")
                }
            }
            total += report
        }
        if json { Console.print(summary(total)) }
        if !quiet {
            var parts = ["\(total.added) added", "\(total.updated) updated", "\(total.skipped) unchanged"]
            if !total.subscribed.isEmpty { parts.append("\(total.subscribed.count) sources") }
            if !total.failures.isEmpty { parts.append("\(total.failures.count) failed") }
            Console.note(parts.joined(separator: ", "))
        }
        try await library.makeSearchable()
        // A day's news is compared at once; for an archive it takes longer than all the rest, and is done when related
        // news is first asked for, or while the screen is open.
        if try await library.countToIndex().related <= ImportRun.comparedAtOnce { try await library.relate() }
        guard !total.failures.isEmpty else { return }
        let isOnlyMissing = total.failures.allSatisfy(\.isMissing)
        throw ExitCode(isOnlyMissing ? ExitStatus.noInput : ExitStatus.badData)
    }

    private func summary(_ report: ImportReport) -> String {
        JSONText.object([
            ("added", .integer(Int64(report.added))), ("updated", .integer(Int64(report.updated))),
            ("skipped", .integer(Int64(report.skipped))), ("failed", .integer(Int64(report.failures.count))),
        ]).description
    }
}
