import ArgumentParser
import Canvas
import Library
import News
import Screen
import Terminal

/// The command line's root: opens the screen, or prints the front page where there is no terminal.
///
/// Every command states its name: derived from the type it costs a search of all conformances, a quarter of a start.
struct Tidings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidings",
        abstract: "Read news in the terminal: feeds, an archive, and what else was written about it.",
        discussion:
            "Without a command it opens the screen; with no terminal on standard output it prints the front page.",
        version: Product.version,
        subcommands: [
            Add.self, Refresh.self, Sources.self, Remove.self, Rename.self, SetCommand.self, Backfill.self,
            Import.self, Export.self, List.self, Search.self, Show.self, Full.self, RelatedCommand.self,
            Stories.self, StoryCommand.self,
            Read.self, Unread.self, Star.self, Unstar.self, TagCommand.self, Untag.self, Undo.self, Redo.self,
            Saved.self, Rules.self, LibraryFile.self, Doctor.self, Config.self, Keys.self, Themes.self,
            Parse.self, Extract.self, Render.self, Tree.self, Manual.self, DecodePicture.self,
        ])

    @OptionGroup var global: GlobalOptions

    func run() throws {
        guard Terminal.isStandard else { return try FrontPage(global: global).run() }
        var options: [String] = []
        if let library = global.library { options += ["--library", library] }
        if let config = global.config { options += ["--config", config] }
        if let now = global.now { options += ["--now", now] }
        try ScreenOptions(options)?.openScreen()
    }
}
