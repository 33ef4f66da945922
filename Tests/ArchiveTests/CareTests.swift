import Foundation
import GRDB
import News
import Testing

@testable import Archive

@Suite struct CareTests {
    static let now = TemporaryArchive.now

    /// A library of some pages, all in the file, closed.
    static func filled(_ count: Int = 400) async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        let articles = (1...count).map { number in
            TemporaryArchive.article(
                "Article \(number)", hoursAgo: number,
                html: "<p>" + (0..<200).map { _ in String(Int.random(in: 0...99_999)) }.joined(separator: " ")
                    + "</p>")
        }
        _ = try await library.fill(articles)
        try await library.index()
        _ = try await library.archive.mark(.all, .read(true), at: now)
        _ = try await library.archive.mark([ArticleID(3)], .tagged(try #require(Tag("kept")), true), at: now)
        try await library.archive.alone { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        await library.archive.close()
        return library
    }

    private func hurt(_ path: String, at offset: Int, with bytes: Data) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: bytes)
        try file.close()
    }

    @Test func aSoundLibraryHasNothingToReport() async throws {
        let library = try await Self.filled(20)
        let archive = try Archive(path: library.path)
        #expect(try await archive.check() == [])
        try await archive.quickCheck()
        let statistics = try await archive.statistics()
        #expect(statistics.articles == 20 && statistics.unread == 0 && statistics.tags == 1)
    }

    @Test func indexesAreMadeAgainFromTheArticles() async throws {
        let library = try await Self.filled(20)
        let archive = try Archive(path: library.path)
        try await archive.forget(.search)
        #expect(try await archive.search("article", limit: 99, now: Self.now).isEmpty)
        #expect(try await archive.pendingCount() == 20)
        try await archive.forget(.related)
    }

    @Test func compactingKeepsEverything() async throws {
        let library = try await Self.filled(50)
        let archive = try Archive(path: library.path)
        try await archive.compact()
        #expect(try await archive.check() == [])
        #expect(try await archive.search("article", limit: 99, now: Self.now).count == 50)
    }

