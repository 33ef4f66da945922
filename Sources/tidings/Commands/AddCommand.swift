import ArgumentParser
import Library
import News

/// `tidings add URL|FILE…`.
struct Add: FetchingCommand {
    static let makesLibrary = true
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Follow feeds and sites, keep pages, or read feed files.",
        discussion: """
            An address is a feed, a site that names its feeds, or a page to keep. It is asked at once, unless \
            --no-fetch leaves that to the next refresh. Files are imported.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Only follow; ask nothing now.") var noFetch = false
    @Flag(help: "Keep the page itself, whatever feeds it names.") var page = false
    @Option(help: "The folder to put it in, as News/Local.") var folder: String?
    @Argument(help: "Addresses or files.") var names: [String]

    func run(in library: Library) async throws {
        var failed = false
        for name in names where Library.isAddress(name) {
            do {
                try await add(name, to: library, &failed)
            } catch let problem as SourceProblem {
                Console.say(problem.description)
                failed = true
            }
        }
        let files = names.filter { !Library.isAddress($0) }
        if files.isEmpty {
            if !noFetch { try await library.indexArrivals() }
        } else {
            try await ImportRun(quiet: global.quiet, json: false).run(files, in: library)
        }
        if failed { throw ExitCode(ExitStatus.unavailable) }
    }

    private func add(_ name: String, to library: Library, _ failed: inout Bool) async throws {
        if noFetch {
            let source = try await library.follow(unasked: name, folder: folder)
            return tell(source, "followed from the next refresh on")
        }
        switch try await library.add(name, folder: folder, isPage: page) {
        case .followed(let source, let added, let others):
            tell(source, "\(added) new")
            for other in others where !global.quiet { Console.note("the page also names \(other)") }
        case .known(let source): tell(source, "followed already")
        case .kept(let headline, let source):
            if !global.quiet { Console.note("kept “\(headline)” in \(source.title)") }
        case .failed(let reason):
            Console.say(reason.text)
            failed = true
        }
    }

    private func tell(_ source: Source, _ words: String) {
        guard !global.quiet else { return }
        Console.print("\(source.title)\t\(source.address?.text ?? "")")
        Console.note("\(source.title): \(words)")
    }
}
