import GRDB
import News

extension Archive {
    /// Seconds of a day; on the two days a year that have an hour more or less it moves to its neighbour.
    private static let daySeconds: Int64 = 86_400

    /// How many articles of a list have their moment on each of the last days, the oldest day first and today last.
    ///
    /// - Parameters:
    ///   - scope: Which list.
    ///   - days: How many days.
    ///   - today: When today began.
    /// - Returns: As many counts as days.
    /// - Throws: `ArchiveError`.
    public func dailyCounts(_ scope: ListScope, days: Int, today: Timestamp) async throws -> [Int] {
        let statement = try Archive.dailyStatement(scope, days: days, today: today)
        return try await read(.long) { db in
            var counts = [Int](repeating: 0, count: days)
            let arguments = StatementArguments(statement.values)
            for row in try Row.fetchAll(db, sql: statement.sql, arguments: arguments) {
                let age: Int = row[0]
                if counts.indices.contains(age) { counts[days - 1 - age] = row[1] }
            }
            return counts
        }
    }

    /// The counts by a day's age, in SQL: one stretch of the index of each source, however large the archive is.
    static func dailyStatement(
        _ scope: ListScope, days: Int, today: Timestamp
    ) throws -> (sql: String, values: [DatabaseValue]) {
        let end = today.seconds + daySeconds
        let start = end - Int64(days) * daySeconds
        let condition = try condition(for: scope, now: today).and(
            Condition(sql: "article.moment >= ? AND article.moment < ?", values: [start, end]))
        let sql = """
            SELECT (? - article.moment) / ? AS age, count(*) FROM article WHERE \(condition.sql) GROUP BY age
            """
        return (sql, [(end - 1).databaseValue, daySeconds.databaseValue] + condition.values)
    }
}
