import Foundation
import GRDB
import News
import Testing

@testable import Archive

@Suite struct ArchiveFileTests {
    @Test func isPrivateToItsOwner() throws {
        let library = try TemporaryArchive()
        let file = try FileManager.default.attributesOfItem(atPath: library.path)
        let folder = try FileManager.default.attributesOfItem(
            atPath: (library.path as NSString).deletingLastPathComponent)
        #expect(file[.posixPermissions] as? Int == 0o600)
        #expect(folder[.posixPermissions] as? Int == 0o700)
    }

    @Test func refusesANewerFileAndLeavesItUntouched() async throws {
        let library = try TemporaryArchive()
        await library.archive.close()
        let queue = try DatabaseQueue(path: library.path)
        try await queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
        #expect(throws: ArchiveError.newer(path: library.path, version: 99, supported: Schema.version)) {
            try Archive(path: library.path)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
    }

    @Test(arguments: ["not a database at all, only a text of some length, longer than a header", "stranger"])
    func refusesWhatIsNoLibrary(_ content: String) async throws {
        let library = try TemporaryArchive()
        let path = library.path + ".other"
        if content == "stranger" {
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t(x)") }
        } else {
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(throws: ArchiveError.notALibrary(path: path)) { try Archive(path: path) }
    }
    @Test func closingBreaksOffQuestionsAndWaitsForChanges() async throws {
        for _ in 1...20 {
            let library = try TemporaryArchive()
            _ = try await library.fill((1...30).map { TemporaryArchive.article("Article \($0)") })
            let archive = library.archive
            let marked = await withTaskGroup(of: ArticleID?.self, returning: Set<ArticleID>.self) { group in
                for number in 1...30 {
                    let id = ArticleID(Int64(number))
                    group.addTask {
                        do {
                            _ = try await archive.counts(.query("article"), now: TemporaryArchive.now)
                            _ = try await archive.mark([id], .read(true), at: TemporaryArchive.now)
                            return id
                        } catch {
                            #expect(error is CancellationError)
                            return nil
                        }
                    }
                }
                group.addTask {
                    await archive.close()
                    return nil
                }
                return await group.reduce(into: []) { marked, id in if let id { marked.insert(id) } }
            }
            await #expect(throws: CancellationError.self) {
                try await archive.counts(.all, now: TemporaryArchive.now)
            }
            let again = try Archive(path: library.path)
            #expect(try await again.counts(.all, now: TemporaryArchive.now).unread == 30 - marked.count)
            await again.close()
        }
    }
}

@Suite struct StoringTests {
    @Test func storingTwiceAddsNothing() async throws {
        let library = try TemporaryArchive()
        let source = try await library.fill([
            TemporaryArchive.article("One"), TemporaryArchive.article("Two"),
        ])
        let again = try await library.archive.store(
            [TemporaryArchive.article("One")], of: source, arrived: TemporaryArchive.now)
        #expect(again.unchanged == 1 && again.added == 0 && again.updated == 0)
        #expect(try await library.archive.counts(.all, now: TemporaryArchive.now).all == 2)
    }

    @Test func anEditIsKeptAsARevisionAndStaysRead() async throws {
        let library = try TemporaryArchive()
        let source = try await library.fill([
            TemporaryArchive.article("One", html: "<p>First.</p>", identity: "1")
        ])
        try await library.index()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: TemporaryArchive.now)
        let edited = TemporaryArchive.article("One, mended", html: "<p>Second.</p>", identity: "1")
        let result = try await library.archive.store([edited], of: source, arrived: TemporaryArchive.now)
        #expect(result.updated == 1)
        let kept = try #require(try await library.archive.article(ArticleID(1)))
        #expect(kept.article.html == "<p>Second.</p>" && kept.listing.isRead)
        let revisions = try await library.archive.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM revision")
        }
        #expect(revisions == 1)
        try await library.index()
        #expect(try await library.archive.search("first", limit: 9, now: TemporaryArchive.now).isEmpty)
        #expect(try await library.archive.search("second", limit: 9, now: TemporaryArchive.now).count == 1)
    }

    @Test func anEditWhileItsTextIsBeingIndexedStillWaits() async throws {
        let library = try TemporaryArchive()
        let source = try await library.fill([
            TemporaryArchive.article("One", html: "<p>First.</p>", identity: "1")
        ])
        let texts = try await library.archive.pendingTexts(of: library.archive.pendingArticles()[...])
        let edited = TemporaryArchive.article("One", html: "<p>Second.</p>", identity: "1")
        _ = try await library.archive.store([edited], of: source, arrived: TemporaryArchive.now)
        try await library.archive.index(texts, now: TemporaryArchive.now)
        #expect(try await library.archive.unrelatedCount() == 0)
        #expect(try await library.archive.pendingCount() == 1)
        try await library.index()
        #expect(try await library.archive.search("second", limit: 9, now: TemporaryArchive.now).count == 1)
    }

    @Test func theSameIdentityInAnotherSourceIsAnotherArticle() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("One", identity: "1")], source: "A")
        _ = try await library.fill([TemporaryArchive.article("Two", identity: "1")], source: "B")
        #expect(try await library.archive.counts(.all, now: TemporaryArchive.now).all == 2)
    }

    @Test func everythingOfAnArticleComesBack() async throws {
        let library = try TemporaryArchive()
        let article = Article(
            identity: "x", headline: "Headline", address: WebAddress("https://post.example/x"), dek: "Dek",
            authors: [Author(name: "Mara", biography: "Writes.")],
            published: Timestamp(seconds: 1_700_000_000),
            updated: Timestamp(seconds: 1_700_000_500), sections: ["World"], categories: ["sea"],
            language: "en",
            leadImage: WebAddress("https://post.example/x.jpg"),
            enclosures: [
                Enclosure(
                    address: try #require(WebAddress("https://post.example/x.mp3")), type: "audio/mpeg",
                    length: 9)
            ],
            html: "<p>東京 &amp; more</p>", recentNews: [Reference(title: "Other", address: nil)])
        _ = try await library.fill([article])
        #expect(try await library.archive.article(ArticleID(1))?.article == article)
    }

    @Test func aDateFarAheadIsNotBelieved() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("Tomorrow", hoursAgo: -2000)])
        let row = try await library.archive.listings(.all, limit: 1, now: TemporaryArchive.now)
        #expect(row.first?.moment == TemporaryArchive.now)
    }
}

