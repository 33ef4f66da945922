import Library
import Screen

/// tidings(1): one page for all commands, in the language of man(7).
///
/// Commands come from the argument parser, keys from the table of commands; only what neither knows is written here.
struct ManualPage {
    private let root: CommandDescription
    private var lines: [String] = []

    /// The page's text.
    static func text(of root: CommandDescription) -> String {
        var page = ManualPage(root: root)
        page.write()
        return page.lines.joined(separator: "\n")
    }

    private init(root: CommandDescription) { self.root = root }

    private mutating func write() {
        lines = [
            ".TH TIDINGS 1 \"\" \"Tidings \(Product.version)\" \"User Commands\"",
            ".SH NAME", "tidings \\- a news reader for the terminal",
            ".SH SYNOPSIS", ".B tidings", ".RI [ options ]", ".br", ".B tidings",
            ".I command", ".RI [ options ]", ".RI [ arguments ]",
            ".SH DESCRIPTION", Self.escaped(root.abstract), Self.escaped(root.discussion),
            ".SH OPTIONS", "These are taken by every command.",
        ]
        for argument in root.arguments { write(argument) }
        lines.append(".SH COMMANDS")
        for command in root.subcommands where command.name != "help" { write(command, after: "tidings") }
        writeKeys()
        lines += ManualText.queries + ManualText.rest
    }

    private mutating func write(_ command: CommandDescription, after parent: String) {
        let name = parent + " " + command.name
        let own = command.arguments.filter { !root.arguments.contains($0) && $0.names != ["--version"] }
        if command.subcommands.isEmpty || !command.discussion.isEmpty {
            let places = own.filter(\.names.isEmpty).map { Self.synopsis($0) }
            let options = own.contains { !$0.names.isEmpty } ? ["[\\fIoptions\\fR]"] : []
            let words = ["\\fB\(Self.escaped(name))\\fR"] + options + places
            lines += [".SS \(words.joined(separator: " "))", Self.escaped(command.abstract)]
            if !command.discussion.isEmpty { lines += [".PP", Self.escaped(command.discussion)] }
            for argument in own where !argument.help.isEmpty { write(argument) }
        }
        for command in command.subcommands { write(command, after: name) }
    }

    private mutating func write(_ argument: CommandDescription.Argument) {
        let value = argument.value.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
        let names = argument.names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
        lines += [
            ".TP", names.isEmpty ? String(value.dropFirst()) : names + value, Self.escaped(argument.help),
        ]
    }

    private mutating func writeKeys() {
        lines += [".SH KEYS", "Of the screen; a command that cannot run says why."]
        var chapter = ""
        for row in KeyReference.rows(.standard) {
            if row.chapter != chapter {
                lines.append(".SS \(Self.escaped(row.chapter))")
                chapter = row.chapter
            }
            let keys = row.keys.isEmpty ? ":" + row.name : row.keys.joined(separator: "  ")
            lines += [".TP", "\\fB\(Self.escaped(keys))\\fR", Self.escaped(row.summary)]
        }
    }

    private static func synopsis(_ argument: CommandDescription.Argument) -> String {
        let name = "\\fI\(escaped(argument.value ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "[\(name)]" : name
    }

    /// Text as roff reads it: no letter is a command, and hyphens can be copied into a shell.
    static func escaped(_ text: String) -> String {
        let letters = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return letters.split(separator: "\n").map { line in
            line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : String(line)
        }.joined(separator: "\n")
    }
}
