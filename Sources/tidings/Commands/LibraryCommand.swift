import ArgumentParser
import Dispatch
import Library
import News

/// A command that asks the library and prints.
protocol LibraryCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }
    /// Does the work.
    func run(in library: Library) async throws
}

extension LibraryCommand {
    func run() throws {
        let library = try global.openLibrary()
        let command = self
        let outcome = waitFor {
            do {
                try await command.run(in: library)
                await library.close()
                return Result<Void, any Error>.success(())
            } catch {
                await library.close()
                return .failure(error)
            }
        }
        try outcome.get()
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

    /// The articles named, in order; a query when it is no number and no address.
    func resolved(in library: Library) async throws -> Resolved {
        let names = names == ["-"] ? Selection.standardInput() : self.names
        var ids: [ArticleID] = []
        for name in names {
            guard Int64(name) != nil || name.contains("://") else {
                return .query(names.joined(separator: " "))
            }
            ids += try await library.articles(named: name)
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
