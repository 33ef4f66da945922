import ArgumentParser
import Library
import News

/// `tidings rules`: what happens by itself to new articles.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "What happens by itself to new articles: muted, starred, tagged.",
        discussion: """
            A rule is made of a query and of what is done to the articles it finds, as they come; what is unread and fits \
            gets its mark at once. Muted articles are marked read, and stay in the library. undo takes a new rule back \
            with all it did.
            """,
        subcommands: [RuleList.self, RuleAdd.self, RuleRemove.self, RuleTest.self],
        defaultSubcommand: RuleList.self)
}

struct RuleList: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the rules with their numbers.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run(in library: Library) async throws {
        let rules = try await library.rules()
        for (number, rule) in zip(1..., rules) {
            guard json else {
                Console.print("\(number)\t\(Line(rule.description))")
                continue
            }
            let object: [(String, JSONText)] = [
                ("number", .integer(Int64(number))), ("action", .string(rule.action.name)),
                ("query", .string(rule.query)),
            ]
            Console.print(JSONText.object(object).description)
        }
        if rules.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

/// What a rule does, as options say it.
struct RuleOptions: ParsableArguments {
    @Flag(help: "Mark them read, so that they are not among the unread; the default.") var mute = false
    @Flag(help: "Star them.") var star = false
    @Option(help: "Give them this tag.") var tag: Tag?
    @Argument(help: "The query, as in source:post title:ferry.") var query: [String]

    func validate() throws {
        guard [mute, star, tag != nil].filter({ $0 }).count <= 1 else {
            throw ValidationError("a rule does one thing: --mute, --star or --tag")
        }
        guard !query.joined().isEmpty else { throw ValidationError("the query is empty") }
    }

    var rule: Rule {
        let action: Rule.Action = star ? .star : tag.map { .tag($0) } ?? .mute
        return Rule(action, query.joined(separator: " "))
    }
}

struct RuleAdd: LibraryCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Make a rule.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: RuleOptions

    func run(in library: Library) async throws {
        try await complete(.text, in: library)
        guard let count = try await library.add(options.rule) else {
            Console.say("there is such a rule already")
            throw ExitCode(ExitStatus.nothingMatched)
        }
        if !global.quiet { Console.note("\(count) unread articles marked, and new ones as they come") }
    }
}

struct RuleRemove: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "End a rule; the marks it set stay.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its number, as the list has it.") var number: Int

    func run(in library: Library) async throws {
        let rules = try await library.rules()
        guard rules.indices.contains(number - 1) else {
            Console.say("there is no rule \(number); tidings rules lists them")
            throw ExitCode(ExitStatus.nothingMatched)
        }
        _ = try await library.remove(rules[number - 1])
        if !global.quiet { Console.note("ended: \(Line(rules[number - 1].description))") }
    }
}

struct RuleTest: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Print the unread articles that a rule would mark now; nothing changes.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: RuleOptions
    @Option(help: "How many at most.") var limit = 40

    func run(in library: Library) async throws {
        try await complete(.text, in: library)
        let rule = options.rule
        let count = try await library.count(of: rule)
        let fitting = "is:unread (\(rule.query))"
        for listing in try await library.listings(.query(fitting), limit: limit) {
            Console.print(ListingText.line(listing))
        }
        if !global.quiet {
            Console.note("\(count) unread articles would be marked by: \(Line(rule.description))")
        }
        if count == 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

extension Rule.Action {
    /// `mute`, `star`, `tag:ships`.
    fileprivate var name: String {
        switch self {
        case .mute: "mute"
        case .star: "star"
        case .tag(let tag): "tag:\(tag.name)"
        }
    }
}
