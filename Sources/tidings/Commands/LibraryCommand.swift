import Archive
import ArgumentParser
import Dispatch
import Library
import News

/// A command that asks the library and prints.
protocol LibraryCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }
    /// Whether it makes the library where there is none; a command that only reads says so instead.
    static var makesLibrary: Bool { get }
    /// Does the work.
    func run(in library: Library) async throws
}

/// A library that a reading command was told of and that is not there.
struct MissingLibrary: Explained {
    var path: String
    var explanation: String { "there is no library at \(path) yet; tidings add or tidings import makes one" }
    var exitStatus: Int32 { ExitStatus.noInput }
}

extension LibraryCommand {
    static var makesLibrary: Bool { false }

    func run() throws { try runInLibrary() }

    /// The same, for commands that also work without a library.
    func runInLibrary() throws {
        let work = try start()
        try waitFor { await work.value }.get()
    }

    /// Opens the library, does the work and closes the library, whatever came of it.
    func start() throws -> Task<Result<Void, any Error>, Never> {
        guard Self.makesLibrary || LocalFile.exists(global.libraryPath) else {
            throw MissingLibrary(path: global.libraryPath)
        }
        let library = try global.openLibrary()
        let command = self
        return Task {
            let outcome = await Result { () async throws -> Void in try await command.run(in: library) }
            await library.close()
            return outcome
        }
    }
}

/// What an answer needs to know beforehand.
enum IndexNeeded {
    case text, related
}

extension LibraryCommand {
    /// Indexes what came since, so that the answer is whole; a library that cannot be written answers with what it has.
    func complete(_ index: IndexNeeded, in library: Library) async throws {
        do {
            let waiting = try await library.countToIndex()
            let count = index == .text ? waiting.text : waiting.related
            if count > 2_000, !global.quiet { Console.note("indexing \(count) new articles first…") }
            if waiting.text > 0 { try await library.makeSearchable() }
            if index == .related, waiting.related > 0 { try await library.relate() }
        } catch ArchiveError.readOnly {}
    }
}

/// Runs asynchronous work to its end while this thread waits.
///
/// Only for the main thread, which runs no task.
func waitFor<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    Task {
        box.value = await work()
        done.signal()
    }
    done.wait()
    guard let value = box.value else {
        preconditionFailure("the semaphore is signalled after the value is set")
    }
    return value
}

/// Carries one value from a task to the thread that waits for it.
///
/// `@unchecked Sendable`: it is written before the semaphore is signalled and read after it was waited for.
private final class Box<Value>: @unchecked Sendable {
    var value: Value?
}

/// Articles named on a command line: by number, by address, or by a query.
struct Selection: ParsableArguments {
    @Argument(help: "Articles by number or address, or one query; - reads numbers from standard input.")
    var names: [String] = []

    /// The articles named, in order; a query when none of the names is a number or an address.
    ///
    /// - Throws: `ValidationError` for a blank query, which would mean everything, and for a mixture.
    func resolved(in library: Library) async throws -> Resolved {
        try await Selection.resolved(names, in: library)
    }

    /// What some names mean; see above.
    static func resolved(_ names: [String], in library: Library) async throws -> Resolved {
        let names = names == ["-"] ? Selection.standardInput() : names
        let areNamed = names.map { Int64($0) != nil || $0.contains("://") }
        guard areNamed.contains(true) else {
            let query = names.joined(separator: " ")
            guard !Line(query).isEmpty else {
                throw ValidationError("an empty query would mean every article")
            }
            return .query(query)
        }
        if let place = areNamed.firstIndex(of: false) {
            throw ValidationError("“\(names[place])” is no number and no address, as the others are")
        }
        var ids: [ArticleID] = []
        for name in names {
            let found = try await library.articles(named: name)
            if found.isEmpty { Console.say("no article \(name) in this library") }
            ids += found
        }
        return .articles(ids)
    }

    enum Resolved {
        case articles([ArticleID])
        case query(String)
    }

    private static func standardInput() -> [String] {
        var names: [String] = []
        while let line = readLine() { names += line.split(separator: " ").map(String.init) }
        return names
    }
}
