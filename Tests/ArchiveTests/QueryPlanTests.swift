import GRDB
import News
import Testing

@testable import Archive

/// Which index serves what: an archive of a million articles is opened as quickly as one of a thousand.
@Suite struct QueryPlanTests {
    private func plan(_ sql: String, _ arguments: StatementArguments) async throws -> String {
        let library = try TemporaryArchive()
        return try await library.archive.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                .map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    static let windows: [(ListScope, String)] = [
        (.all, "article_by_moment"), (.unread, "article_unread"), (.starred, "article_starred"),
        (.since(TemporaryArchive.now), "article_by_moment"), (.source(SourceID(1)), "article_by_source"),
        (.query("is:unread"), "article_unread"), (.query("is:starred"), "article_starred"),
        (.query("has:enclosure"), "article_with_enclosures"),
        (.query("has:fulltext"), "article_with_full_text"), (.query("story:7"), "article_by_story"),
    ]

    @Test(arguments: windows, [ListDirection.older, .newer])
    func aWindowOfAListIsReadInTheOrderOfItsIndex(
        _ window: (scope: ListScope, index: String), _ direction: ListDirection
    ) async throws {
        let place = ListPosition(moment: TemporaryArchive.now, id: ArticleID(9))
        let condition = try Archive.condition(for: window.scope, now: TemporaryArchive.now)
        let (sql, arguments) = Archive.listingsStatement(condition, direction, from: place, limit: 40)
        let plan = try await plan(sql, arguments)
        #expect(plan.contains("USING INDEX \(window.index)"), "\(plan)")
        if window.index != "article_by_story" { #expect(!plan.contains("TEMP B-TREE"), "\(plan)") }
    }

    @Test(arguments: [
        (ListScope.all, "COVERING INDEX"), (.unread, "COVERING INDEX article_unread_by_source"),
        (.starred, "INDEX article_starred"),
        (.source(SourceID(1)), "COVERING INDEX article_by_source"),
    ])
    func countsComeFromAnIndexAlone(_ scope: ListScope, _ index: String) async throws {
        let condition = try Archive.condition(for: scope, now: TemporaryArchive.now)
        let plan = try await plan("SELECT count(*) FROM article WHERE \(condition.sql)", condition.arguments)
        #expect(plan.contains(index), "\(plan)")
    }

    @Test func theUnreadOfASourceAreCountedByAnIndexAlone() async throws {
        let plan = try await plan(
            "SELECT source_id, count(*) FROM article WHERE is_read = 0 GROUP BY source_id", [])
        #expect(plan.contains("COVERING INDEX article_unread_by_source"), "\(plan)")
    }

    @Test(arguments: [
        "SELECT id, digest FROM article WHERE key = 1", "SELECT id FROM article WHERE url = 'x'",
        "SELECT 1 FROM revision WHERE article_id = 1", "SELECT 1 FROM tagging WHERE key = 1",
    ])
    func singleRowsAreFoundByAnIndex(_ sql: String) async throws {
        let plan = try await plan(sql, [])
        #expect(plan.hasPrefix("SEARCH"), "\(plan)")
    }

    @Test func followedStoriesAreFoundWithoutGoingThroughAllStories() async throws {
        let sql =
            "SELECT story_id FROM followed_story CROSS JOIN article USING (key) WHERE story_id IS NOT NULL"
        let plan = try await plan(sql, [])
        #expect(plan.hasPrefix("SCAN followed_story"), "\(plan)")
    }

    @Test(arguments: [
        (ListScope.starred, "article_starred"), (.query("is:starred"), "article_starred"),
        (.query("tag:to-read"), "article USING INDEX"), (.source(SourceID(1)), "article_unread_by_source"),
    ])
    func whatIsUnreadOfAShortListIsCountedWithoutAllThatIsUnread(
        _ scope: ListScope, _ index: String
    ) async throws {
        let condition = Archive.unread(
            of: scope, try Archive.condition(for: scope, now: TemporaryArchive.now))
        let plan = try await plan("SELECT count(*) FROM article WHERE \(condition.sql)", condition.arguments)
        #expect(plan.contains(index), "\(plan)")
        if scope != .source(SourceID(1)) { #expect(!plan.contains("article_unread"), "\(plan)") }
    }
}
