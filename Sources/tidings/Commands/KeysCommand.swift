import ArgumentParser
import Screen

/// `tidings keys`.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the keys of the screen and the commands they stand for.")

    @Flag(help: "As the page of the documentation.") var markdown = false
    @Flag(help: "One JSON object a line.") var json = false

    func run() {
        guard json else {
            return Console.print(markdown ? String(KeyReference.markdown.dropLast()) : KeyReference.text)
        }
        for row in KeyReference.rows {
            let object: [(String, JSONText)] = [
                ("command", .string(row.name)), ("keys", .list(row.keys.map { .string($0) })),
                ("chapter", .string(row.chapter)), ("summary", .string(row.summary)),
            ]
            Console.print(JSONText.object(object).description)
        }
    }
}
