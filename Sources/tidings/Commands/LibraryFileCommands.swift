import Archive
import ArgumentParser
import Library
import News

/// `tidings library …`: care for the library file.
struct LibraryFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Care for the library file.",
        subcommands: [
            LibraryBackup.self, LibraryCheck.self, LibraryCompact.self, LibraryIndex.self, LibraryPath.self,
            LibraryStats.self,
        ])
}

/// `tidings library backup PATH`.
struct LibraryBackup: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole library into a file, also while it is in use.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to make or to replace.") var path: String

    func run(in library: Library) async throws {
        try await library.backUp(to: path)
        if !global.quiet { Console.note("the library \(global.libraryPath) is copied to \(path)") }
    }
}

/// `tidings library check`.
struct LibraryCheck: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for damage in the file, its tables and every text.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "Make an index again from the articles: search or related.")
    var rebuild: RebuildableIndex?

    func run(in library: Library) async throws {
        if let rebuild {
            try await library.rebuild(rebuild)
            if !global.quiet { Console.note("the \(rebuild.rawValue) index was made again") }
        }
        let problems = try await library.check()
        for problem in problems { Console.say(problem) }
        guard problems.isEmpty else { throw ExitCode(ExitStatus.ioError) }
        if !global.quiet { Console.note("\(global.libraryPath) is whole") }
    }
}

extension RebuildableIndex: ExpressibleByArgument {}

/// `tidings library index`.
struct LibraryIndex: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Compare the articles that wait, for related news and stories.")

    @OptionGroup var global: GlobalOptions

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        if !global.quiet { Console.note("all articles are indexed") }
    }
}

/// `tidings library compact`.
struct LibraryCompact: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "Give unused space back and put the indexes in order.")

    @OptionGroup var global: GlobalOptions

    func run(in library: Library) async throws {
        let before = try await library.statistics().bytes
        try await library.compact()
        let after = try await library.statistics().bytes
        if !global.quiet { Console.note("\(ByteCount(before)) before, \(ByteCount(after)) now") }
    }
}

/// `tidings library path`.
struct LibraryPath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print where the library file is, or would be.")

    @OptionGroup var global: GlobalOptions

    func run() { Console.print(global.libraryPath) }
}

/// `tidings library stats`.
struct LibraryStats: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Print what the library holds, and how large its parts are.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object.") var json = false

    func run(in library: Library) async throws {
        let statistics = try await library.statistics()
        let numbers = [
            ("articles", statistics.articles), ("unread", statistics.unread), ("starred", statistics.starred),
            ("sources", statistics.sources), ("subscriptions", statistics.subscriptions),
            ("tags", statistics.tags), ("revisions", statistics.revisions), ("waiting", statistics.waiting),
            ("bytes", statistics.bytes), ("format", statistics.version),
        ]
        if json {
            let parts = statistics.parts.map { ($0.name, JSONText.integer(Int64($0.bytes))) }
            let object = numbers.map { ($0, JSONText.integer(Int64($1))) } + [("parts", .object(parts))]
            return Console.print(JSONText.object(object).description)
        }
        for (name, number) in numbers { Console.print("\(name)\t\(number)") }
        for part in statistics.parts where part.bytes * 100 >= statistics.bytes {
            Console.print("  \(part.name)\t\(ByteCount(part.bytes))")
        }
    }
}

/// `tidings doctor`: what is wrong, and what to do about it.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with the library, and what to do.",
        discussion: "With --rescue it saves what can be read of a damaged library into a new file beside it.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Save what can be read into a new file; the damaged one is left as it is.") var rescue = false
    @Option(help: "The new file (default: the library's name with .rescued behind it).") var output: String?

    func run() throws {
        guard LocalFile.exists(global.libraryPath) else { throw MissingLibrary(path: global.libraryPath) }
        if rescue { return try save() }
        let command = self
        try waitFor { await Result { () async throws -> Void in try await command.examine() } }.get()
    }

    private func examine() async throws {
        let path = global.libraryPath
        let library: Library
        do {
            library = try global.openLibrary()
            try await library.quickCheck()
        } catch let error as ArchiveError {
            Console.say(error.description)
            if case .damaged = error { Console.say("save what can be read with: tidings doctor --rescue") }
            if case .notALibrary = error {
                Console.say("if it was one, save what can be read with: tidings doctor --rescue")
            }
            throw ExitCode(error.exitStatus)
        }
        let statistics = try await library.statistics()
        Console.print(
            "library\t\(path): whole, \(statistics.articles) articles, \(ByteCount(statistics.bytes))")
        if LocalFile.isOpenToOthers(path) {
            Console.print("privacy\tothers can read \(path); mend it with: chmod 600 \(path)")
        }
        if statistics.waiting > 0 {
            Console.print(
                "indexes\t\(statistics.waiting) articles wait; an open screen or the next search sees to it")
        }
        let text = SourceText(surroundings: global.surroundings)
        for sick in try await library.health() { Console.print("feed\t\(text.remedy(sick))") }
        await library.close()
    }

    private func save() throws {
        let (path, now) = (global.libraryPath, global.surroundings.now())
        let target = output ?? path + ".rescued"
        let report = try waitFor {
            await Result { () async throws -> RescueReport in
                try await Library.rescue(from: path, to: target, now: now)
            }
        }.get()
        Console.print("\(report.articles) articles were saved into \(target)")
        if report.withoutText > 0 { Console.print("\(report.withoutText) of them have lost their texts") }
        if report.strayTexts > 0 {
            Console.print(
                "\(report.strayTexts) texts had lost their articles and stand under “Rescued texts”")
        }
        Console.print("use it with --library \(target), or put it in the place of \(path)")
    }
}

extension Result where Failure == any Error {
    /// The outcome of asynchronous work.
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}

/// Bytes as people say them.
struct ByteCount: CustomStringConvertible {
    var bytes: Int
    init(_ bytes: Int) { self.bytes = bytes }

    var description: String {
        var value = Double(bytes)
        for unit in ["bytes", "KiB", "MiB", "GiB"] {
            if value < 1_024 || unit == "GiB" {
                let rounded = (value * 10).rounded() / 10
                return (unit == "bytes" ? "\(bytes)" : "\(rounded)") + " " + unit
            }
            value /= 1_024
        }
        return "\(bytes) bytes"
    }
}
