import ArgumentParser
import Terminal

/// Where the program begins: the command line is read, then the screen opens or a command runs.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            // Most starts open the screen and need none of the parser's machinery, which is half of what they cost.
            if Terminal.isStandard, let options = ScreenOptions(arguments) { return try options.openScreen() }
            let moved = GlobalOptions.moved(behindCommandIn: arguments)
            var command = try Main.command(named: moved) ?? Tidings.parseAsRoot(moved)
            try command.run()
        } catch let error as any Explained {
            Console.say(error.explanation)
            Tidings.exit(withError: ExitCode(error.exitStatus))
        } catch {
            Tidings.exit(withError: error)
        }
    }

    /// The command that the first argument names, if the rest can be read.
    ///
    /// The root's parser looks at all commands first, which costs as much as parsing a hundred feeds; what this one cannot
    /// read it has to explain.
    private static func command(named arguments: [String]) -> (any ParsableCommand)? {
        guard let name = arguments.first,
            let type = Tidings.configuration.subcommands.first(where: { $0.configuration.commandName == name }
            ),
            type.configuration.subcommands.isEmpty,
            let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
            // A wish for help comes back as another command.
            Swift.type(of: command) == type
        else { return nil }
        return command
    }
}
