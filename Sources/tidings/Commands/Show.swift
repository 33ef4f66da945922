import ArgumentParser
import Library
import News

/// `tidings show ID…`.
struct Show: FetchingCommand {
    /// What an article is written as.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, html, json
    }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print articles: as text, Markdown, HTML or JSON.",
        discussion: "Where a full text is held, it is printed in place of what the feed gave.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("as"), help: "text, markdown, html or json.") var form = Form.text
    @Flag(help: "The same as --as json.") var json = false
    @Flag(help: "The full text, fetched from the article's page if it is not held.") var full = false
    @Flag(help: "What the feed gave.") var feed = false
    @Option(help: "Columns of text.") var width = 78
    @Argument(help: "Articles by number or address.") var names: [String]

    func validate() throws {
        if full, feed { throw ValidationError("--full and --feed exclude each other") }
    }

    func run(in library: Library) async throws {
        var isFirst = true
        var status: Int32 = 0
        for name in names {
            let ids = try await library.articles(named: name)
            if ids.isEmpty {
                Console.say("no article \(name) in this library")
                status = ExitStatus.nothingMatched
            }
            for id in ids {
                if full, try await library.fullText(of: id) == nil,
                    case .failed(let reason) = try await library.fetchFullText(of: id)
                {
                    Console.say(reason.text)
                    status = ExitStatus.unavailable
                }
                guard let reading = try await library.reading(id, full ? .full : feed ? .feed : .best) else {
                    continue
                }
                if !isFirst, !json, form == .text || form == .markdown { Console.print("") }
                isFirst = false
                try await print(reading, in: library)
            }
        }
        if status != 0 { throw ExitCode(status) }
    }

    private func print(_ reading: Reading, in library: Library) async throws {
        switch json ? .json : form {
        case .text: Console.print(ArticleText.text(reading, width: max(1, width)))
        case .markdown: Console.print(try await library.markdown(reading))
        case .html: Console.print(reading.article.html)
        case .json: Console.print(ArticleText.json(reading))
        }
    }
}
