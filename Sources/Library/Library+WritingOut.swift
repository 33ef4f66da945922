import Archive
import Glibc
import Interchange
import News
import Pages

/// What an article is written out as.
public enum WrittenForm: String, Sendable {
    /// Markdown with a head in YAML.
    case markdown
    /// A page of HTML.
    case html
    /// Text alone.
    case text

    /// What the ending of a file's name asks for; Markdown where it says nothing.
    public init(path: String) {
        let name = path.lowercased()
        self =
            name.hasSuffix(".html") || name.hasSuffix(".htm")
            ? .html : name.hasSuffix(".txt") ? .text : .markdown
    }
}

/// Why an article was not written out.
public enum WritingFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is a file of that name.
    case exists(path: String)
    /// The article is not in the library any more.
    case gone

    /// One sentence that says what to do.
    public var description: String {
        switch self {
        case .exists(let path): "\(path) is there already; name another file"
        case .gone: "this article is not in the library any more"
        }
    }
}

extension Library {
    /// A name for an article's file that is safe in any folder: date, words of the headline, number.
    public static func fileName(of listing: Listing) -> String {
        let imported = ImportedArticle(
            article: Article(identity: "", headline: listing.headline),
            source: SourceIdentity(title: listing.sourceTitle))
        return ArticleFile(imported, moment: listing.moment, number: listing.id).name(.markdown)
    }

    /// Writes an article into a new file; one that is there is never replaced.
    ///
    /// - Throws: `WritingFailure`, `ArchiveError`, `FileReplacement.Failure`.
    public func write(_ id: ArticleID, to path: String) async throws {
        guard let text = try await writtenText(id, as: WrittenForm(path: path)) else {
            throw WritingFailure.gone
        }
        guard access(path, F_OK) != 0 else { throw WritingFailure.exists(path: path) }
        let file = try FileReplacement(path: path, followsLink: false)
        try file.write(Array(text.utf8))
        try file.commit()
    }

    /// An article as the text of a file; nothing for a number that is not there.
    ///
    /// - Throws: `ArchiveError`.
    public func writtenText(_ id: ArticleID, as form: WrittenForm) async throws -> String? {
        guard let reading = try await reading(id) else { return nil }
        switch form {
        case .markdown: return try await markdown(reading)
        case .html: return try await file(of: reading).text(.html)
        case .text:
            let (listing, article) = (reading.listing, reading.article)
            let head = [
                article.headline.text, article.byline?.text, listing.sourceTitle.text, listing.address?.text,
            ]
            return head.compactMap { $0 }.joined(separator: "\n") + "\n\n"
                + ArticleBody.plainText(reading.blocks) + "\n"
        }
    }

    /// An article as it is read, in Markdown with a head in YAML.
    ///
    /// - Throws: `ArchiveError`.
    public func markdown(_ reading: Reading) async throws -> String {
        try await file(of: reading).text(.markdown)
    }

    private func file(of reading: Reading) async throws -> ArticleFile {
        let listing = reading.listing
        let imported = ImportedArticle(
            article: reading.article, source: SourceIdentity(title: listing.sourceTitle),
            isRead: listing.isRead, isStarred: listing.isStarred,
            tags: try await archive.tags(of: listing.id), moment: listing.moment)
        return ArticleFile(imported, moment: listing.moment, number: listing.id)
    }
}
