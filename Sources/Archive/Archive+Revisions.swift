import FoundationEssentials
import GRDB
import News

/// What an article was before its source changed it.
public struct Revision: Sendable, Hashable {
    /// When it was replaced.
    public var replaced: Timestamp
    /// Its headline.
    public var headline: Line
    /// Its body.
    public var html: String
}

extension Archive {
    /// The first version of an article; nothing when it has not changed.
    ///
    /// - Throws: `ArchiveError`.
    public func firstRevision(of id: ArticleID) async throws -> Revision? {
        try await read { db in
            let sql =
                "SELECT replaced, title, unpacked(html) FROM revision WHERE article_id = ? ORDER BY id LIMIT 1"
            return try Row.fetchOne(db, sql: sql, arguments: [id.number]).map { row in
                Revision(
                    replaced: Timestamp(seconds: row[0]), headline: Line(row[1] as String),
                    html: String(decoding: try Archive.bytes(row[2]), as: UTF8.self))
            }
        }
    }
}
