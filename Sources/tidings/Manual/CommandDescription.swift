import Markup

/// A command as the argument parser describes it, for pages that are made from the same source as the help.
struct CommandDescription {
    var name: String
    var abstract: String
    var discussion: String
    var arguments: [Argument]
    var subcommands: [CommandDescription]

    /// One thing that a command takes.
    struct Argument: Equatable {
        /// `--limit`, `-q`; none for what has a place.
        var names: [String]
        /// What stands for its value; nothing for flags.
        var value: String?
        var help: String
        var isOptional: Bool
        var isRepeating: Bool
    }

    /// Reads what the parser writes of a command; what is hidden from help is left out.
    init?(_ description: JSONValue) {
        guard let name = description["commandName"]?.text, description["shouldDisplay"] != .bool(false) else {
            return nil
        }
        self.name = name
        abstract = description["abstract"]?.text ?? ""
        discussion = description["discussion"]?.text ?? ""
        arguments = (description["arguments"]?.elements ?? []).compactMap { Argument($0) }
        subcommands = (description["subcommands"]?.elements ?? []).compactMap { CommandDescription($0) }
    }
}

extension CommandDescription.Argument {
    init?(_ description: JSONValue) {
        guard let kind = description["kind"]?.text, description["shouldDisplay"] != .bool(false) else {
            return nil
        }
        names = (description["names"]?.elements ?? []).compactMap { name in
            name["name"]?.text.map { (name["kind"]?.text == "short" ? "-" : "--") + $0 }
        }.sorted { $0.count < $1.count }
        value = kind == "flag" ? nil : description["valueName"]?.text
        help = description["abstract"]?.text ?? ""
        if let standard = description["defaultValue"]?.text, kind == "option" {
            help += " (default: \(standard))"
        }
        isOptional = description["isOptional"] == .bool(true)
        isRepeating = description["isRepeating"] == .bool(true)
    }
}
