import ArgumentParser
import Library
import News

/// `tidings related ID|URL|FILE…`.
struct RelatedCommand: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "related",
        abstract: "What else there is to an article: same story, background, follow-ups.",
        discussion: """
            A page, a text or a feed that is not in the library is compared as well; nothing of it is kept. On standard \
            input (-) it takes numbers and addresses, or one such document.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object an article.") var json = false
    @Flag(help: "Say what both articles speak of.") var why = false
    @Option(help: "At most so many.") var limit = 20
    @Argument(help: "Articles by number or address, or files; - reads standard input.") var names: [String]

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit wants a number from 0") }
    }

    func run(in library: Library) async throws {
        try await complete(.related, in: library)
        var status: Int32 = 0
        for name in try names.flatMap(RelatedCommand.expanded) {
            do {
                try await answer(name, in: library)
            } catch let problem as DocumentProblem {
                Console.say(problem.description)
                status = problem.isMissing ? ExitStatus.nothingMatched : ExitStatus.badData
            }
        }
        if status != 0 { throw ExitCode(status) }
    }

    /// What is asked about: an article of the library, or a document.
    private enum Question {
        case name(String)
        case document([UInt8])
    }

    /// Standard input is a document, unless nothing but numbers and addresses stands there.
    private static func expanded(_ name: String) throws -> [Question] {
        guard name == "-" else { return [.name(name)] }
        let bytes = try LocalFile.contents(of: "/dev/stdin")
        let words = String(decoding: bytes.prefix(1 << 20), as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        let areNames = words.allSatisfy { Int64($0) != nil || $0.contains("://") && !$0.contains("<") }
        return areNames ? words.map { .name(String($0)) } : [.document(bytes)]
    }

    private func answer(_ question: Question, in library: Library) async throws {
        switch question {
        case .document(let bytes):
            try await answer(Library.articles(in: bytes, named: "standard input"), of: "-", in: library)
        case .name(let name):
            guard let id = try await library.articles(named: name).first else {
                guard Int64(name) == nil, !name.contains("://"), LocalFile.exists(name) else {
                    throw DocumentProblem(
                        description: "no article \(name) in this library", isMissing: true)
                }
                return try await answer(Library.articles(inFile: name), of: name, in: library)
            }
            let items =
                json
                ? try await library.ranked(to: id, limit: limit)
                : Array(try await library.related(to: id).items.prefix(limit))
            json ? Console.print(object(name, items)) : print(items)
        }
    }

    /// Articles of a document, each with its headline before what is found where there are several.
    private func answer(_ articles: [Article], of name: String, in library: Library) async throws {
        for article in articles {
            let items = try await library.related(to: article, limit: limit, isRanking: json)
            if json {
                Console.print(object(article.address?.text ?? name, items))
            } else {
                if articles.count > 1 { Console.print(article.headline.text) }
                print(items)
            }
        }
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
