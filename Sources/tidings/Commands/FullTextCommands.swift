import ArgumentParser
import Library
import News
import Synchronization

/// `tidings full QUERY|ID…`.
struct Full: FetchingCommand {
    static let configuration = CommandConfiguration(
        commandName: "full", abstract: "Fetch the full texts of articles from their pages.",
        discussion: """
            What the feed gave is kept beside it. Articles whose full text is held are left out unless --again is given. \
            The exit status is 69 when some could not be fetched.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Fetch those as well whose full text is held.") var again = false
    @OptionGroup var selection: Selection

    func validate() throws {
        if selection.names.isEmpty { throw ValidationError("name articles, or give a query") }
    }

    func run(in library: Library) async throws {
        let chosen: [ArticleID]
        switch try await selection.resolved(in: library) {
        case .articles(let ids): chosen = ids
        case .query(let query): chosen = try await library.articles(matching: query)
        }
        var wanted: [ArticleID] = []
        for id in chosen {
            if again {
                wanted.append(id)
            } else if try await library.fullText(of: id) == nil {
                wanted.append(id)
            }
        }
        let tally = FullTextTally(isQuiet: global.quiet, total: wanted.count)
        try await library.fetchFullTexts(of: wanted) { id, outcome in tally.tell(id, outcome) }
        tally.finish(held: chosen.count - wanted.count)
        try await library.indexArrivals()
        if chosen.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
        if tally.failed > 0 { throw ExitCode(ExitStatus.unavailable) }
    }
}

/// Says what came of each article's page, and counts.
private final class FullTextTally: Sendable {
    private let isQuiet: Bool
    private let total: Int
    private let counts = Mutex((done: 0, failed: 0))

    init(isQuiet: Bool, total: Int) {
        self.isQuiet = isQuiet
        self.total = total
    }

    var failed: Int { counts.withLock { $0.failed } }

    private var done: Int { counts.withLock { $0.done } }

    func tell(_ id: ArticleID, _ outcome: FullTextOutcome) {
        switch outcome {
        case .failed(let reason):
            counts.withLock { $0.failed += 1 }
            Console.endProgress()
            Console.say("article \(id): \(reason)")
        case .fetched(let text):
            counts.withLock { $0.done += 1 }
            for sentence in text.notes.sentences where !isQuiet {
                Console.endProgress()
                Console.note("article \(id): \(sentence)")
            }
        }
        if !isQuiet { Console.progress("\(done + failed) of \(total) full texts") }
    }

    func finish(held: Int) {
        Console.endProgress()
        guard !isQuiet else { return }
        let parts = [
            "\(done) full texts fetched", failed > 0 ? "\(failed) failed" : nil,
            held > 0 ? "\(held) held already" : nil,
        ]
        Console.note(parts.compactMap { $0 }.joined(separator: ", "))
    }
}
