import GRDB
import News
import Testing

@testable import Archive

/// Which index serves what: an archive of a million articles is opened as quickly as one of a thousand.
@Suite struct QueryPlanTests {
    /// What SQLite knows of the tables: nothing, as in a young library, what `ANALYZE` found in one of a million, or that
    /// of a library whose unread articles had no table of their own.
    enum Statistics: CaseIterable { case none, million, older }

    /// The steps of a statement, each further to the right than the one it is part of.
    private func plan(
        _ statistics: Statistics = .none,
        of statement: @escaping @Sendable (Database) throws -> (sql: String, arguments: StatementArguments)
    ) async throws -> String {
        let library = try TemporaryArchive()
        return try await library.archive.write(.normal) { db in
            if statistics != .none { try Self.pretendToHoldAMillion(db, isOlder: statistics == .older) }
            let (sql, arguments) = try statement(db)
            var depths: [Int: Int] = [:]
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { row in
                let depth = depths[row["parent"]].map { $0 + 1 } ?? 0
                depths[row["id"]] = depth
                return String(repeating: "  ", count: depth) + (row["detail"] as String)
            }.joined(separator: "\n")
        }
    }

    private func plan(_ sql: String, _ arguments: StatementArguments = []) async throws -> String {
        try await plan { _ in (sql, arguments) }
    }

    private static func pretendToHoldAMillion(_ db: Database, isOlder: Bool) throws {
        try db.execute(
            sql: """
                ANALYZE;
                DELETE FROM sqlite_stat1;
                INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
                    ('article', 'article_by_moment', '1000000 4 1'),
                    ('article', 'article_by_source', '1000000 5000 2 1'),
                    ('article', 'article_starred', '2000 1 1'),
                    ('article', 'article_by_story', '1000000 2'),
                    ('unread', 'unread', '100000 4 1'), ('unread', 'unread_by_source', '100000 500 2 1'),
                    ('source', NULL, '200'), ('search_idx', 'search_idx', '300000 400 1');
                """)
        if isOlder { try db.execute(sql: "DELETE FROM sqlite_stat1 WHERE tbl = 'unread'") }
        try db.execute(sql: "ANALYZE sqlite_schema")
    }

    /// Lists, the table that leads them, and the index that their places come from in order.
    static let windows: [(ListScope, Condition.Lead, String)] = [
        (.all, .articles, "COVERING INDEX article_by_moment"),
        (.starred, .articles, "INDEX article_starred"),
        (.since(TemporaryArchive.now), .articles, "COVERING INDEX article_by_moment"),
        (.source(SourceID(1)), .articles, "COVERING INDEX article_by_source"),
        (.query("is:read"), .articles, "COVERING INDEX article_by_moment"),
        (.query("is:starred"), .articles, "INDEX article_starred"),
        (.query("has:enclosure"), .articles, "INDEX article_with_enclosures"),
        (.query("has:fulltext"), .articles, "INDEX article_with_full_text"),
        (.query("is:unread is:starred"), .articles, "INDEX article_starred"),
        (.unread, .unread, "article USING PRIMARY KEY ((moment,id)"),
        (.query("is:unread"), .unread, "article USING PRIMARY KEY ((moment,id)"),
        (.query("is:unread after:2026-11-01"), .unread, "article USING PRIMARY KEY (moment>?"),
        (.query("is:unread age<3d"), .unread, "article USING PRIMARY KEY (moment>?"),
        (.query("is:unread common"), .unread, "article USING PRIMARY KEY ((moment,id)"),
        (.query("is:unread two words"), .unread, "article USING PRIMARY KEY ((moment,id)"),
        (.query("is:unread not is:starred"), .unread, "article USING PRIMARY KEY ((moment,id)"),
        (.query("is:unread is:starred"), .unread, "article USING PRIMARY KEY ((moment,id)"),
    ]

