import ArgumentParser
import Configuration

/// `tidings config`.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Look after the configuration file.",
        subcommands: [ConfigInit.self, ConfigCheck.self, ConfigPath.self, ConfigShow.self],
        defaultSubcommand: ConfigShow.self)
}

/// `tidings config init`.
struct ConfigInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a configuration to begin with, every setting explained; one that is there stays."
    )

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let file = global.configurationFile
        guard try file.begin() else {
            Console.say("\(file.path) is there already, and stays as it is")
            throw ExitCode(ExitStatus.nothingMatched)
        }
        Console.print(file.path)
    }
}

/// `tidings config check`.
struct ConfigCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what in the configuration cannot be obeyed, and where.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let file = global.configurationFile
        guard let reader = try file.read() else {
            if !global.quiet { Console.note("there is no \(file.path); everything is as it comes") }
            return
        }
        for problem in reader.problems { Console.note(problem.explanation(in: file.path)) }
        guard reader.problems.isEmpty else { throw ExitCode(ExitStatus.badData) }
        if !global.quiet { Console.note("\(file.path) is good") }
    }
}

/// `tidings config path`.
struct ConfigPath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print where the configuration is, or would be.")

    @OptionGroup var global: GlobalOptions

    func run() { Console.print(global.configurationFile.path) }
}

/// `tidings config show`.
struct ConfigShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print all settings as they are in force, as TOML.",
        discussion: "With --default a file to begin with, every setting explained, as config init writes it.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .customLong("default"), help: "A file to begin with, in which nothing is set.")
    var isDefault = false

    func run() throws {
        if isDefault { return Console.print(Settings.example) }
        let file = global.configurationFile
        let reader = try file.read()
        for problem in reader?.problems ?? [] { Console.say(problem.sentence(in: file.path)) }
        Console.print((reader?.settings ?? Settings()).toml)
    }
}

extension ConfigurationFile.Failure: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { ExitStatus.noInput }
}
