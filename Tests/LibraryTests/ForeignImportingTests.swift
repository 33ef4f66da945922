import Foundation
import GRDB
import Library
import News
import Packing
import Testing

@Suite struct ForeignImportingTests {
    private static let newsboat = """
        CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
            title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0,
            is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT "");
        CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
            title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
            feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
            unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
            enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
            base VARCHAR(128) NOT NULL DEFAULT "");
        INSERT INTO rss_feed(rssurl, url, title) VALUES
            ('https://post.example/feed', 'https://post.example/', 'The Harbour Post'),
            ('exec:~/bin/feed.sh', '', 'A script');
        INSERT INTO rss_item(guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,
            enclosure_type, flags, deleted) VALUES
            ('g1', 'Tides &amp; ferries', 'Mara', 'https://post.example/1', 'https://post.example/feed', 1778577240,
                '<p onclick="x()">Low</p><script>evil()</script>', 0, 'https://post.example/a.mp3', 'audio/mpeg', 'fs', 0),
            ('g2', 'Unread', '', 'https://post.example/2', 'https://post.example/feed', 1778577241, 'x', 1, '', '', NULL, 0),
            ('g3', 'Deleted', '', 'https://post.example/3', 'https://post.example/feed', 1778577242, 'x', 0, '', '', NULL, 1),
            ('g4', 'By a script', '', '', 'exec:~/bin/feed.sh', 1778577243, 'x', 1, '', '', NULL, 0),
            ('', '', '', '', 'https://post.example/feed', 0, '', 1, '', '', NULL, 0);
        """

    private func database(_ temporary: TemporaryLibrary, _ name: String, _ sql: String) throws -> String {
        let path = temporary.folder + "/" + name
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
        try database.close()
        return path
    }