    @Test(arguments: windows, [ListDirection.older, .newer])
    func thePlacesOfAWindowAreReadInTheOrderOfAnIndex(
        _ window: (scope: ListScope, lead: Condition.Lead, index: String), _ direction: ListDirection
    ) async throws {
        for statistics in Statistics.allCases {
            let plan = try await windowPlan(window.scope, window.lead, direction, statistics)
            #expect(plan.hasPrefix("SEARCH article USING INTEGER PRIMARY KEY"), "\(plan)")
            #expect(plan.contains(window.index), "\(plan)")
            #expect(!plan.contains("  USE TEMP B-TREE") && !plan.contains("BLOOM"), "\(plan)")
        }
    }

    /// Articles that are few are sorted by their places, and none but those that show is read.
    @Test(arguments: [
        (ListScope.query("story:7"), Condition.Lead.articles, "article_by_story"),
        (.query("is:unread story:7"), .articles, "article_by_story"),
        (
            .query("is:unread tag:to-read"), .articles,
            "article USING INDEX sqlite_autoindex_article_1 (key=?)"
        ),
        (.query("is:unread rare"), .articles, "article USING INTEGER PRIMARY KEY"),
        (.query("is:unread is:edited"), .articles, "article USING INTEGER PRIMARY KEY"),
    ])
    func theFewArticlesOfAListAreFoundByTheirIndex(
        _ scope: ListScope, _ lead: Condition.Lead, _ index: String
    ) async throws {
        for statistics in Statistics.allCases {
            let plan = try await windowPlan(scope, lead, .older, statistics)
            #expect(plan.contains("  SEARCH") && plan.contains(index), "\(plan)")
            #expect(!plan.contains("SCAN article"), "\(plan)")
        }
    }

    @Test func noRowIsReadOfWhatIsUnreadInASourceAndDoesNotShow() async throws {
        for statistics in Statistics.allCases {
            let plan = try await windowPlan(.query("is:unread source:post"), .unread, .older, statistics)
            #expect(!plan.contains("  SEARCH article USING INTEGER"), "\(plan)")
        }
    }

    private func windowPlan(
        _ scope: ListScope, _ lead: Condition.Lead, _ direction: ListDirection, _ statistics: Statistics
    ) async throws -> String {
        let place = ListPosition(moment: TemporaryArchive.now, id: ArticleID(9))
        return try await plan(statistics) { _ in
            let condition = try Archive.condition(for: scope, now: TemporaryArchive.now)
            return Archive.listingsStatement(condition, ledBy: lead, direction, from: place, limit: 40)
        }
    }