    @Test(arguments: ["header", "middle", "cut"])
    func whatCanBeReadOfADamagedLibraryIsSaved(_ damage: String) async throws {
        let library = try await Self.filled()
        let size = try #require(
            FileManager.default.attributesOfItem(atPath: library.path)[.size] as? Int)
        switch damage {
        case "header": try hurt(library.path, at: 0, with: Data(count: 100))
        case "middle":
            try hurt(library.path, at: size / 2, with: Data((0..<20_000).map { _ in .random(in: 0...255) }))
        default: truncate(library.path, off_t(size * 2 / 3))
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let target = library.path + ".rescued"
        let report = try await Archive.rescue(from: library.path, to: target, now: Self.now)
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
        #expect(report.articles > 200)
        if damage == "header" { #expect(report == RescueReport(articles: 400)) }
        let rescued = try Archive(path: target)
        #expect(try await rescued.check() == [])
        let counts = try await rescued.counts(.all, now: Self.now)
        #expect(counts.all == report.articles && counts.unread <= report.strayTexts)
        #expect(try await rescued.pendingCount() == report.articles)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: (library.path as NSString).deletingLastPathComponent)
        #expect(!files.contains { $0.contains("damaged-copy") })
    }

    @Test func aRescuedLibraryKeepsWhatIsUnread() async throws {
        let library = try await Self.filled()
        let archive = try Archive(path: library.path)
        _ = try await archive.mark(.query("title:7"), .read(false), at: Self.now)
        let unread = try await archive.listings(.unread, limit: 999, now: Self.now)
        await archive.close()
        #expect(!unread.isEmpty)
        let target = library.path + ".rescued"
        _ = try await Archive.rescue(from: library.path, to: target, now: Self.now)
        let rescued = try Archive(path: target)
        #expect(try await rescued.listings(.unread, limit: 999, now: Self.now).map(\.id) == unread.map(\.id))
        #expect(try await rescued.check() == [])
    }

    @Test func aRescuedLibraryOfAnOlderFormatKeepsWhatIsUnread() async throws {
        let library = try await FaultyDiskTests.oldLibrary()
        let target = library.path + ".rescued"
        _ = try await Archive.rescue(from: library.path, to: target, now: Self.now)
        try await FaultyDiskTests.expectWholeAfterMigration(at: target)
    }

    /// The damage takes a piece out of the middle of the marks; what it holds may be unread, so it is.
    @Test func whatMayBeUnreadIsUnreadInARescuedLibrary() async throws {
        let library = try await Self.filled(20)
        let queue = try DatabaseQueue(path: library.path)
        try await queue.write { db in
            try db.execute(
                sql: """
                    WITH RECURSIVE number(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM number WHERE n < 8000)
                    INSERT INTO article(id, source_id, key, digest, title, moment)
                    SELECT n, 1, n, 0, 'Old', n FROM number;
                    INSERT INTO body SELECT article.id, html, details FROM article, body
                    WHERE article.id >= 100 AND article_id = 1;
                    INSERT INTO unread SELECT moment, id, source_id FROM article WHERE id >= 100 AND id % 2 = 0;
                    """)
        }
        let numbers = "SELECT id FROM unread ORDER BY id"
        let unread = try await queue.read { try Int64.fetchSet($0, sql: numbers) }
        let sql = "SELECT pgoffset FROM dbstat WHERE name = 'unread' AND pagetype = 'leaf' LIMIT 1 OFFSET 1"
        let page = try #require(try await queue.read { try Int.fetchOne($0, sql: sql) })
        try queue.close()
        try hurt(library.path, at: page, with: Data(count: 8_192))
        let target = library.path + ".rescued"
        let report = try await Archive.rescue(from: library.path, to: target, now: Self.now)
        #expect(report.articles == 7_921 && report.gaps == 1)
        let rescued = try Archive(path: target)
        #expect(try await rescued.check() == [])
        let kept = try await rescued.read { try Int64.fetchSet($0, sql: numbers) }
        #expect(kept.isSuperset(of: unread) && kept.count < unread.count + 1_000)
    }

    @Test func aDamagedFileIsNeverWrittenByABatch() async throws {
        let library = try await Self.filled()
        let queue = try DatabaseQueue(path: library.path)
        let sql = "SELECT pgoffset FROM dbstat WHERE name = 'body' AND pagetype = 'leaf' LIMIT 1 OFFSET 2"
        let page = try #require(try await queue.read { try Int.fetchOne($0, sql: sql) })
        try queue.close()
        try hurt(library.path, at: page, with: Data((0..<8_192).map { _ in .random(in: 0...255) }))
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        let archive = try Archive(path: library.path)
        await #expect(throws: ArchiveError.self) {
            try await archive.source(SourceIdentity(title: "Another"))
        }
        await archive.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
    }

    @Test func aFileThatCannotBeWrittenIsReadAndNotChanged() async throws {
        let library = try await Self.filled(20)
        let folder = (library.path as NSString).deletingLastPathComponent
        let reader = try Archive(path: library.path, isReadOnly: true)
        #expect(try await reader.counts(.all, now: Self.now).all == 20)
        #expect(try await reader.search("article", limit: 9, now: Self.now).count == 9)
        await #expect(throws: ArchiveError.readOnly(path: library.path)) {
            try await reader.mark([ArticleID(1)], .read(false), at: Self.now)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["library.sqlite"])
    }

    @Test func anotherProgramsChangesAreSeenAndOwnOnesNot() async throws {
        let library = try await Self.filled(5)
        let (one, other) = (try Archive(path: library.path), try Archive(path: library.path))
        #expect(await one.watch() != nil)
        _ = try await one.mark([ArticleID(1)], .read(false), at: Self.now)
        #expect(try await one.hasChangedElsewhere() == false)
        _ = try await other.mark([ArticleID(2)], .read(false), at: Self.now)
        #expect(try await one.hasChangedElsewhere())
        #expect(try await one.hasChangedElsewhere() == false)
    }

    @Test func anExistingFileIsNeverOverwrittenByARescue() async throws {
        let library = try await Self.filled(5)
        await #expect(throws: ArchiveError.self) {
            try await Archive.rescue(from: library.path, to: library.path, now: Self.now)
        }
    }
}
