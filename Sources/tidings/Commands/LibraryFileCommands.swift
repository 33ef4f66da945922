import ArgumentParser
import Library
import News

/// `tidings library …`: care for the library file.
struct LibraryFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Care for the library file.", subcommands: [LibraryBackup.self])
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
