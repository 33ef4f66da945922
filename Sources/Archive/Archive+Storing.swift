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

/// An article and where it belongs.
public struct SourcedArticle: Sendable {
    /// The source.
    public var source: SourceID
    /// The article.
    public var article: Article
    /// What was done to it elsewhere; only an article that is new takes it.
    var past: ImportedArticle?

    /// An article of a source.
    public init(_ article: Article, of source: SourceID) {
        self.source = source
        self.article = article
    }

    /// An article that comes from elsewhere.
    init(_ imported: ImportedArticle, of source: SourceID) {
        self.init(imported.article, of: source)
        if imported.hasPast { past = imported }
    }
}

extension Archive {
    /// Keeps articles of a source; see the other `store`.
    ///
    /// - Throws: `ArchiveError`; what earlier transactions kept stays kept.
    public func store(
        _ articles: [Article], of source: SourceID, arrived: Timestamp
    ) async throws -> StoringResult {
        try await store(articles.map { SourcedArticle($0, of: source) }, arrived: arrived)
    }

    /// Keeps the articles of a feed that was asked, and with the last of them what came of asking.
    ///
    /// A kill before that makes the next refresh ask as before: nothing is lost, nothing comes twice. `note` says what came
    /// of asking, when so much was new.
    ///
    /// - Throws: `ArchiveError`, and what `note` throws; what earlier transactions kept stays kept.
    public func store(
        _ articles: [Article], of source: SourceID, arrived: Timestamp,
        noting note: @escaping @Sendable (StoringResult) throws -> (record: FeedRecord, news: FeedNews)
    ) async throws -> StoringResult {
        try await store(articles.map { SourcedArticle($0, of: source) }, arrived: arrived) { result, db in
            let note = try note(result)
            try Archive.keep(note.record, of: source, news: note.news, in: db)
        }
    }

    /// Keeps articles of any sources, in transactions of bounded length.
    ///
    /// Known ones are matched by identity; marks stay. Articles of a source that is not there are left out.
    ///
    /// - Throws: `ArchiveError`; what earlier transactions kept stays kept.
    public func store(_ articles: [SourcedArticle], arrived: Timestamp) async throws -> StoringResult {
        guard !articles.isEmpty else { return StoringResult() }
        return try await store(articles, arrived: arrived) { _, _ in }
    }

    /// `finish` is done in the last transaction, with what came of all.
    private func store(
        _ articles: [SourcedArticle], arrived: Timestamp,
        _ finish: @escaping @Sendable (StoringResult, Database) throws -> Void
    ) async throws -> StoringResult {
        var result = StoringResult()
        let atOnce = Limits.storedAtOnce
        let dictionary = try await newestDictionary()
        var rows = try await ArticleRow.rows(articles.prefix(atOnce), packedBy: dictionary)
        for start in stride(from: atOnce, to: max(articles.count, 1) + atOnce, by: atOnce) {
            // The next articles are packed while these are written.
            async let next = ArticleRow.rows(
                articles.dropFirst(start).prefix(atOnce), packedBy: dictionary)
            let isLast = start >= articles.count
            result = try await store(rows, arrived: arrived, after: result) { result, db in
                if isLast { try finish(result, db) }
            }
            rows = try await next
        }
        return result
    }

    private func store(
        _ rows: [ArticleRow], arrived: Timestamp, after earlier: StoringResult,
        _ finish: @escaping @Sendable (StoringResult, Database) throws -> Void
    ) async throws -> StoringResult {
        try await write(.normal) { db in
            var result = earlier
            var keys: [SourceID: Int64] = [:]
            for row in rows {
                let known = try keys[row.source] ?? Archive.key(of: row.source, in: db)
                guard let key = known else { continue }
                keys[row.source] = key
                try row.store(in: db, sourceKey: key, arrived: arrived, &result)
            }
            try finish(result, db)
            return result
        }
    }

    private static func key(of source: SourceID, in db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT key FROM source WHERE id = ?", arguments: [source.number])
    }
}

/// An article made ready for its tables, outside of the transaction: packing is the dear part.
private struct ArticleRow: Sendable {
    let source: SourceID
    let article: Article
    let html: Data
    let details: Data
    let digest: Int64
    private let past: ImportedArticle?

    /// Off the actor, where lists are asked for.
    static func rows(
        _ articles: ArraySlice<SourcedArticle>, packedBy dictionary: PackingDictionary?
    ) async throws -> [ArticleRow] {
        let packer = TextPacker(dictionary)
        return try articles.map { try ArticleRow($0, packer) }
    }

    init(_ sourced: SourcedArticle, _ packer: TextPacker) throws {
        source = sourced.source
        article = sourced.article
        past = sourced.past
        html = Data(packer.pack(Array(article.html.utf8)))
        let unpacked = try ArticleDetails(article).json()
        details = Data(packer.pack(unpacked))
        var digest = Fingerprint()
        digest.add(part: article.headline.text)
        digest.add(part: article.html)
        digest.add(unpacked)
        self.digest = digest.value
    }

    func store(
        in db: Database, sourceKey: Int64, arrived: Timestamp, _ result: inout StoringResult
    ) throws {
        let key = Fingerprint.of(String(sourceKey), article.identity)
        let known = try db.cachedStatement(sql: "SELECT id, digest FROM article WHERE key = ?")
        guard let row = try Row.fetchOne(known, arguments: [key]) else {
            try insert(in: db, key: key, arrived: arrived)
            result.added += 1
            return
        }
        let id: Int64 = row[0]
        let knownDigest: Int64 = row[1]
        if knownDigest == digest || past?.isSecondHand == true {
            result.unchanged += 1
            return
        }
        try update(id, in: db, at: arrived)
        result.updated += 1
    }

    private func insert(in db: Database, key: Int64, arrived: Timestamp) throws {
        try past?.prepareMarks(key: key, in: db)
        let mark = try db.cachedStatement(sql: "SELECT is_read, is_starred FROM mark WHERE key = ?")
        let marks = try Row.fetchOne(mark, arguments: [key])
        let moment = moment(arrived)
        try db.cachedStatement(
            sql: """
                INSERT INTO article(source_id, key, digest, url, title, byline, moment, published, has_enclosures,
                    is_starred)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            source.number, key, digest, article.address?.text, article.headline.text, article.byline?.text,
            moment, article.published?.seconds, !article.enclosures.isEmpty,
            marks.map { $0[1] as Bool } ?? false,
        ])
        let id = db.lastInsertedRowID
        if marks.map({ $0[0] as Bool }) != true {
            try db.cachedStatement(sql: "INSERT INTO unread(moment, id, source_id) VALUES (?, ?, ?)")
                .execute(arguments: [moment, id, source.number])
        }
        try db.cachedStatement(sql: "INSERT INTO body(article_id, html, details) VALUES (?, ?, ?)")
            .execute(arguments: [id, html, details])
        try db.cachedStatement(sql: "INSERT INTO pending(article_id, is_new) VALUES (?, 1)").execute(
            arguments: [id])
    }

    private func update(_ id: Int64, in db: Database, at moment: Timestamp) throws {
        try Archive.requeue(id, in: db)
        try db.execute(
            sql: """
                INSERT INTO revision(article_id, replaced, title, byline, html)
                SELECT id, ?, title, byline, html FROM article JOIN body ON article_id = id WHERE id = ?
                """, arguments: [moment.seconds, id])
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
        if let known = past?.moment { return known.seconds }
        guard let published = article.published, published <= arrived.advanced(by: 86_400) else {
            return arrived.seconds
        }
        return published.seconds
    }
}
