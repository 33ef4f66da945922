import Archive
import News
import Pages

/// What an article said first, beside what it says now.
public struct FirstVersion: Sendable, Hashable {
    /// When its source replaced it.
    public var replaced: Timestamp
    /// Its headline.
    public var headline: Line
    /// Its text.
    public var text: String
    /// The text as it is now.
    public var currentText: String

    /// A first version.
    public init(replaced: Timestamp, headline: Line, text: String, currentText: String) {
        self.replaced = replaced
        self.headline = headline
        self.text = text
        self.currentText = currentText
    }
}

extension Library {
    /// The first version of an article; nothing when it has not changed.
    ///
    /// - Throws: `ArchiveError`.
    public func firstVersion(of id: ArticleID) async throws -> FirstVersion? {
        guard let revision = try await archive.firstRevision(of: id),
            let kept = try await archive.article(id)
        else { return nil }
        func text(_ html: String) -> String { ArticleBody.plainText(ArticleBody.blocks(html: html)) }
        return FirstVersion(
            replaced: revision.replaced, headline: revision.headline, text: text(revision.html),
            currentText: text(kept.article.html))
    }
}
