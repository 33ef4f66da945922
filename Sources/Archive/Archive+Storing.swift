import FoundationEssentials
import GRDB
import News
import Packing

/// What became of articles that were handed to the archive.
public struct StoringResult: Sendable, Hashable {
    /// New ones.
    public var added = 0
    /// Known ones that had changed; what they were is kept as a revision.
    public var updated = 0
    /// Known ones that had not.
    public var unchanged = 0

    /// Nothing yet.
    public init() {}

    /// Both together.
    public static func += (left: inout StoringResult, right: StoringResult) {
        left.added += right.added
        left.updated += right.updated
        left.unchanged += right.unchanged
    }
}

/// Who a source is, as far as its feed, an OPML outline or an import says.
public struct SourceIdentity: Sendable, Hashable {
    /// The feed's address.
    public var address: WebAddress?
    /// The publication's name.
    public var title: Line
    /// The publication's page.
    public var link: WebAddress?
    /// A folder to put it in; nil leaves it where it is.
    public var folder: String?
    /// Whether it is to be fetched from now on.
    public var isSubscribed: Bool

    /// A source.
    public init(
        address: WebAddress? = nil, title: Line, link: WebAddress? = nil, folder: String? = nil,
        isSubscribed: Bool = false
    ) {
        self.address = address
        self.title = title
        self.link = link
        self.folder = folder
        self.isSubscribed = isSubscribed
    }
}

extension Archive {
    /// Keeps articles of a source, in transactions of bounded length.
    ///
    /// Known ones are matched by identity; marks stay.
    ///
    /// - Throws: `ArchiveError`; what earlier transactions kept stays kept.
    public func store(
        _ articles: [Article], of source: SourceID, arrived: Timestamp
    ) async throws -> StoringResult {
        var result = StoringResult()
        for start in stride(from: 0, to: articles.count, by: Limits.storedAtOnce) {
            let batch = articles[start..<min(start + Limits.storedAtOnce, articles.count)]
            let rows = try await ArticleRow.rows(batch)
            result += try await write(.normal) { db in
                var result = StoringResult()
                let key = try Int64.fetchOne(
                    db, sql: "SELECT key FROM source WHERE id = ?", arguments: [source.number])
                guard let key else { return result }
                for row in rows {
                    try row.store(in: db, source: source, sourceKey: key, arrived: arrived, &result)
                }
                return result
            }
        }
        return result
    }
}

/// An article made ready for its tables, outside of the transaction: packing is the dear part.
struct ArticleRow: Sendable {
    let article: Article
    let html: Data
    let details: Data
    let digest: Int64

    /// Off the actor, where lists are asked for.
    static func rows(_ articles: ArraySlice<Article>) async throws -> [ArticleRow] {
        try articles.map(ArticleRow.init)
    }

    init(_ article: Article) throws {
        self.article = article
        html = Data(Packing.pack(Array(article.html.utf8)))
        let unpacked = try ArticleDetails(article).json()
        details = Data(Packing.pack(unpacked))
        var digest = Fingerprint()
        digest.add(article.headline.text.utf8)
        digest.add(CollectionOfOne(0xFF))
        digest.add(article.html.utf8)
        digest.add(CollectionOfOne(0xFF))
        digest.add(unpacked)
        self.digest = digest.value
    }

    func store(
        in db: Database, source: SourceID, sourceKey: Int64, arrived: Timestamp, _ result: inout StoringResult
    ) throws {
        let key = Fingerprint.of(String(sourceKey), article.identity)
        let known = try db.cachedStatement(sql: "SELECT id, digest FROM article WHERE key = ?")
        guard let row = try Row.fetchOne(known, arguments: [key]) else {
            try insert(in: db, source: source, key: key, arrived: arrived)
            result.added += 1
            return
        }
        let id: Int64 = row[0]
        let knownDigest: Int64 = row[1]
        if knownDigest == digest {
            result.unchanged += 1
            return
        }
        try update(id, in: db, at: arrived)
        result.updated += 1
    }

    private func insert(in db: Database, source: SourceID, key: Int64, arrived: Timestamp) throws {
        let mark = try db.cachedStatement(sql: "SELECT is_read, is_starred FROM mark WHERE key = ?")
        let marks = try Row.fetchOne(mark, arguments: [key])
        try db.cachedStatement(
            sql: """
                INSERT INTO article(source_id, key, digest, url, title, byline, moment, published, has_enclosures,
                    is_read, is_starred)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            source.number, key, digest, article.address?.text, article.headline.text, article.byline?.text,
            moment(arrived), article.published?.seconds, !article.enclosures.isEmpty,
            marks.map { $0[0] as Int } ?? 0, marks.map { $0[1] as Int } ?? 0,
        ])
        let id = db.lastInsertedRowID
        try db.cachedStatement(sql: "INSERT INTO body(article_id, html, details) VALUES (?, ?, ?)")
            .execute(arguments: [id, html, details])
        try db.cachedStatement(sql: "INSERT INTO pending(article_id) VALUES (?)").execute(arguments: [id])
    }

    private func update(_ id: Int64, in db: Database, at moment: Timestamp) throws {
        try db.execute(
            sql: """
                INSERT INTO revision(article_id, replaced, title, byline, html)
                SELECT id, ?, title, byline, html FROM article JOIN body ON article_id = id WHERE id = ?
                """, arguments: [moment.seconds, id])
        // Only the text that is in the index may be taken out of it: of several edits the first one's.
        try db.execute(
            sql: "INSERT OR IGNORE INTO pending(article_id, indexed_revision) VALUES (?, ?)",
            arguments: [id, db.lastInsertedRowID])
        try db.execute(
            sql: """
                UPDATE article SET digest = ?, url = ?, title = ?, byline = ?, published = ?, has_enclosures = ?
                WHERE id = ?
                """,
            arguments: [
                digest, article.address?.text, article.headline.text, article.byline?.text,
                article.published?.seconds,
                !article.enclosures.isEmpty, id,
            ])
        try db.execute(
            sql: "UPDATE body SET html = ?, details = ? WHERE article_id = ?", arguments: [html, details, id])
    }

    /// A date ahead of its arrival is a broken clock's: the list would begin with it for ever.
    private func moment(_ arrived: Timestamp) -> Int64 {
        guard let published = article.published, published <= arrived.advanced(by: 86_400) else {
            return arrived.seconds
        }
        return published.seconds
    }
}
