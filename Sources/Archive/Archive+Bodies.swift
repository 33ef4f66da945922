import FoundationEssentials
import GRDB
import News
import Packing

/// An article from the archive, with its row.
public struct KeptArticle: Sendable, Hashable {
    /// The row.
    public var listing: Listing
    /// The whole article as its feed gave it.
    public var article: Article
    /// What is kept of its page, if it was ever asked for.
    public var page: KeptPage?
    /// How far it was read, in letters of the reader's text; 0 at its beginning.
    public var place = 0

    /// The body that is read: the full text where one stands for the feed's.
    public var html: String {
        guard let page, page.stands, let text = page.text else { return article.html }
        return text.article.html
    }
}

extension Archive {
    /// One article with its body; nothing for a number that is not there.
    ///
    /// - Throws: `ArchiveError`.
    public func article(_ id: ArticleID) async throws -> KeptArticle? {
        try await read { db in try Archive.article(id, in: db) }
    }

    /// Articles with their bodies, in one snapshot and in this order; those that are not there are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func articles(_ ids: [ArticleID]) async throws -> [KeptArticle] {
        try await read { db in try ids.compactMap { try Archive.article($0, in: db) } }
    }

    /// One article in a snapshot that its caller has.
    static func article(_ id: ArticleID, in db: Database) throws -> KeptArticle? {
        let listing = try Row.fetchOne(
            try db.cachedStatement(sql: Archive.columns + " WHERE article.id = ?"), arguments: [id.number]
        ).map(Archive.listing)
        guard let listing,
            let row = try Row.fetchOne(
                try db.cachedStatement(
                    sql: "SELECT unpacked(html), unpacked(details) FROM body WHERE article_id = ?"),
                arguments: [id.number])
        else { return nil }
        return KeptArticle(
            listing: listing, article: try Archive.article(listing, row),
            page: try Archive.page(of: listing, in: db), place: try Archive.place(of: id, in: db))
    }

    private static func place(of id: ArticleID, in db: Database) throws -> Int {
        let sql = "SELECT place FROM reading_place WHERE key = (SELECT key FROM article WHERE id = ?)"
        return try Int.fetchOne(try db.cachedStatement(sql: sql), arguments: [id.number]) ?? 0
    }

    /// Keeps how far an article was read; 0 forgets it.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func keep(place: Int, of id: ArticleID) async throws {
        try await write(.normal) { db in
            let sql =
                place > 0
                ? "INSERT OR REPLACE INTO reading_place(key, place) SELECT key, ?2 FROM article WHERE id = ?1"
                : "DELETE FROM reading_place WHERE key = (SELECT key FROM article WHERE id = ?1 AND ?2 <= 0)"
            try db.cachedStatement(sql: sql).execute(arguments: [id.number, place])
        }
    }

    private static func article(_ listing: Listing, _ row: Row) throws -> Article {
        let html = String(decoding: try bytes(row[0]), as: UTF8.self)
        let details = try ArticleDetails(json: try bytes(row[1]))
        return Article(
            identity: details.identity, headline: listing.headline, address: listing.address,
            dek: details.dek,
            authors: details.authors ?? [], published: listing.published, updated: details.updated,
            sections: details.sections ?? [], categories: details.categories ?? [],
            language: details.language,
            leadImage: details.leadImage, enclosures: details.enclosures ?? [], html: html,
            recentNews: details.recentNews ?? [])
    }

    /// What SQL's `unpacked` gave.
    ///
    /// - Throws: `PackingError` where it was NULL.
    static func bytes(_ unpacked: Data?) throws(PackingError) -> [UInt8] {
        guard let unpacked else { throw .damaged }
        return [UInt8](unpacked)
    }
}
