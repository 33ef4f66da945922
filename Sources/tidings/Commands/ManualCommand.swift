import ArgumentParser
import Markup

/// `tidings manual`: for packages, which install it as tidings(1).
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

    func run() throws {
        var reader = JSONReader(utf8: Array(Tidings._dumpHelp().utf8))
        guard let command = reader.read()?["command"], let root = CommandDescription(command) else {
            throw ValidationError("the argument parser describes its commands in an unknown way")
        }
        Console.print(ManualPage.text(of: root))
    }
}
