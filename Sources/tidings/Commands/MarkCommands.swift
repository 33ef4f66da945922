import ArgumentParser
import Library
import News

/// `tidings read|unread|star|unstar QUERY|ID…`.
protocol MarkCommand: LibraryCommand {
    static var change: MarkChange { get }
    static var done: String { get }
    var selection: Selection { get }
}

extension MarkCommand {
    func validate() throws {
        if selection.names.isEmpty { throw ValidationError("name articles, or give a query") }
    }

    func run(in library: Library) async throws {
        let count =
            switch try await selection.resolved(in: library) {
            case .articles(let ids): try await library.mark(ids, Self.change).count
            case .query(let query): try await library.mark(.query(query), Self.change)
            }
        if !global.quiet { Console.note("\(count) \(Self.done)") }
        if count == 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

struct Read: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "read", abstract: "Mark articles read.")
    static let change = MarkChange.read(true)
    static let done = "marked read"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: Selection
}

struct Unread: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "unread", abstract: "Mark articles unread.")
    static let change = MarkChange.read(false)
    static let done = "marked unread"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: Selection
}

struct Star: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "star", abstract: "Star articles.")
    static let change = MarkChange.starred(true)
    static let done = "starred"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: Selection
}

struct Unstar: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "unstar", abstract: "Take stars away.")
    static let change = MarkChange.starred(false)
    static let done = "unstarred"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: Selection
}