    @Test func newsboatsCacheComesWithItsMarks() async throws {
        let temporary = try TemporaryLibrary()
        let path = try database(temporary, "cache.db", Self.newsboat)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let report = try await temporary.library.import(file: path)
        #expect(report.added == 3)
        #expect(report.failures.map(\.reason) == ["item 5 has no title, text or address"])
        let rows = try await temporary.library.listings(.all, limit: 10)
        #expect(rows.map(\.headline.text) == ["By a script", "Unread", "Tides & ferries"])
        #expect(rows.map(\.isRead) == [false, false, true])
        #expect(rows.map(\.isStarred) == [false, false, true])
        #expect(rows[2].hasEnclosures && rows[2].sourceTitle == "The Harbour Post")
        let reading = try #require(try await temporary.library.reading(rows[2].id))
        #expect(reading.article.html == "<p>Low</p>" && reading.article.identity == "g1")
        #expect(try await temporary.library.import(file: path).added == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func newsraftsDatabaseIsReadFromACopyWhileItsLogIsThere() async throws {
        let temporary = try TemporaryLibrary()
        let path = temporary.folder + "/newsraft.sqlite3"
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        let open = try DatabaseQueue(path: path, configuration: configuration)
        try await open.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE feeds(feed_url TEXT NOT NULL UNIQUE, title TEXT, link TEXT, content TEXT);
                    CREATE TABLE items(feed_url TEXT NOT NULL, guid TEXT, title TEXT, link TEXT, content TEXT,
                        attachments TEXT, persons TEXT, publication_date INTEGER NOT NULL DEFAULT 0,
                        unread INTEGER NOT NULL DEFAULT 0, important INTEGER NOT NULL DEFAULT 0);
                    INSERT INTO feeds VALUES ('https://row.example/rss', 'Weather Row', 'https://row.example/', NULL);
                    """)
            try db.execute(
                sql:
                    "INSERT INTO items VALUES (?, 'n1', 'Gale', 'https://row.example/1', ?, ?, ?, 1778577240, 0, 1)",
                arguments: [
                    "https://row.example/rss",
                    "\u{1F}^\u{1F}type=text/plain\u{1F}text=short\u{1F}^\u{1F}type=text/html\u{1F}text=<p>A = b, longer</p>",
                    "\u{1F}^\u{1F}url=https://row.example/a.mp3\u{1F}type=audio/mpeg",
                    "\u{1F}^\u{1F}type=author\u{1F}name=Ida",
                ])
        }
        let report = try await temporary.library.import(file: path)
        #expect(report.added == 1 && report.failures.isEmpty)
        let row = try #require(try await temporary.library.listings(.all, limit: 1).first)
        #expect(row.isRead && row.isStarred && row.hasEnclosures && row.byline == "Ida")
        #expect(row.sourceTitle == "Weather Row")
        let reading = try await temporary.library.reading(row.id)
        #expect(reading?.article.html == "<p>A = b, longer</p>")
        try open.close()
    }

    @Test func anotherProgramsCopyLeavesWhatIsKnownHereAsItIs() async throws {
        let temporary = try TemporaryLibrary()
        _ = try await temporary.importing(
            """
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Harbour Post</title>
            <atom:link rel="self" href="https://post.example/feed"/>
            <item><guid isPermaLink="false">g1</guid><title>Tides</title><description>All of it.</description></item>
            </channel></rss>
            """, as: "feed.xml")
        let path = try database(temporary, "cache.db", Self.newsboat)
        let report = try await temporary.library.import(file: path)
        #expect(report.added == 2 && report.updated == 0 && report.skipped == 1)
        let reading = try await temporary.library.reading(ArticleID(1))
        #expect(reading?.article.html == "All of it." && reading?.listing.isRead == false)
    }

    @Test func otherDatabasesAreRefusedInWords() async throws {
        let temporary = try TemporaryLibrary()
        let own = try await temporary.library.import(file: temporary.folder + "/library.sqlite")
        #expect(own.failures.first?.reason.contains("Tidings library") == true)
        let path = try database(temporary, "x.db", "CREATE TABLE x(y)")
        let other = try await temporary.library.import(file: path)
        #expect(other.failures.first?.reason == "it is no database of newsboat or newsraft")
        let damaged = try await temporary.importing("SQLite format 3\0 and then nonsense", as: "bad.db")
        #expect(damaged.failures.count == 1)
    }

    @Test func aFolderIsWalkedInOrderAndWhatIsNoneOfOursIsLeftOut() async throws {
        let temporary = try TemporaryLibrary()
        let folder = temporary.folder + "/in"
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/b/.hidden", withIntermediateDirectories: true)
        func put(_ name: String, _ text: String) throws {
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        }
        let feed = "<rss version='2.0'><channel><title>F</title><item><title>A</title></item></channel></rss>"
        try put("b/feed.xml", feed)
        try put("b/.hidden/feed.xml", feed)
        try put("a.jsonl", #"{"url":"https://a.example/1","title":"J","text":"t"}"#)
        try put("b/style.css", "p { }")
        try files.createSymbolicLink(atPath: folder + "/b/loop", withDestinationPath: folder)
        let report = try await temporary.library.import(file: folder)
        #expect(report.added == 2 && report.failures.isEmpty)
        #expect(report.warnings.map(\.reason) == ["1 files of other kinds were left out"])
    }

    @Test func badRecordsOfATableAreKeptAsideWithItsColumns() async throws {
        let temporary = try TemporaryLibrary()
        let path = temporary.folder + "/pocket.csv"
        try
            "title,url,time_added,tags,status\nA,https://a.example/1,1778577240,x,archive\nB,nowhere,1,,unread\nC,https://a.example/3,1778577240,,unread\nD,also nowhere,,,\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        let aside = Aside()
        let report = try await temporary.library.import(
            file: path, ImportOptions(keepAside: { aside.add($0) }))
        #expect(report.added == 2 && report.failures.map(\.line) == [3, 5])
        #expect(
            aside.text == "title,url,time_added,tags,status\nB,nowhere,1,,unread\nD,also nowhere,,,\n")
        #expect(try await temporary.library.counts(.unread).all == 1)
    }

    @Test func aMailboxIsKnownByItsFirstLines() async throws {
        let temporary = try TemporaryLibrary()
        let report = try await temporary.importing(
            "From a Tue May 12 09:14:00 2026\nSubject: One\nX-RSS-URL: https://a.example/1\n\nText.\n\nFrom b c\n\n\n",
            as: "news.mbox")
        #expect(report.added == 1 && report.failures.map(\.line) == [7])
    }

    @Test func aPackedWebArchiveGivesItsPages() async throws {
        let temporary = try TemporaryLibrary()
        let text = String(repeating: "The ferries stopped at noon and the harbour was empty. ", count: 20)
        let page =
            "<html><head><title>Storm at Vell</title></head><body><article><h1>Storm at Vell</h1><p>\(text)</p><p>\(text)</p></article></body></html>"
        let chunked =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
            + String(page.utf8.count, radix: 16) + "\r\n" + page + "\r\n0\r\n\r\n"
        let missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page
        func record(_ type: String, _ block: String) -> [UInt8] {
            Array(
                "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://post.example/storm\r\nWARC-Date: 2026-05-12T09:14:00Z\r\nContent-Type: application/http; msgtype=\(type)\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
                    .utf8)
        }
        let records = [
            record("request", "GET / HTTP/1.1\r\n\r\n"), record("response", missing),
            record("response", chunked),
        ]
        let path = temporary.folder + "/crawl.warc.gz"
        try Data(records.flatMap { Packing.gzip($0) }).write(to: URL(fileURLWithPath: path))
        let report = try await temporary.library.import(file: path)
        #expect(report.added == 1 && report.failures.isEmpty)
        let row = try #require(try await temporary.library.listings(.all, limit: 1).first)
        #expect(row.headline == "Storm at Vell" && row.moment.iso8601 == "2026-05-12T09:14:00Z")
        #expect(row.address?.text == "https://post.example/storm")
    }
}

/// What an import kept aside.
private final class Aside: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
    func add(_ record: [UInt8]) { lock.withLock { bytes += record } }
}
