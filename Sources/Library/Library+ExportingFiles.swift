import Archive
import Glibc
import Interchange
import News
import Packing

/// What an export's files are written in.
public enum FolderForm: Sendable {
    /// Markdown with a head in YAML.
    case markdown
    /// Pages of HTML.
    case html

    fileprivate var form: ArticleFile.Form { self == .markdown ? .markdown : .html }
}

/// Why a book cannot be made.
public enum BookFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// There are more articles than a book holds.
    case tooLarge(articles: Int)

    /// One sentence that says what to do.
    public var description: String {
        switch self {
        case .tooLarge(let articles):
            "\(articles) articles are too many for a book (\(EPUBBook.maximumArticles) at most); "
                + "narrow the query, as in is:starred or age<30d"
        }
    }
}

extension Library {
    /// Fills a folder with a file for each article, and an index of them, the newest first.
    ///
    /// Each file is replaced whole or not at all, and other files in the folder are left alone.
    ///
    /// - Returns: How many articles.
    /// - Throws: `ArchiveError`, also for a query that cannot be read; `FileReplacement.Failure`, after which the files
    ///   written so far stay.
    public func exportFolder(_ scope: ListScope, as form: FolderForm, to path: String) async throws -> Int {
        try Library.makeFolder(path)
        let form = form.form
        let base = path.hasSuffix("/") ? path : path + "/"
        let index = try FileReplacement(path: base + ArticleIndex.name(form), followsLink: false)
        try index.write(Array(ArticleIndex.start(form).utf8))
        let count = try await forEachArticle(scope, in: .newestFirst, .best) { kept, imported in
            let article = ArticleFile(imported, moment: kept.listing.moment, number: kept.listing.id)
            let file = try FileReplacement(path: base + article.name(form), followsLink: false)
            try file.write(Array(article.text(form).utf8))
            try file.commit()
            try index.write(Array(ArticleIndex.line(article, form).utf8))
        }
        try index.write(Array(ArticleIndex.end(form).utf8))
        try index.commit()
        return count
    }

    /// Makes a book (EPUB 3) of articles, a chapter each, the newest first.
    ///
    /// - Returns: How many articles.
    /// - Throws: `BookFailure`; `ArchiveError`, also for a query that cannot be read; `FileReplacement.Failure`.
    public func exportBook(_ scope: ListScope, title: Line, to place: ExportPlace) async throws -> Int {
        let all = try await archive.counts(scope, now: now()).all
        guard all <= EPUBBook.maximumArticles else { throw BookFailure.tooLarge(articles: all) }
        let output = try ExportOutput(place)
        var book = EPUBBook(title: title, modified: now())
        try output.write(try book.start())
        let count = try await forEachArticle(scope, in: .newestFirst, .best) { kept, imported in
            try output.write(
                try book.chapter(imported, moment: kept.listing.moment, number: kept.listing.id))
        }
        try output.write(try book.end())
        try output.commit()
        return count
    }

    private static func makeFolder(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileReplacement.Failure(path: path, reason: "it is a file, and a folder is needed")
            }
            return
        }
        guard mkdir(path, 0o700) == 0 else {
            throw FileReplacement.Failure(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
