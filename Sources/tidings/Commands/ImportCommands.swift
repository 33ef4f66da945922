import ArgumentParser
import Library
import News

/// `tidings import FILE…`.
struct Import: LibraryCommand {
    static let makesLibrary = true
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keep what files and folders hold.",
        discussion: """
            Feeds, OPML, newsboat's urls and cache.db, newsraft's feeds and database, JSON Lines, saved pages, page texts, \
            exports of Pocket, Instapaper and Readwise (CSV), mailboxes of feed items (mbox) and web archives (WARC), \
            each also packed with gzip. What is kept already is not kept twice: an import that was broken off is \
            continued by the same command.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print the counts as one JSON object.") var json = false
    @Option(help: "Write the records that cannot be read into this file, as they stand.") var rejects: String?
    @Argument(help: "Files and folders.") var files: [String]

    func run(in library: Library) async throws {
        let aside = try rejects.map { try RejectedRecords(path: $0) }
        try await ImportRun(quiet: global.quiet, json: json, aside: aside).run(files, in: library)
    }
}

/// Imports files one after the other, says what came of it, and fills the indexes.
struct ImportRun {
    var quiet: Bool
    var json: Bool
    var aside: RejectedRecords?

    private var options: ImportOptions {
        let aside = aside
        var options = ImportOptions()
        if let aside { options.keepAside = { aside.add($0) } }
        if !quiet, Console.isWatched {
            // The end of a path is what tells files apart, and has to fit into a line.
            options.showProgress = { Console.progress("\($0.records) records · \($0.file.suffix(48))") }
        }
        return options
    }

    func run(_ files: [String], in library: Library) async throws {
        var total = ImportReport()
        for file in files {
            let report = try await library.import(file: file, options)
            if !quiet { Console.endProgress() }
            for failure in report.failures { Console.say(failure.description) }
            if !quiet { for warning in report.warnings { Console.note(warning.description) } }
            if !quiet, !json {
                for source in report.subscribed {
                    Console.print("\(source.title)\t\(source.address?.text ?? "")")
                }
            }
            if report.unlistedFailures > 0 {
                Console.say("\(file): and \(report.unlistedFailures) more that could not be read")
            }
            total += report
        }
        try aside?.close()
        if json { Console.print(summary(total)) }
        if !quiet {
            var parts = ["\(total.added) added", "\(total.updated) updated", "\(total.skipped) unchanged"]
            if !total.subscribed.isEmpty { parts.append("\(total.subscribed.count) sources") }
            if !total.failures.isEmpty { parts.append("\(total.failedCount) failed") }
            Console.note(parts.joined(separator: ", "))
        }
        let waiting = try await library.indexArrivals()
        if waiting > 0, !quiet {
            Console.note(
                "\(waiting) articles are not compared for related news yet: tidings library index does it")
        }
        guard !total.failures.isEmpty else { return }
        let isOnlyMissing = total.failures.allSatisfy(\.isMissing)
        throw ExitCode(isOnlyMissing ? ExitStatus.noInput : ExitStatus.badData)
    }

    private func summary(_ report: ImportReport) -> String {
        JSONText.object([
            ("added", .integer(Int64(report.added))), ("updated", .integer(Int64(report.updated))),
            ("skipped", .integer(Int64(report.skipped))), ("failed", .integer(Int64(report.failedCount))),
        ]).description
    }
}
