import GRDB
import News

/// In which order articles leave the archive.
public enum ExportOrder: Sendable {
    /// As they came in: read back in this order, they are numbered as before.
    case arrival
    /// As lists show them.
    case newestFirst
}

/// A source with all that an export says of it.
public struct ExportedSource: Sendable, Hashable {
    /// Its number.
    public var id: SourceID
    /// The source itself.
    public var source: SourceIdentity
}

extension Archive {
    /// The numbers of all articles of a scope; 8 bytes for each are the only part of an export that grows with it.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func articleIDs(
        _ scope: ListScope, in order: ExportOrder, now: Timestamp
    ) async throws -> [ArticleID] {
        let condition = try Archive.condition(for: scope, now: now)
        let sorting =
            switch order {
            case .arrival: "id"
            case .newestFirst: "moment DESC, id DESC"
            }
        return try await read(.long) { db in
            let clause = try condition.clause(ledBy: condition.lead(in: db))
            let sql = "SELECT id FROM \(clause) ORDER BY \(sorting)"
            let numbers = try Int64.fetchCursor(db, sql: sql, arguments: condition.arguments)
            var ids: [ArticleID] = []
            while let number = try numbers.next() { ids.append(ArticleID(number)) }
            return ids
        }
    }

    /// Articles by number in the order of the numbers, each whole and with its tags; those that are gone are left out.
    ///
    /// - Throws: `ArchiveError`.
    public func articles(_ ids: ArraySlice<ArticleID>) async throws -> [(kept: KeptArticle, tags: [Tag])] {
        try await read(.long) { db in
            let tags = try db.cachedStatement(
                sql: """
                    SELECT name FROM tag JOIN tagging ON tag_id = tag.id
                    WHERE key = (SELECT key FROM article WHERE id = ?) ORDER BY name
                    """)
            return try ids.compactMap { id in
                guard let kept = try Archive.article(id, in: db) else { return nil }
                let names = try String.fetchAll(tags, arguments: [id.number])
                return (kept, names.compactMap { Tag($0) })
            }
        }
    }

    /// All sources by folder and name, with what a list of subscriptions says of them.
    ///
    /// - Throws: `ArchiveError`.
    public func exportedSources() async throws -> [ExportedSource] {
        try await read(.long) { db in
            let sql = """
                SELECT id, address, title, link, folder, is_subscribed FROM source
                ORDER BY folder, title COLLATE NOCASE, id
                """
            return try Row.fetchAll(db, sql: sql).map { row in
                ExportedSource(
                    id: SourceID(row[0]),
                    source: SourceIdentity(
                        address: (row[1] as String?).flatMap { WebAddress($0) },
                        title: Line(row[2] as String),
                        link: (row[3] as String?).flatMap { WebAddress($0) }, folder: row[4],
                        isSubscribed: row[5]))
            }
        }
    }
}
