import Interchange
import News

extension Library {
    /// An article as it is read, in Markdown with a head in YAML.
    ///
    /// - Throws: `ArchiveError`.
    public func markdown(_ reading: Reading) async throws -> String {
        let listing = reading.listing
        let imported = ImportedArticle(
            article: reading.article, source: SourceIdentity(title: listing.sourceTitle),
            isRead: listing.isRead, isStarred: listing.isStarred, tags: try await tags(of: listing.id),
            moment: listing.moment)
        return ArticleFile(imported, moment: listing.moment, number: listing.id).text(.markdown)
    }
}
