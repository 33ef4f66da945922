import ArgumentParser
import Configuration
import Screen

/// `tidings keys`.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the keys of the screen and the commands they stand for.",
        discussion: "As the configuration has them; with --preset as they come.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "The keys of a preset: default or newsboat.") var preset: KeyPreset?
    @Flag(help: "As the page of the documentation.") var markdown = false
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        if markdown { return Console.print(String(KeyReference.markdown.dropLast())) }
        let keymap = try preset?.keymap ?? currentKeymap()
        guard json else { return Console.print(KeyReference.text(keymap)) }
        for row in KeyReference.rows(keymap) {
            let object: [(String, JSONText)] = [
                ("command", .string(row.name)), ("keys", .list(row.keys.map { .string($0) })),
                ("chapter", .string(row.chapter)), ("summary", .string(row.summary)),
            ]
            Console.print(JSONText.object(object).description)
        }
    }

    private func currentKeymap() throws -> Keymap {
        try global.configurationFile.read()?.settings.screen.keymap ?? .standard
    }
}

extension KeyPreset: ExpressibleByArgument {}
