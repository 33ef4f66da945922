import GRDB
import News

/// A hit of a ranked search.
public struct SearchHit: Sendable, Hashable {
    /// The article.
    public var listing: Listing
    /// How well it fits; more is better.
    public var score: Double
}

extension Archive {
    /// The words that a query looks for in the full text, without those that must not occur.
    ///
    /// - Throws: `ArchiveError` for a query that cannot be read.
    public static func terms(of text: String, now: Timestamp) throws -> [SearchTerm] {
        try QueryCompiler.terms(of: query(text, now: now))
    }

    static func query(_ text: String, now: Timestamp) throws -> Query {
        do {
            return try QueryParser.parse(text, now: now)
        } catch {
            throw ArchiveError.query(error)
        }
    }

    /// The best articles for a query: ranked by BM25 among the newest that match.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func search(_ text: String, limit: Int, now: Timestamp) async throws -> [SearchHit] {
        let query = try Archive.query(text, now: now)
        let (terms, rest) = QueryCompiler.separated(query)
        guard let expression = QueryCompiler.expression(for: terms) else {
            guard terms.isEmpty else { return [] }
            let condition = QueryCompiler.condition(for: query)
            return try await read(.long) { db in
                try Archive.listings(db, condition, .older, from: nil, limit: limit).map {
                    SearchHit(listing: $0, score: 0)
                }
            }
        }
        let condition = QueryCompiler.condition(for: rest)
        let narrowed =
            rest == .everything
            // Asked match by match, the newest first: the other way round every article would be a full-text query.
            ? "" : "AND EXISTS (SELECT 1 FROM article WHERE article.id = search.rowid AND (\(condition.sql)))"
        return try await read(.long) { db in
            // Ranking all of a common word's matches would take seconds at a million articles.
            let sql = """
                WITH matches AS MATERIALIZED (
                    SELECT rowid AS id, bm25(search, 6.0, 3.0, 1.0) AS rank FROM search WHERE search MATCH ? \(narrowed)
                    ORDER BY rowid DESC LIMIT \(Limits.rankedMatches)
                )
                SELECT listed.*, rank FROM matches JOIN (\(Archive.columns)) AS listed ON listed.id = matches.id
                ORDER BY rank, listed.moment DESC LIMIT ?
                """
            let arguments = StatementArguments(
                [expression.databaseValue] + condition.values + [limit.databaseValue])
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
                SearchHit(listing: Archive.listing(row), score: -(row["rank"] as Double))
            }
        }
    }
}
