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
            var command = try Tidings.parseAsRoot(GlobalOptions.moved(behindCommandIn: arguments))
            try command.run()
        } catch let error as any Explained {
            Console.say(error.explanation)
            Tidings.exit(withError: ExitCode(error.exitStatus))
        } catch {
            Tidings.exit(withError: error)
        }
    }
}
