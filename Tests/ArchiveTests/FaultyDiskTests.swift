import FaultyDisk
import Foundation
import GRDB
import Glibc
import News
import Packing
import Testing

@testable import Archive

/// The n-th write fails, for every n: the file stays whole, and what was said to be on the disk is on the disk.
@Suite struct FaultyDiskTests {
    static let now = TemporaryArchive.now

    /// A closed library of three articles, the first read, the second starred and tagged.
    private func library() async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        _ = try await library.fill((1...3).map { TemporaryArchive.article("Article \($0)") })
        try await library.index()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: Self.now)
        _ = try await library.archive.mark([ArticleID(2)], .starred(true), at: Self.now)
        await library.archive.close()
        return library
    }

    /// Does one thing after the other until one fails; returns the articles whose mark was acknowledged.
    private func use(_ path: String) async -> Set<ArticleID> {
        var marked: Set<ArticleID> = []
        guard let archive = try? Archive(path: path) else { return marked }
        do {
            let source = try await archive.source(SourceIdentity(title: "The Harbour Post"))
            marked.formUnion(try await archive.mark([ArticleID(3)], .read(true), at: Self.now))
            let articles = (4...40).map { TemporaryArchive.article("Article \($0)") }
            _ = try await archive.store(articles, of: source, arrived: Self.now)
            marked.formUnion(try await archive.mark([ArticleID(4)], .read(true), at: Self.now))
            let texts = try await archive.pendingTexts(of: archive.pendingArticles()[...])
            try await archive.index(texts, now: TemporaryArchive.now)
            _ = try await archive.mark(.all, .starred(true), at: Self.now)
            _ = try await archive.undo()
        } catch {
            // What cannot be done is said, and never by a crash.
            if !(error is ArchiveError) { Issue.record(error) }
        }
        await archive.close()
        return marked
    }

    @Test(arguments: [EIO, ENOSPC])
    func noMarkIsLostWhereverWritingFails(_ error: Int32) async throws {
        var n = 1
        while true {
            let library = try await library()
            let disk = faulty_disk_arm(library.path, Int32(n), error)
            try #require(disk >= 0)
            let marked = await use(library.path)
            let failed = faulty_disk_heal(disk)
            let archive = try Archive(path: library.path)
            #expect(try await archive.check() == [], "write \(n)")
            let ids = [ArticleID(1)] + marked
            #expect(try await archive.listings(of: ids).filter(\.isRead).count == ids.count, "write \(n)")
            #expect(try await archive.listings(of: [ArticleID(2)]).first?.isStarred == true, "write \(n)")
            // All is well again when the disk is.
            #expect(await use(library.path).isSubset(of: [ArticleID(3), ArticleID(4)]))
            #expect(try await archive.counts(.all, now: Self.now).all == 40, "write \(n)")
            await archive.close()
            if failed == 0 { break }
            n += 1
        }
        #expect(n > 20)
    }

    @Test(arguments: [EIO, ENOSPC])
    func aMigrationThatCannotBeWrittenLeavesTheOldFormatWhole(_ error: Int32) async throws {
        var n = 1
        while true {
            let library = try await Self.oldLibrary()
            let disk = faulty_disk_arm(library.path, Int32(n), error)
            try #require(disk >= 0)
            do {
                await (try Archive(path: library.path)).close()
            } catch {
                #expect(error is ArchiveError)
            }
            let failed = faulty_disk_heal(disk)
            try await Self.expectWholeAfterMigration(library)
            if failed == 0 { break }
            n += 1
        }
        #expect(n > 5)
    }

    @Test func aLibraryOfTheFirstFormatKeepsItsArticlesMarksAndPlaces() async throws {
        try await Self.expectWholeAfterMigration(try await Self.oldLibrary())
    }

    /// A library as the first format had it, with articles and marks.
    static func oldLibrary() async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        await library.archive.close()
        for suffix in ["", "-wal", "-shm"] { unlink(library.path + suffix) }
        let queue = try DatabaseQueue(path: library.path)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: SchemaVersion1.sql)
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
            try db.execute(sql: "INSERT INTO source(id, key, title) VALUES (1, 11, 'The Harbour Post')")
            for id in 1...30 {
                try db.execute(
                    sql: """
                        INSERT INTO article(id, source_id, key, digest, title, moment, is_read, is_starred)
                        VALUES (?, 1, ?, 0, 'Article ' || ?, ?, ?, ?)
                        """, arguments: [id, id * 1_000, id, id, id % 2, id % 3 == 0 ? 1 : 0])
                let html = Data(Packing.pack(Array("<p>Text \(id).</p>".utf8)))
                let details = Data(Packing.pack(Array("{\"identity\":\"\(id)\"}".utf8)))
                try db.execute(
                    sql: "INSERT INTO body(article_id, html, details) VALUES (?, ?, ?)",
                    arguments: [id, html, details])
                try db.execute(sql: "INSERT INTO pending(article_id) VALUES (?)", arguments: [id])
            }
        }
        try queue.close()
        return library
    }

    static func expectWholeAfterMigration(_ library: TemporaryArchive) async throws {
        try await expectWholeAfterMigration(at: library.path)
    }

    static func expectWholeAfterMigration(at path: String) async throws {
        let archive = try Archive(path: path)
        #expect(try await archive.check() == [])
        #expect(try await archive.statistics().version == Schema.version)
        let counts = try await archive.counts(.all, now: now)
        #expect(counts.all == 30 && counts.unread == 15)
        #expect(try await archive.counts(.starred, now: now).all == 10)
        #expect(try await archive.article(ArticleID(7))?.article.html == "<p>Text 7.</p>")
        #expect(try await archive.pendingCount() == 30)
        await archive.close()
    }
}
