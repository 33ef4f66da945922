import ArgumentParser
import Terminal

/// Where the program begins: the command line is read, then the screen opens or a command runs.
@main
enum Main {
    static func main() {
        let arguments = GlobalOptions.moved(
            behindCommandIn: Array(CommandLine.arguments.dropFirst()), of: Tidings.self)
        do {
            var command = try Tidings.parseAsRoot(arguments)
            try command.run()
        } catch let error as any Explained {
            Console.say(error.explanation)
            Tidings.exit(withError: ExitCode(error.exitStatus))
        } catch {
            Tidings.exit(withError: error)
        }
    }
}
