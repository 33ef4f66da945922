import ArgumentParser
import Library
import News

/// `tidings saved`: queries with names, which are views.
struct Saved: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saved", abstract: "Queries with names: views that are always up to date.",
        subcommands: [SavedList.self, SavedAdd.self, SavedRemove.self], defaultSubcommand: SavedList.self)
}

struct SavedList: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the saved queries with their unread and all articles.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run(in library: Library) async throws {
        try await complete(.text, in: library)
        for saved in try await library.savedQueries() {
            let counts = try await library.counts(.query(saved.query))
            guard json else {
                Console.print("\(saved.name)\t\(counts.unread)/\(counts.all)\t\(saved.query)")
                continue
            }
            let object: [(String, JSONText)] = [
                ("name", .string(saved.name.text)), ("query", .string(saved.query)),
                ("articles", .integer(Int64(counts.all))), ("unread", .integer(Int64(counts.unread))),
            ]
            Console.print(JSONText.object(object).description)
        }
    }
}

struct SavedAdd: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Save a query; one of the same name is replaced.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name.") var name: String
    @Argument(help: "The query, as in is:unread tag:work storm.") var query: [String]

    func run(in library: Library) async throws {
        guard let name = Line(nonEmpty: name) else { throw ValidationError("the name is empty") }
        try await library.save(SavedQuery(name: name, query: query.joined(separator: " ")))
    }
}

struct SavedRemove: LibraryCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Forget a saved query.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its name.") var name: String

    func run(in library: Library) async throws {
        guard try await library.removeSavedQuery(named: Line(name)) else {
            Console.say("no saved query is called \(name)")
            throw ExitCode(ExitStatus.nothingMatched)
        }
    }
}
