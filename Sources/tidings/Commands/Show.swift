import ArgumentParser
import Library
import News
import Pages
import Typesetting

/// `tidings show ID…`.
struct Show: LibraryCommand {
    /// What an article is written as.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, html, json
    }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print articles: as text, HTML or JSON.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("as"), help: "text, html or json.") var form = Form.text
    @Flag(help: "The same as --as json.") var json = false
    @Option(help: "Columns of text.") var width = 78
    @Argument(help: "Articles by number or address.") var names: [String]

    func run(in library: Library) async throws {
        var isFirst = true
        var missing = 0
        for name in names {
            let ids = try await library.articles(named: name)
            if ids.isEmpty {
                Console.say("no article \(name) in this library")
                missing += 1
            }
            for id in ids {
                guard let reading = try await library.reading(id) else { continue }
                if !isFirst, form == .text, !json { Console.print("") }
                isFirst = false
                print(reading)
            }
        }
        if missing > 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }

    private func print(_ reading: Reading) {
        switch json ? .json : form {
        case .text: Console.print(ArticleText.text(reading, width: max(1, width)))
        case .html: Console.print(reading.article.html)
        case .json: Console.print(ArticleText.json(reading))
        }
    }
}
