import ArgumentParser
import Library
import Markup
import News
import Pages

/// `tidings extract FILE…`, and `tidings extract --again QUERY|ID…` on the pages that the library keeps.
struct Extract: LayerCommand, LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find the article in saved pages and print it as JSON.",
        discussion: """
            With --again it reads the pages that full texts came from once more, as a newer Tidings may find more in \
            them; nothing is fetched.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Read kept pages again, of the articles named or found by a query, and keep what is found.")
    var again = false
    @Option(help: "The page's address.") var url: String?
    @Option(help: "A table of file, tab, address, a line each.") var urls: String?
    @Argument(help: "HTML files, gzip or not, and page texts (.txt); with --again articles or a query.")
    var files: [String]

    func run() throws {
        guard !again else { return try runInLibrary() }
        let addresses = try addressTable()
        try eachFile { bytes, file in run(bytes, file: file, address: url ?? addresses[file]) }
    }

    func run(in library: Library) async throws {
        let report =
            switch try await Selection.resolved(files, in: library) {
            case .articles(let ids): try await library.extractAgain(ids)
            case .query(let query): try await library.extractAgain(.query(query))
            }
        if !global.quiet {
            let failed = report.failed > 0 ? ", \(report.failed) without an article" : ""
            Console.note("\(report.read) articles read again, \(report.changed) changed\(failed)")
        }
        try await library.indexArrivals()
        if report.read == 0 { throw ExitCode(ExitStatus.nothingMatched) }
    }

    func run(_ bytes: [UInt8], file: String) -> Bool { run(bytes, file: file, address: url) }

    private func run(_ bytes: [UInt8], file: String, address: String?) -> Bool {
        let address = address.flatMap { WebAddress($0) }
        let page =
            file.hasSuffix(".txt") ? PageTextDump.read(bytes) : PageReader.read(bytes, address: address)
        guard let page else {
            let error: [(String, JSONText)] = [
                ("file", .string(file)), ("error", "no article was found in this page"),
            ]
            Console.print(JSONText.object(error).description)
            return false
        }
        Console.print(JSONText.object([("file", .string(file))] + Extract.fields(of: page)).description)
        return true
    }

    private func addressTable() throws -> [String: String] {
        guard let urls else { return [:] }
        do {
            let table = String(decoding: try LocalFile.contents(of: urls), as: UTF8.self)
            let rows = table.split(separator: "\n").map {
                $0.split(separator: "\t", maxSplits: 1).map(String.init)
            }
            return Dictionary(rows.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        } catch {
            throw ValidationError("\(urls): \(error)")
        }
    }

    private static func fields(of page: SavedPage) -> [(String, JSONText)] {
        let article = page.article
        let blocks = ArticleBody.blocks(html: article.html, base: article.address).filter { block in
            if case .figure = block { return false }
            return true
        }
        return [
            ("title", .string(article.headline.text)), ("dek", .text(article.dek)),
            ("byline", .text(article.byline)),
            ("published", .time(article.published)), ("modified", .time(article.updated)),
            ("siteName", .text(page.siteName)), ("section", .text(article.sections.last)),
            ("breadcrumbs", .texts(article.sections)), ("leadImage", .text(article.leadImage)),
            ("language", .text(article.language)), ("html", .string(article.html)),
            ("text", .string(ArticleBody.plainText(blocks))),
            ("authorBio", .text(article.authors.compactMap(\.biography).first)),
            ("related", .list(article.recentNews.map(ArticleText.json))),
        ]
    }
}
