import ArgumentParser
import Library
import News

/// `tidings refresh [SOURCE…]`.
struct Refresh: FetchingCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Fetch what is due.",
        discussion: """
            Named sources, and all of them with --all, are asked whatever their schedule; a server's Retry-After is kept \
            even so. The exit status is 69 when some failed.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Ask those as well that are not due.") var all = false
    @Flag(help: "One JSON object a line.") var json = false
    @Flag(help: "Ask nobody; only finish what is still to be indexed.") var offline = false
    @Argument(help: "Sources by number, name or address.") var names: [String] = []

    func run(in library: Library) async throws {
        guard !offline else { return try await library.index() }
        var sources: [SourceID] = []
        for name in names { sources.append(try await library.source(named: name).id) }
        let printer = RefreshPrinter(
            isJSON: json, isQuiet: global.quiet, surroundings: global.surroundings)
        let choice: RefreshChoice = names.isEmpty ? (all ? .all : .due) : .sources(sources)
        let report = try await library.refresh(choice) { printer.tell($0) }
        printer.finish(report)
        try await library.indexArrivals()
        if report.progress.failing > 0 { throw ExitCode(ExitStatus.unavailable) }
    }
}

/// `tidings backfill SOURCE`.
struct Backfill: FetchingCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill", abstract: "Fetch the older entries of a feed, page by page (RFC 5005).")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A source by number, name or address.") var name: String

    func run(in library: Library) async throws {
        let source = try await library.source(named: name)
        let isQuiet = global.quiet
        let report = try await library.backfill(source.id) { report in
            if !isQuiet { Console.progress("\(report.pages) pages, \(report.added) new") }
        }
        Console.endProgress()
        if !isQuiet { Console.note("\(source.title): \(report.pages) pages, \(report.added) new") }
        try await library.indexArrivals()
        if let trouble = report.trouble {
            Console.say(trouble.text)
            throw ExitCode(ExitStatus.unavailable)
        }
    }
}
