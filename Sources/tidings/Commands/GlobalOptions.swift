import ArgumentParser
import Configuration
import Library
import News

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "The library file (default: $TIDINGS_LIBRARY, else in the XDG data folder).")
    var library: String?

    @Option(
        name: .long, help: "The configuration (default: $TIDINGS_CONFIG, else in the XDG folder for them).")
    var config: String?

    @Option(name: .long, help: "A fixed clock, as 2026-05-12T09:14:00Z; for tests and scripts.")
    var now: String?

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if let now, Timestamp(iso8601: now) == nil {
            throw ValidationError("--now wants a time as 2026-05-12T09:14:00Z")
        }
    }

    var surroundings: Surroundings { Surroundings(fixedNow: now.flatMap { Timestamp(iso8601: $0) }) }

    var libraryPath: String { library ?? Surroundings.defaultLibrary }

    var configurationFile: ConfigurationFile { Surroundings.configurationFile(named: config) }

    /// Opens the library.
    func openLibrary() throws -> Library {
        let surroundings = surroundings
        return try Library(path: libraryPath) { surroundings.now() }
    }

    /// Puts options before a command behind it, where the parser wants them: `--library X list` is `list --library X`.
    ///
    /// Other options than these are the root's own.
    static func moved(behindCommandIn arguments: [String]) -> [String] {
        var index = 0
        while index < arguments.count, arguments[index].hasPrefix("-") {
            let name = arguments[index].prefix { $0 != "=" }
            switch name {
            case "--library", "--config", "--now": index += name.endIndex == arguments[index].endIndex ? 2 : 1
            case "--quiet", "-q": index += 1
            default: return arguments
            }
        }
        guard index > 0, index < arguments.count else { return arguments }
        return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
    }
}

extension Timestamp {
    /// `2026-05-12T09:14:00Z`, exactly.
    init?(iso8601 text: String) {
        let parts = text.split { "-T:Z".contains($0) }.compactMap { Int($0) }
        guard text.count == 20, parts.count == 6 else { return nil }
        self.init(
            CivilTime(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5]))
        guard iso8601 == text else { return nil }
    }
}
