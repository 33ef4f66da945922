import ArgumentParser
import Library
import News

/// `tidings stories`.
struct Stories: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "Stories: articles on one event, the largest first, each by its number.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a story.") var json = false
    @Flag(help: "Only those that are followed.") var followed = false

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        let stories = try await followed ? library.followedStories() : library.stories()
        for story in stories {
            Console.print(json ? StoryText.object(story) : "\(story.id)\t\(StoryText.summary(story))")
        }
        if stories.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

/// `tidings story ID`, and what can be said of stories.
struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story", abstract: "One story as a timeline; follow stories, join and part articles.",
        subcommands: [
            StoryShow.self, StoryFollow.self, StoryUnfollow.self, StoryJoin.self, StoryPart.self,
        ],
        defaultSubcommand: StoryShow.self)
}

/// A story as it is named on a command line.
struct StoryName: ParsableArguments {
    @Argument(help: "Stories by number, or by the number or address of an article.") var names: [String]

    /// The stories that are meant, those that are not there left out and named.
    func resolved(in library: Library) async throws -> [Story] {
        var stories: [Story] = []
        for name in names {
            if let story = try await StoryName.story(name, in: library) {
                stories.append(story)
            } else {
                Console.say("no story \(name) in this library")
            }
        }
        return stories
    }

    private static func story(_ name: String, in library: Library) async throws -> Story? {
        if let number = Int64(name), let story = try await library.story(StoryID(number)) { return story }
        guard let article = try await library.articles(named: name).first,
            let id = try await library.listings(of: [article]).first?.story
        else { return nil }
        return try await library.story(id)
    }
}

struct StoryShow: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print stories as timelines, the oldest article first.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a story.") var json = false
    @Flag(help: "Say what the articles have in common.") var why = false
    @OptionGroup var story: StoryName

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        let stories = try await story.resolved(in: library)
        for (number, story) in stories.enumerated() {
            let terms = why ? try await library.reasons(for: story.id)?.terms ?? [] : []
            if !json, number > 0 { Console.print("") }
            Console.print(json ? StoryText.timelineObject(story, terms) : StoryText.timeline(story, terms))
        }
        if stories.count < story.names.count { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

struct StoryFollow: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow", abstract: "Follow stories: each is a source with what is unread in it.")
    static let done = "story followed"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var story: StoryName

    func run(in library: Library) async throws {
        try await story.follow(true, StoryFollow.done, isQuiet: global.quiet, in: self, library)
    }
}

struct StoryUnfollow: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfollow", abstract: "Follow stories no longer.")
    static let done = "story not followed any more"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var story: StoryName

    func run(in library: Library) async throws {
        try await story.follow(false, StoryUnfollow.done, isQuiet: global.quiet, in: self, library)
    }
}

extension StoryName {
    fileprivate func follow(
        _ isFollowed: Bool, _ done: String, isQuiet: Bool, in command: some LibraryCommand,
        _ library: Library
    ) async throws {
        try await command.complete(.related, in: library)
        var changed = 0
        for story in try await resolved(in: library)
        where try await library.follow(story.id, isFollowed) == true {
            if !isQuiet { Console.note("\(done): \(story.headline)") }
            changed += 1
        }
        if changed == 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

/// Two articles of which something is said.
struct ArticlePair: ParsableArguments {
    @Argument(help: "An article by number or address.") var article: String
    @Argument(help: "The other one.") var other: String

    /// Both; nothing where one is not there, which is said.
    func resolved(in library: Library) async throws -> (ArticleID, ArticleID)? {
        var ids: [ArticleID] = []
        for name in [article, other] {
            guard let id = try await library.articles(named: name).first else {
                Console.say("no article \(name) in this library")
                return nil
            }
            ids.append(id)
        }
        return (ids[0], ids[1])
    }
}

struct StoryJoin: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Say that two articles tell the same story.",
        discussion:
            "Their stories become one. It is remembered when stories are made anew, and undone by undo.")
    static let done = "two articles put into one story"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var pair: ArticlePair

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        guard let (article, other) = try await pair.resolved(in: library) else {
            throw ExitCode(ExitStatus.nothingMatched)
        }
        switch try await library.join(article, other) {
        case .joined:
            let story = try await library.listings(of: [article]).first?.story
            if !global.quiet { Console.note("\(StoryJoin.done)" + (story.map { ", \($0)" } ?? "")) }
        case .refused:
            Console.say("articles of their stories were said to have nothing to do with each other")
            throw ExitCode(ExitStatus.nothingMatched)
        }
    }
}

struct StoryPart: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "part", abstract: "Say that an article has nothing to do with another.",
        discussion: """
            Neither is shown beside the other again, and where they were one story the first goes out of it. It is \
            remembered when stories are made anew, and undone by undo.
            """)
    static let done = "two articles kept apart"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var pair: ArticlePair

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        guard let (article, other) = try await pair.resolved(in: library),
            try await library.part(article, from: other)
        else { throw ExitCode(ExitStatus.nothingMatched) }
        if !global.quiet { Console.note(StoryPart.done) }
    }
}
