import FoundationEssentials
import GRDB
import News
import Packing

/// A page of an article as its server sent it, kept so that a better extractor can read it again.
public struct OriginalPage: Sendable, Hashable {
    /// Where it stood in the end.
    public var address: WebAddress
    /// `Content-Type`.
    public var contentType: String?
    /// The bytes, unpacked.
    public var body: [UInt8]

    /// A page.
    public init(address: WebAddress, contentType: String? = nil, body: [UInt8]) {
        self.address = address
        self.contentType = contentType
        self.body = body
    }
}

extension Archive {
    // MARK: Asking

    /// The pages of an article as they came, in order; none where none were fetched.
    ///
    /// - Throws: `ArchiveError`.
    public func originals(of id: ArticleID) async throws -> [OriginalPage] {
        try await read(.long) { db in
            let sql =
                "SELECT address, content_type, unpacked(html) FROM page_original WHERE article_id = ? ORDER BY number"
            return try Row.fetchAll(db, sql: sql, arguments: [id.number]).compactMap { row in
                guard let address = WebAddress(row[0] as String) else { return nil }
                return OriginalPage(
                    address: address, contentType: row[1], body: try Archive.bytes(row[2]))
            }
        }
    }

    /// The articles of a scope whose pages are kept, newest first.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func articlesWithOriginals(_ scope: ListScope, now: Timestamp) async throws -> [ArticleID] {
        let hasOriginals = Condition(
            sql: "EXISTS (SELECT 1 FROM page_original WHERE article_id = article.id)", asking: .place)
        let condition = try Archive.condition(for: scope, now: now).and(hasOriginals)
        return try await read(.long) { db in
            let clause = try condition.clause(ledBy: condition.lead(in: db))
            let sql = "SELECT id FROM \(clause) ORDER BY moment DESC, id DESC"
            return try Int64.fetchAll(db, sql: sql, arguments: condition.arguments).map(ArticleID.init)
        }
    }

    /// The newest articles of a source whose pages were never asked for.
    ///
    /// - Throws: `ArchiveError`.
    public func articlesWithoutPages(
        of source: SourceID, since moment: Timestamp, limit: Int
    ) async throws -> [ArticleID] {
        try await read(.long) { db in
            let sql = """
                SELECT id FROM article WHERE source_id = ? AND moment >= ? AND url IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM page WHERE article_id = article.id)
                ORDER BY moment DESC, id DESC LIMIT ?
                """
            return try Int64.fetchAll(db, sql: sql, arguments: [source.number, moment.seconds, limit]).map(
                ArticleID.init)
        }
    }

    /// What is kept of an article's page, in a snapshot that its caller has.
    static func page(of listing: Listing, in db: Database) throws -> KeptPage? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT fetched, trouble, extractor, html IS NOT NULL, unpacked(html), unpacked(details)
                FROM page WHERE article_id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [listing.id.number]) else { return nil }
        var page = KeptPage(
            fetched: Timestamp(seconds: row[0]), trouble: (row[1] as String?).map { Line($0) },
            stands: listing.hasFullText, extractor: row[2])
        if row[3] as Bool {
            page.text = try FullTextDetails.text(html: bytes(row[4]), details: bytes(row[5]))
        }
        return page
    }

    // MARK: Keeping

    /// Keeps what came of an article's page, in one transaction; where the text changed, it waits to be indexed.
    ///
    /// - Parameters:
    ///   - page: The text, or why there is none; a text of an earlier time stays then.
    ///   - originals: The pages as they came; nil leaves those that are kept.
    ///   - id: The article; nothing happens where it is gone.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func keep(_ page: KeptPage, originals: [OriginalPage]? = nil, of id: ArticleID) async throws {
        let row = try await PageRow(page, originals: originals, packedBy: newestDictionary())
        try await write(.normal) { db in try row.store(of: id, in: db) }
    }

    /// Lets an article wait to be indexed again, with what the index holds of it now.
    ///
    /// To be called before anything of it changes: only the text that is in the index may be taken out of it.
    static func requeue(_ id: Int64, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO pending(article_id, indexed_title, indexed_byline, indexed_html)
                SELECT article.id, title, byline, \(Archive.standingText) FROM \(Archive.withText)
                WHERE article.id = ?
                """)
        try statement.execute(arguments: [id])
    }

    /// The body that is read and searched, among the columns of `withText`.
    static let standingText = "CASE WHEN article.full_text IS NULL THEN body.html ELSE page.html END"

    /// Articles with both their texts.
    static let withText = """
        article LEFT JOIN body ON body.article_id = article.id
            LEFT JOIN page ON page.article_id = article.id AND article.full_text IS NOT NULL
        """
}

/// What a full text has beside its body, as it is kept with it.
private struct FullTextDetails: Codable {
    var article: Article
    var notes: FullTextNotes

    static func text(html: [UInt8], details: [UInt8]) throws -> FullText {
        let kept = try Kept.decoded(FullTextDetails.self, from: details)
        var article = kept.article
        article.html = String(decoding: html, as: UTF8.self)
        return FullText(article: article, notes: kept.notes)
    }

    init(_ text: FullText) {
        article = text.article
        article.html = ""
        notes = text.notes
    }
}

/// A page made ready for its tables, outside of the transaction.
private struct PageRow: Sendable {
    let page: KeptPage
    let html: Data?
    let details: Data?
    /// The digest of the text that is to stand for the feed's.
    let standing: Int64?
    let originals: [(page: OriginalPage, html: Data)]?

    /// Off the actor, where lists are asked for.
    init(_ page: KeptPage, originals: [OriginalPage]?, packedBy dictionary: PackingDictionary?) async throws {
        let packer = TextPacker(dictionary)
        self.page = page
        html = page.text.map { Data(packer.pack(Array($0.article.html.utf8))) }
        details = try page.text.map { Data(packer.pack(try Kept.encoded(FullTextDetails($0)))) }
        standing = page.stands ? page.text.map { Fingerprint.of("full text", $0.article.html) } : nil
        self.originals = originals?.map { ($0, Data(packer.pack($0.body))) }
    }

    func store(of id: ArticleID, in db: Database) throws {
        let known = try Row.fetchOne(
            db, sql: "SELECT full_text FROM article WHERE id = ?", arguments: [id.number])
        guard let known else { return }
        let before: Int64? = known[0]
        guard page.text != nil else {
            try storeTrouble(of: id, in: db)
            // Pages of which nothing came yet may give something to a better extractor.
            if before == nil { try storeOriginals(of: id, in: db) }
            return
        }
        if before != standing { try Archive.requeue(id.number, in: db) }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO page(article_id, fetched, trouble, extractor, html, details)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [id.number, page.fetched.seconds, page.trouble?.text, page.extractor, html, details])
        try db.execute(
            sql: "UPDATE article SET full_text = ? WHERE id = ?", arguments: [standing, id.number])
        try storeOriginals(of: id, in: db)
    }

    private func storeOriginals(of id: ArticleID, in db: Database) throws {
        guard let originals else { return }
        try db.execute(sql: "DELETE FROM page_original WHERE article_id = ?", arguments: [id.number])
        for (number, original) in originals.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO page_original(article_id, number, address, content_type, html)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id.number, number + 1, original.page.address.text, original.page.contentType,
                    original.html,
                ])
        }
    }

    private func storeTrouble(of id: ArticleID, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO page(article_id, fetched, trouble) VALUES (?, ?, ?)
                ON CONFLICT(article_id) DO UPDATE SET fetched = excluded.fetched, trouble = excluded.trouble
                """, arguments: [id.number, page.fetched.seconds, page.trouble?.text])
    }
}

/// Which texts of an article were read: a later version still waits.
public struct TextVersion: Sendable, Hashable {
    /// The digest of what its feed gave.
    var digest: Int64
    /// The digest of the full text that stood for it.
    var fullText: Int64?

    /// A condition on `article`, to which `arguments` belong.
    static let condition = "id = ? AND digest = ? AND full_text IS ?"

    func arguments(_ id: ArticleID) -> StatementArguments { [id.number, digest, fullText] }
}