@Suite struct MarkTests {
    @Test func marksOutliveTheirArticles() async throws {
        let library = try TemporaryArchive()
        let source = try await library.fill([TemporaryArchive.article("One")])
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: TemporaryArchive.now)
        try await library.archive.write(.normal) { try $0.execute(sql: "DELETE FROM article") }
        _ = try await library.archive.store(
            [TemporaryArchive.article("One")], of: source, arrived: TemporaryArchive.now)
        #expect(
            try await library.archive.listings(.all, limit: 1, now: TemporaryArchive.now).first?.isRead
                == true)
    }

    @Test func markingAScopeChangesOnlyThatScope() async throws {
        let library = try TemporaryArchive()
        let source = try await library.fill([TemporaryArchive.article("One")], source: "A")
        _ = try await library.fill([TemporaryArchive.article("Two")], source: "B")
        #expect(try await library.archive.mark(.source(source), .read(true), at: TemporaryArchive.now) == 1)
        #expect(
            try await library.archive.mark(.query("is:unread"), .starred(true), at: TemporaryArchive.now)
                == 1)
        let rows = try await library.archive.listings(.starred, limit: 9, now: TemporaryArchive.now)
        #expect(rows.map(\.headline) == ["Two"])
    }

    @Test func reportsOnlyWhatChanged() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("One")])
        #expect(
            try await library.archive.mark(
                [ArticleID(1), ArticleID(7)], .read(true), at: TemporaryArchive.now) == [ArticleID(1)])
        #expect(try await library.archive.mark([ArticleID(1)], .read(true), at: TemporaryArchive.now).isEmpty)
    }
}

@Suite struct ListTests {
    @Test func windowsMeetWithoutGapOrOverlap() async throws {
        let library = try TemporaryArchive()
        // Three articles share each moment.
        _ = try await library.fill((0..<30).map { TemporaryArchive.article("N\($0)", hoursAgo: $0 / 3) })
        let now = TemporaryArchive.now
        let all = try await library.archive.listings(.all, limit: 100, now: now)
        var walked: [Listing] = []
        while case let next = try await library.archive.listings(
            .all, .older, from: walked.last?.position, limit: 7, now: now), !next.isEmpty
        {
            walked += next
        }
        #expect(walked == all && all.count == 30)
        let back = try await library.archive.listings(
            .all, .newer, from: all[20].position, limit: 5, now: now)
        #expect(back == Array(all[15..<20]))
        #expect(all.map(\.position) == all.map(\.position).sorted())
    }
}

@Suite struct SearchTests {
    @Test func findsWordsInAnyOrderWithoutRegardToCaseAndAccents() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([
            TemporaryArchive.article("Storm at Vell", html: "<p>The café closed.</p>"),
            TemporaryArchive.article("Calm", html: "<p>A storm in a cup.</p>"),
        ])
        try await library.index()
        func found(_ query: String) async throws -> [Line] {
            try await library.archive.search(query, limit: 9, now: TemporaryArchive.now).map(
                \.listing.headline)
        }
        #expect(try await found("CAFE storm") == ["Storm at Vell"])
        #expect(try await found("storm") == ["Storm at Vell", "Calm"])
        #expect(try await found("title:storm") == ["Storm at Vell"])
        #expect(try await found("sto* -vell") == ["Calm"])
        #expect(try await found("\"storm in\"") == ["Calm"])
        #expect(try await found("nothing") == [])
        #expect(try await found("\"; DROP TABLE article; --\"") == [])
    }

    @Test func fieldsAreAskedBeforeTheBestAreChosen() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("Storm, old", hoursAgo: 9_000)])
        _ = try await library.fill((0..<2_100).map { TemporaryArchive.article("Storm \($0)", html: "") })
        try await library.index()
        let found = try await library.archive.search("storm before:2026", limit: 9, now: TemporaryArchive.now)
        #expect(found.map(\.listing.headline) == ["Storm, old"])
    }

    @Test(arguments: ["東京", "京株", "東京株", "株", "지진"])
    func findsEastAsianTextInsideARun(_ query: String) async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill([TemporaryArchive.article("朝刊", html: "<p>昨日の東京株は続伸。地진지진 발생</p>")])
        try await library.index()
        #expect(try await library.archive.search(query, limit: 9, now: TemporaryArchive.now).count == 1)
    }
}
