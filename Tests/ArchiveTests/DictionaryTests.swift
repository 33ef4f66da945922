import Foundation
import GRDB
import News
import Packing
import Testing

@testable import Archive

@Suite struct DictionaryTests {
    private static func article(_ number: Int) -> Article {
        TemporaryArchive.article(
            "Article \(number)", hoursAgo: number,
            html:
                "<p>The harbour’s pilots met on day \(number), said the chair of pilots \(number * 7919).</p>"
        )
    }

    /// A library that is large enough to have learnt a dictionary, with one article, number 2,001, that came after.
    private static func library() async throws -> TemporaryArchive {
        let library = try TemporaryArchive()
        let source = try await library.fill((1...Limits.articlesToLearnFrom).map(article))
        try await library.archive.learnFromTexts()
        _ = try await library.archive.store([article(0)], of: source, arrived: TemporaryArchive.now)
        return library
    }

    private static let later = ArticleID(Int64(Limits.articlesToLearnFrom + 1))

    private static func size(_ id: ArticleID, in library: TemporaryArchive) async throws -> Int {
        let sql = "SELECT length(html) FROM body WHERE article_id = ?"
        return try await library.archive.read { db in
            try Int.fetchOne(db, sql: sql, arguments: [id.number]) ?? 0
        }
    }

    private static func damage(_ table: String, in library: TemporaryArchive) async throws {
        try await library.archive.write(.full) { db in
            try db.execute(sql: "UPDATE \(table) SET bytes = zeroblob(length(bytes))")
        }
    }

    private static func expectReadable(_ library: TemporaryArchive) async throws {
        let archive = try Archive(path: library.path)
        #expect(try await archive.article(later)?.article == article(0))
        #expect(try await archive.article(ArticleID(5))?.article == article(5))
        await archive.close()
    }

    @Test func aSmallLibraryLearnsNothing() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill((1...20).map(Self.article))
        try await library.archive.learnFromTexts()
        #expect(try await library.archive.newestDictionary() == nil)
    }

    @Test func whatComesAfterADictionaryWasLearntTakesLessRoom() async throws {
        let library = try await Self.library()
        #expect(try await library.archive.newestDictionary()?.number == 1)
        let (before, after) = (
            try await Self.size(ArticleID(5), in: library), try await Self.size(Self.later, in: library)
        )
        #expect(after < before * 2 / 3)
        try await Self.expectReadable(library)
        // Nothing more is learnt before there is ten times as much.
        try await library.archive.learnFromTexts()
        #expect(try await library.archive.newestDictionary()?.number == 1)
        #expect(try await library.archive.check() == [])
    }

    @Test func whoHadTheLibraryOpenReadsWhatAnotherProgramPackedByItsOwnDictionary() async throws {
        let library = try TemporaryArchive()
        let other = try Archive(path: library.path)
        #expect(try await other.article(Self.later) == nil)
        let source = try await library.fill((1...Limits.articlesToLearnFrom).map(Self.article))
        try await library.archive.learnFromTexts()
        _ = try await library.archive.store([Self.article(0)], of: source, arrived: TemporaryArchive.now)
        #expect(try await other.article(Self.later)?.article == Self.article(0))
        _ = try await other.counts(.query("section:sport"), now: TemporaryArchive.now)
    }

    @Test(arguments: Dictionaries.tables) func aDictionaryMayBeDamagedInOneOfItsPlaces(
        _ table: String
    ) async throws {
        let library = try await Self.library()
        try await library.archive.keepDictionariesTwice()
        try await Self.damage(table, in: library)
        try await Self.expectReadable(library)
        let archive = try Archive(path: library.path)
        #expect(try await archive.check().count == 1)
        try await archive.compact()
        #expect(try await archive.check() == [])
    }

    @Test func textsWhoseDictionaryIsLostAreNamed() async throws {
        let library = try await Self.library()
        for table in Dictionaries.tables { try await Self.damage(table, in: library) }
        let archive = try Archive(path: library.path)
        let problems = try await archive.check()
        #expect(problems.first == "the text of article \(Self.later.number) cannot be read")
        #expect(problems.count == 2)
        await #expect(throws: ArchiveError.self) { try await archive.article(Self.later) }
        #expect(try await archive.article(ArticleID(5)) != nil)
    }

    @Test func numbersThatNoLibraryHasAreNoTrap() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([Self.article(1)])
        try await library.archive.write(.full) { db in
            try db.execute(sql: "INSERT INTO dictionary VALUES (9223372036854775807, x'00', 0)")
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            try db.execute(sql: "UPDATE article SET id = 9223372036854775807")
            try db.execute(sql: "UPDATE body SET article_id = 9223372036854775807")
            try db.execute(sql: "UPDATE pending SET article_id = 9223372036854775807")
        }
        for _ in 0..<2 { try await library.archive.learnFromTexts() }
        #expect(try await library.archive.newestDictionary() == nil)
    }

    @Test func aRescuedLibraryHasItsDictionaries() async throws {
        let library = try await Self.library()
        await library.archive.close()
        let rescued = (library.path as NSString).deletingLastPathComponent + "/rescued.sqlite"
        let report = try await Archive.rescue(from: library.path, to: rescued, now: TemporaryArchive.now)
        #expect(report.articles == Limits.articlesToLearnFrom + 1)
        let archive = try Archive(path: rescued)
        #expect(try await archive.article(Self.later)?.article == Self.article(0))
        #expect(try await archive.check() == [])
    }
}
