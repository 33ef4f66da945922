import ArgumentParser
import Library
import News

/// `tidings export FORM [--output PATH] [QUERY]`.
struct Export: LibraryCommand {
    /// What is written.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case opml, jsonl, markdown, html, epub

        /// Whether it can be printed.
        var isText: Bool { self == .opml || self == .jsonl }
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write out subscriptions (opml) or articles (jsonl, markdown, html, epub).",
        discussion: """
            jsonl has all that is known of each article: imported into an empty library it gives the same library. \
            markdown and html fill a folder with a file for each article and an index; epub makes a book of them.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .shortAndLong, help: "The file or folder to write; without it opml and jsonl are printed.")
    var output: String?
    @Argument(help: "opml, jsonl, markdown, html or epub.") var form: Form
    @Argument(help: "Only what this query finds.") var query: [String] = []

    func validate() throws {
        if !form.isText, output == nil { throw ValidationError("\(form.rawValue) needs --output") }
        if form == .opml, !query.isEmpty {
            throw ValidationError("opml lists sources, a query finds articles")
        }
    }

    func run(in library: Library) async throws {
        let scope: ListScope = query.isEmpty ? .all : .query(query.joined(separator: " "))
        if !query.isEmpty { try await complete(.text, in: library) }
        let count = try await write(scope, of: library)
        if let output, !global.quiet {
            Console.note("\(count) \(form == .opml ? "sources" : "articles") written to \(output)")
        }
        if count == 0, !query.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }

    private func write(_ scope: ListScope, of library: Library) async throws -> Int {
        let place = output.map { ExportPlace.file($0) } ?? .stream(Console.data)
        switch form {
        case .opml: return try await library.exportOPML(to: place)
        case .jsonl: return try await library.exportJSONLines(scope, to: place)
        case .markdown: return try await library.exportFolder(scope, as: .markdown, to: output ?? "")
        case .html: return try await library.exportFolder(scope, as: .html, to: output ?? "")
        case .epub:
            let title = query.isEmpty ? "Tidings" : "Tidings: \(query.joined(separator: " "))"
            return try await library.exportBook(scope, title: Line(title), to: place)
        }
    }
}
