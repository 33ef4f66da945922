import ArgumentParser
import Library
import Markup
import News
import Pages

/// `tidings extract FILE…`.
struct Extract: LayerCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find the article in saved pages and print it as JSON.")

    @Option(help: "The page's address.") var url: String?
    @Option(help: "A table of file, tab, address, a line each.") var urls: String?
    @Argument(help: "HTML files, gzip or not, and page texts (.txt).") var files: [String]

    func run() throws {
        let addresses = try addressTable()
        try eachFile { bytes, file in run(bytes, file: file, address: url ?? addresses[file]) }
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
