import ArgumentParser
import Library
import Markup
import News
import Pages

/// `tidings extract FILE…`.
struct Extract: LayerCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the article in saved pages and print it as JSON.")

    @Option(help: "The page's address.") var url: String?
    @Option(help: "A table of file, tab, address, a line each.") var urls: String?
    @Argument(help: "HTML files, gzip or not, and page texts (.txt).") var files: [String]

    func run(_ bytes: [UInt8], file: String) -> Bool {
        let address = (url ?? address(of: file)).flatMap { WebAddress($0) }
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

    private func address(of file: String) -> String? {
        guard let urls, let table = try? LocalFile.contents(of: urls) else { return nil }
        for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            if parts.count == 2, parts[0] == file { return String(parts[1]) }
        }
        return nil
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
