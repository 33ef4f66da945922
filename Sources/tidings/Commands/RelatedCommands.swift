import ArgumentParser
import Library
import News

/// `tidings related ID|URL…`.
struct RelatedCommand: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "related",
        abstract: "What else there is to an article: same story, background, follow-ups.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object an article.") var json = false
    @Flag(help: "Say what both articles speak of.") var why = false
    @Option(help: "At most so many.") var limit = 20
    @Argument(help: "Articles by number or address.") var names: [String]

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit wants a number from 0") }
    }

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        var isMissing = false
        for name in names {
            guard let id = try await library.articles(named: name).first else {
                Console.say("no article \(name) in this library")
                isMissing = true
                continue
            }
            let items =
                json
                ? try await library.ranked(to: id, limit: limit)
                : Array(try await library.related(to: id).items.prefix(limit))
            json ? Console.print(object(name, items)) : print(items)
        }
        if isMissing { throw ExitCode(ExitStatus.nothingMatched) }
    }

    private func print(_ items: [RelatedNews.Item]) {
        for item in items {
            Console.print("\(item.group.rawValue)\t" + ListingText.line(item.listing))
            if why, !item.reasons.isEmpty {
                Console.print("\t    " + item.reasons.map(\.text).joined(separator: " · "))
            }
        }
    }

    private func object(_ name: String, _ items: [RelatedNews.Item]) -> String {
        let related = items.map { item in
            JSONText.object([
                ("url", .text(item.listing.address)), ("title", .string(item.listing.headline.text)),
                ("score", .decimal(item.score)), ("group", .string(item.group.rawValue)),
                ("why", .texts(item.reasons)),
            ])
        }
        return JSONText.object([("url", .string(name)), ("related", .list(related))]).description
    }
}

/// `tidings stories`.
struct Stories: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "Stories: articles on one event, the largest first.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a story.") var json = false

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        let stories = try await library.stories()
        for story in stories {
            guard json else {
                Console.print(
                    "\(story.articles.count) articles, \(story.sourceCount) sources: \(story.headline)")
                continue
            }
            Console.print(
                JSONText.object([
                    ("story", .string(String(story.id.number))), ("headline", .string(story.headline.text)),
                    ("articles", .list(story.articles.map { .text($0.address) })),
                ]).description)
        }
        if stories.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}
