import Archive
import ArgumentParser
import Library
import News

/// `tidings read|unread|star|unstar QUERY|ID…`, `tidings tag|untag TAG QUERY|ID…`.
protocol MarkCommand: LibraryCommand {
    var change: MarkChange { get throws }
    /// What was done, behind a number.
    static var done: String { get }
    var selection: Selection { get }
    var options: MarkOptions { get }
}

/// What all commands have that change marks.
struct MarkOptions: ParsableArguments {
    @Flag(help: "Change nothing; print how many articles would change.") var dryRun = false
}

extension MarkCommand {
    func validate() throws {
        if selection.names.isEmpty { throw ValidationError("name articles, or give a query") }
    }

    func run(in library: Library) async throws { try await mark(in: library) }

    func mark(in library: Library) async throws {
        let change = try change
        let count =
            switch try await selection.resolved(in: library) {
            case .articles(let ids) where options.dryRun:
                try await library.countOfMarking(ids, change)
            case .query(let query) where options.dryRun:
                try await library.countOfMarking(.query(query), change)
            case .articles(let ids): try await library.mark(ids, change).count
            case .query(let query): try await library.mark(.query(query), change)
            }
        if options.dryRun {
            Console.print(String(count))
        } else if !global.quiet {
            Console.note("\(count) \(Self.done)")
        }
        if count == 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

struct Read: MarkCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Mark articles read, and with each its copies in other sources.")
    var change: MarkChange { .read(true) }
    static let done = "marked read"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @OptionGroup var selection: Selection
}

struct Unread: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "unread", abstract: "Mark articles unread.")
    var change: MarkChange { .read(false) }
    static let done = "marked unread"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @OptionGroup var selection: Selection
}

struct Star: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "star", abstract: "Star articles.")
    var change: MarkChange { .starred(true) }
    static let done = "starred"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @OptionGroup var selection: Selection
}

struct Unstar: MarkCommand {
    static let configuration = CommandConfiguration(commandName: "unstar", abstract: "Take stars away.")
    var change: MarkChange { .starred(false) }
    static let done = "unstarred"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @OptionGroup var selection: Selection
}

/// A tag as it is typed on a command line.
extension Tag: ExpressibleByArgument {
    /// A tag by its name.
    public init?(argument: String) { self.init(argument) }
}

struct TagCommand: MarkCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Give articles a tag; without articles, list the tags.")
    static let done = "tagged"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @Argument(help: "The tag.") var tag: Tag?
    @OptionGroup var selection: Selection
    var change: MarkChange { get throws { .tagged(try TagCommand.required(tag), true) } }

    func validate() throws {
        if tag != nil, selection.names.isEmpty { throw ValidationError("name articles, or give a query") }
    }

    func run(in library: Library) async throws {
        guard tag == nil else { return try await mark(in: library) }
        for (tag, count) in try await library.tags() { Console.print("\(tag)\t\(count)") }
    }

    static func required(_ tag: Tag?) throws -> Tag {
        guard let tag else { throw ValidationError("a tag is a word of at most 64 letters") }
        return tag
    }
}

struct Untag: MarkCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Take a tag away from articles.")
    static let done = "untagged"
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: MarkOptions
    @Argument(help: "The tag.") var tag: Tag
    @OptionGroup var selection: Selection
    var change: MarkChange { .tagged(tag, false) }
}

/// `tidings undo`.
struct Undo: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last change of marks or stories back, however large.")
    @OptionGroup var global: GlobalOptions

    func run(in library: Library) async throws {
        guard let change = try await library.undo() else {
            throw NothingToChange(explanation: "nothing to undo")
        }
        if !global.quiet { Console.note("undone: \(change.summary)") }
    }
}

/// `tidings redo`.
struct Redo: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Make the change again that was undone last.")
    @OptionGroup var global: GlobalOptions

    func run(in library: Library) async throws {
        guard let change = try await library.redo() else {
            throw NothingToChange(explanation: "nothing to redo")
        }
        if !global.quiet { Console.note("done again: \(change.summary)") }
    }
}

/// A command that had nothing to do.
private struct NothingToChange: Explained {
    var explanation: String
    var exitStatus: Int32 { ExitStatus.nothingMatched }
}

extension JournaledChange {
    /// `312 marked read`.
    fileprivate var summary: String {
        switch change {
        case .marks(.read(true)): "\(count) \(Read.done)"
        case .marks(.read(false)): "\(count) \(Unread.done)"
        case .marks(.starred(true)): "\(count) \(Star.done)"
        case .marks(.starred(false)): "\(count) \(Unstar.done)"
        case .marks(.tagged(let tag, true)): "\(count) \(TagCommand.done) \(tag)"
        case .marks(.tagged(let tag, false)): "\(count) \(Untag.done) \(tag)"
        case .stories(.apart): StoryPart.done
        case .stories(.together): StoryJoin.done
        case .stories(.followed(true)): StoryFollow.done
        case .stories(.followed(false)): StoryUnfollow.done
        case .rules(let change): change.summary
        }
    }
}
