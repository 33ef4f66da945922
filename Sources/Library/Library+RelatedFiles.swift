import Archive
import Feeds
import News
import Pages
import Related

/// Why nothing can be looked for beside a document; a sentence for a person.
public struct DocumentProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String
    /// Whether the file is not there, rather than no article.
    public let isMissing: Bool

    /// A problem in a sentence.
    public init(description: String, isMissing: Bool) {
        self.description = description
        self.isMissing = isMissing
    }
}

extension Library {
    /// The articles of a file that is not in the archive: a page's, a text's, or all of a feed.
    ///
    /// - Throws: `DocumentProblem`.
    public static func articles(inFile path: String) throws -> [Article] {
        do {
            return try articles(in: LocalFile.contents(of: path), named: path)
        } catch LocalFile.Unreadable.missing(let reason) {
            throw DocumentProblem(description: "\(path): \(reason)", isMissing: true)
        } catch let error as LocalFile.Unreadable {
            throw DocumentProblem(description: "\(path): \(error)", isMissing: false)
        }
    }

    /// The articles of a document by its bytes; its name helps to tell what it is.
    ///
    /// - Throws: `DocumentProblem`.
    public static func articles(in bytes: [UInt8], named name: String) throws -> [Article] {
        let problem = DocumentProblem(description: "\(name): there is no article in it", isMissing: false)
        switch DocumentKind.known(Array(bytes.prefix(4_096)), path: name) {
        case .feed:
            let articles: [Article]
            do {
                articles = try FeedReader.read(bytes).articles
            } catch {
                throw DocumentProblem(description: "\(name): \(error)", isMissing: false)
            }
            guard !articles.isEmpty else { throw problem }
            return articles
        case .page:
            guard let page = PageReader.read(bytes, address: nil) else { throw problem }
            return [page.article]
        case .pageText: return [PageTextDump.read(bytes)?.article ?? plainArticle(bytes)].compactMap(\.self)
        case nil:
            guard let article = plainArticle(bytes) else { throw problem }
            return [article]
        default:
            throw DocumentProblem(
                description: "\(name): import it first; here a page, a text or a feed can be looked at",
                isMissing: false)
        }
    }

    /// A text without any form: its first line is the headline.
    private static func plainArticle(_ bytes: [UInt8]) -> Article? {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let headline = lines.lazy.compactMap({ Line(nonEmpty: String($0)) }).first else { return nil }
        let text = lines.dropFirst().joined(separator: "\n\n")
        return Article(
            identity: headline.text, headline: headline, html: SafeBody.html(plainText: Array(text.utf8)))
    }

    /// What the archive has to an article that is not in it, the best first.
    ///
    /// - Parameters:
    ///   - article: The article.
    ///   - limit: At most so many.
    ///   - isRanking: Whether all ranked articles are wanted, rather than those near enough to be shown, each with reasons.
    /// - Returns: What was found.
    /// - Throws: `ArchiveError`.
    public func related(
        to article: Article, limit: Int, isRanking: Bool = false
    ) async throws -> [RelatedNews.Item] {
        let text = ArticleBody.plainText(ArticleBody.blocks(html: article.html))
        let document = RelatedDocument(
            id: ArticleID(0), title: article.headline.text, text: text, published: article.published)
        let engine = engine
        let (used, hits) = try await archive.related { tables in
            var engine = engine
            let hits = try engine.related(to: document, in: tables, limit: isRanking ? limit : 40)
            return (engine, hits)
        }
        self.engine = used
        let shown = isRanking ? hits : hits.filter { $0.isConvincing && $0.duplicateOf == nil }
        let items = try await items(
            for: Array(shown.prefix(isRanking ? limit : Library.sidebarItems)), of: document,
            needsReasons: !isRanking
        ) { _, hit in
            switch hit.group {
            case .story: .story
            case .background: .background
            case .followUp: .followUp
            }
        }
        return Array(items.prefix(limit))
    }
}
