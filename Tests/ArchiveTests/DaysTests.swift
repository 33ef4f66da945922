import GRDB
import News
import Testing

@testable import Archive

@Suite struct DaysTests {
    @Test func articlesAreCountedByTheirDaysTodayLast() async throws {
        let library = try TemporaryArchive()
        let today = TemporaryArchive.now
        let ages: [Int64] = [0, 0, -86_399, 1, 86_400, 86_401, 86_400 * 6, 86_400 * 7]
        let articles = ages.enumerated().map { number, age in
            Article(identity: "\(number)", headline: "N", published: today.advanced(by: -age))
        }
        let source = try await library.fill(articles)
        _ = try await library.fill([TemporaryArchive.article("Elsewhere")], source: "Another")
        let counts = try await library.archive.dailyCounts(.source(source), days: 7, today: today)
        #expect(counts == [1, 0, 0, 0, 1, 2, 3])
    }

    @Test func onlyAStretchOfTheSourcesIndexIsRead() async throws {
        let library = try TemporaryArchive()
        for scope in [ListScope.source(SourceID(1)), .folder("World")] {
            let plan = try await library.archive.read { db in
                let statement = try Archive.dailyStatement(scope, days: 28, today: TemporaryArchive.now)
                return try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN " + statement.sql,
                    arguments: StatementArguments(statement.values)
                ).map { $0["detail"] as String }.joined(separator: "\n")
            }
            #expect(
                plan.contains("COVERING INDEX article_by_source (source_id=? AND moment>? AND moment<?)"),
                "\(plan)")
        }
    }
}