    @Test(arguments: [
        (ListScope.unread, Condition.Lead.unread), (.query("is:unread source:post"), .unread),
        (.query("is:unread not is:starred"), .unread), (.query("is:unread section:world"), .unread),
        (.query("is:unread is:starred"), .articles), (.query("is:unread tag:to-read"), .articles),
        (.query("is:unread rare"), .articles), (.query("is:unread (rare or seldom)"), .articles),
        (.query("is:unread (rare or is:read)"), .unread), (.query("is:read"), .articles), (.all, .articles),
        (.query("is:unread or is:starred"), .articles), (.query("not is:unread"), .articles),
    ])
    func whatIsUnreadLeadsUnlessAnIndexFindsFewer(
        _ scope: ListScope, _ lead: Condition.Lead
    ) async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill((1...256).map { TemporaryArchive.article("Common \($0)") })
        try await library.index()
        let condition = try Archive.condition(for: scope, now: TemporaryArchive.now)
        #expect(try await library.archive.read { try condition.lead(in: $0) } == lead)
    }

    @Test func whatIsUnreadLeadsWhereItIsLittleOrAWordIsFrequent() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill((1...256).map { TemporaryArchive.article("Common \($0)") })
        try await library.index()
        func lead(_ query: String) async throws -> Condition.Lead {
            let condition = try Archive.condition(for: .query(query), now: TemporaryArchive.now)
            return try await library.archive.read { try condition.lead(in: $0) }
        }
        #expect(try await lead("is:unread common") == .unread)
        #expect(try await lead("is:unread common is:starred") == .articles)
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: TemporaryArchive.now)
        #expect(try await lead("is:unread common is:starred") == .unread)
    }

    @Test(arguments: [
        (ListScope.all, "COVERING INDEX"), (.starred, "INDEX article_starred"),
        (.source(SourceID(1)), "COVERING INDEX article_by_source"),
    ])
    func countsComeFromAnIndexAlone(_ scope: ListScope, _ index: String) async throws {
        let condition = try Archive.condition(for: scope, now: TemporaryArchive.now)
        let plan = try await plan(
            "SELECT count(*) FROM \(condition.clause(ledBy: .articles))", condition.arguments)
        #expect(plan.contains(index), "\(plan)")
    }

    private func planOfCountingUnread(
        of scope: ListScope, ledBy lead: Condition.Lead, _ statistics: Statistics
    ) async throws -> String {
        try await plan(statistics) { _ in
            let condition = try Archive.condition(for: scope, now: TemporaryArchive.now).and(.unread)
            return ("SELECT count(*) FROM \(condition.clause(ledBy: lead))", condition.arguments)
        }
    }

    @Test(arguments: [
        (ListScope.all, "SCAN unread"),
        (.source(SourceID(1)), "COVERING INDEX unread_by_source (source_id=?)"),
        (.folder("World"), "COVERING INDEX unread_by_source (source_id=?)"),
        (.since(TemporaryArchive.now), "article USING PRIMARY KEY (moment>?)"),
        (.query("common"), "article"),
    ])
    func whatIsUnreadOfAListIsCountedWithoutRowsOfArticles(
        _ scope: ListScope, _ index: String
    ) async throws {
        for statistics in Statistics.allCases {
            let plan = try await planOfCountingUnread(of: scope, ledBy: .unread, statistics)
            #expect(plan.contains(index), "\(plan)")
            #expect(!plan.contains("INTEGER PRIMARY KEY"), "\(plan)")
        }
    }

    @Test(arguments: [
        (ListScope.starred, "INDEX article_starred"),
        (.query("tag:to-read"), "article USING INDEX sqlite_autoindex_article_1 (key=?)"),
        (.query("story:7"), "article_by_story"),
    ])
    func whatIsUnreadOfAShortListIsCountedWithoutAllThatIsUnread(
        _ scope: ListScope, _ index: String
    ) async throws {
        for statistics in Statistics.allCases {
            let plan = try await planOfCountingUnread(of: scope, ledBy: .articles, statistics)
            #expect(plan.contains(index), "\(plan)")
            #expect(plan.contains("SEARCH unread USING PRIMARY KEY (moment=? AND id=?)"), "\(plan)")
        }
    }

    @Test func theUnreadOfASourceAreCountedByAnIndexAlone() async throws {
        let plan = try await plan("SELECT source_id, count(*) FROM unread GROUP BY source_id")
        #expect(plan == "SCAN unread USING COVERING INDEX unread_by_source")
    }

    @Test(arguments: [
        "SELECT id, digest FROM article WHERE key = 1", "SELECT id FROM article WHERE url = 'x'",
        "SELECT 1 FROM revision WHERE article_id = 1", "SELECT 1 FROM tagging WHERE key = 1",
        "DELETE FROM unread WHERE (moment, id) IN (SELECT moment, id FROM article WHERE id IN (1))",
    ])
    func singleRowsAreFoundByAnIndex(_ sql: String) async throws {
        let plan = try await plan(sql)
        #expect(plan.hasPrefix("SEARCH"), "\(plan)")
    }

    @Test func followedStoriesAreFoundWithoutGoingThroughAllStories() async throws {
        let sql =
            "SELECT story_id FROM followed_story CROSS JOIN article USING (key) WHERE story_id IS NOT NULL"
        let plan = try await plan(sql)
        #expect(plan.hasPrefix("SCAN followed_story"), "\(plan)")
    }
}
