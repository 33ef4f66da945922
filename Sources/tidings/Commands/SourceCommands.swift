import ArgumentParser
import Library
import News

/// `tidings sources`.
struct Sources: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List the sources: unread, health, last and next fetch.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false
    @Flag(help: "Only those that fail, with what can be done.") var failing = false

    func run(in library: Library) async throws {
        let reports = failing ? try await library.health() : try await library.sourceReports()
        let text = SourceText(surroundings: global.surroundings)
        for report in reports {
            Console.print(json ? text.json(report) : failing ? text.remedy(report) : text.line(report))
        }
        if reports.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

/// `tidings remove SOURCE…`.
struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Follow sources no longer; their articles stay.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Sources by number, name or address.") var names: [String]

    func run(in library: Library) async throws {
        for name in names {
            let source = try await library.source(named: name)
            try await library.remove(source.id)
            if !global.quiet { Console.note("\(source.title) is no longer followed") }
        }
    }
}

/// `tidings rename SOURCE NAME`.
struct Rename: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a source another name.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A source by number, name or address.") var source: String
    @Argument(help: "The new name.") var name: String

    func run(in library: Library) async throws {
        let source = try await library.source(named: source)
        try await library.rename(source.id, to: name)
        if !global.quiet { Console.note("\(source.title) is now \(Line(name))") }
    }
}

extension FullTextChoice: ExpressibleByArgument {}

/// `tidings set SOURCE`.
struct SetCommand: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set a source's folder, interval, full texts, password and header fields.",
        discussion: "Without options it prints what is set. --unset takes the name of a setting, as printed.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A source by number, name or address.") var source: String
    @Option(help: "The folder to put it in, as News/Local; an empty one is the top.") var folder: String?
    @Option(help: "How often to ask, as 30m, 6h or 1d; between 15m and 7d.") var every: String?
    @Option(
        help: "Fetch full texts of new articles: all, excerpts (where the feed has only a beginning), never.")
    var fullText: FullTextChoice?
    @Option(help: "A header field, as 'Name: Value'; may be given several times.") var header: [String] = []
    @Option(help: "How Tidings names itself to this server.") var userAgent: String?
    @Option(help: "The user name.") var user: String?
    @Option(help: "The command that prints the password.") var passwordCommand: String?
    @Option(help: "The file, readable by you alone, that holds the password or name:password.")
    var passwordFile: String?
    @Option(help: "Take a setting away; may be given several times.") var unset: [String] = []

    func validate() throws {
        if let every, SetCommand.seconds(every) == nil {
            throw ValidationError("--every wants a time as 30m, 6h or 1d")
        }
        if let name = unset.first(where: { SourceSetting(rawValue: $0) == nil }) {
            let known = SourceSetting.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(Line(name))” is no setting; there are \(known)")
        }
    }

    func run(in library: Library) async throws {
        let id = try await library.source(named: source).id
        if let folder { try await library.move(id, to: folder) }
        for setting in unset.compactMap(SourceSetting.init) { try await library.set(setting, nil, of: id) }
        let wishes: [(SourceSetting, String?)] = [
            (.interval, every.flatMap(SetCommand.seconds).map(String.init)),
            (.headers, header.isEmpty ? nil : header.joined(separator: "\n")), (.userAgent, userAgent),
            (.fullText, fullText?.rawValue), (.user, user), (.passwordCommand, passwordCommand),
            (.passwordFile, passwordFile),
        ]
        for case (let setting, let value?) in wishes { try await library.set(setting, value, of: id) }
        let isAsking = folder == nil && unset.isEmpty && wishes.allSatisfy { $0.1 == nil }
        guard isAsking, let report = try await library.sourceReports().first(where: { $0.source.id == id })
        else { return }
        for (name, value) in report.settings.sorted(by: { $0.key < $1.key }) {
            Console.print("\(name)\t\(Line(value))")
        }
    }

    /// `30m`, `6h`, `1d`, or minutes.
    private static func seconds(_ text: String) -> Int64? {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
        let unit = text.last.flatMap { units[$0] }
        guard let count = Int64(unit == nil ? text : String(text.dropLast())), (1...100_000).contains(count)
        else { return nil }
        return count * (unit ?? 60)
    }
}
