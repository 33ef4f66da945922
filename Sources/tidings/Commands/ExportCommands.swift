import ArgumentParser
import Library
import News

/// `tidings export FORM [--output PATH] [QUERY]`.
struct Export: LibraryCommand {
    /// What is written.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case opml, jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write out subscriptions (opml) or articles (jsonl, markdown, html, epub).")

    @OptionGroup var global: GlobalOptions
    @Option(name: .shortAndLong, help: "The file or folder to write; without it opml and jsonl are printed.")
    var output: String?
    @Argument(help: "opml or jsonl.") var form: Form
    @Argument(help: "Only what this query finds.") var query: [String] = []

    func validate() throws {
        if form == .opml, !query.isEmpty {
            throw ValidationError("opml lists sources, a query finds articles")
        }
    }

    func run(in library: Library) async throws {
        let scope: ListScope = query.isEmpty ? .all : .query(query.joined(separator: " "))
        let place = output.map { ExportPlace.file($0) } ?? .stream(Console.data)
        let count =
            switch form {
            case .opml: try await library.exportOPML(to: place)
            case .jsonl: try await library.exportJSONLines(scope, to: place)
            }
        if let output, !global.quiet {
            Console.note("\(count) \(form == .opml ? "sources" : "articles") written to \(output)")
        }
        if count == 0, !query.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}
