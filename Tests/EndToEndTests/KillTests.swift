import Foundation
import GRDB
import Glibc
import News
import Packing
import Testing

@testable import Archive
@testable import Loopback

/// The program is killed at random moments of everything long that it does: the library is whole, no mark is lost, and
/// the same command brings it to the end that it would have come to undisturbed.
///
/// `TIDINGS_KILLS=70 swift test --filter KillTests` kills it 70 times in each; indexing is two.
@Suite(.serialized) struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["TIDINGS_KILLS"].flatMap { Int($0) } ?? 3
    private static let articles = 300

    private static func lines() -> String {
        let words = [
            "harbour", "storm", "ferry", "council", "bridge", "market", "museum", "railway", "orchard",
        ]
        return (1...articles).map { number in
            let topic = "\(words[number % 9]) \(words[number / 9 % 9]) \(words[number / 40 % 9])"
            let text = String(repeating: "The \(topic) of day \(number / 7) is told at length. ", count: 12)
            return #"{"url":"https://a.example/\#(number)","title":"\#(number) \#(topic)","text":"\#(text)","#
                + #""published":"2026-11-\#(10 + number % 10)T09:00:00Z","feed":"Paper \#(number % 5)"}"#
        }.joined(separator: "\n")
    }

    /// Runs a command to its end, or kills it after a while.
    ///
    /// - Returns: Whether it was killed.
    private func run(
        _ arguments: [String], in tidings: Tidings, killAfter delay: Duration? = nil
    ) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tidings.program)
        process.arguments = ["--library", tidings.library, "--now", "2026-11-23T12:00:00Z"] + arguments
        process.environment = ["HOME": tidings.folder, "TZ": "UTC"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        if let delay {
            usleep(
                UInt32(delay.components.attoseconds / 1_000_000_000_000) + UInt32(delay.components.seconds)
                    * 1_000_000)
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Kills a command at random moments of the time it takes, looks after each, and lets it end at last.
    private func torment(
        _ tidings: Tidings, _ arguments: [String], lasting whole: Duration, _ look: () throws -> Void
    ) throws {
        for _ in 0..<Self.kills {
            let moment = whole * Double.random(in: 0...1)
            _ = try run(arguments, in: tidings, killAfter: moment)
            let check = try tidings.run("library", "check")
            #expect(check.status == 0, "\(arguments) killed after \(moment): \(check.errors)")
            try look()
        }
        let wasKilled = try run(arguments, in: tidings)
        #expect(!wasKilled)
    }

    private func duration(of body: () throws -> Void) rethrows -> Duration {
        try ContinuousClock().measure(body)
    }

    /// All articles and marks, without the numbers that depend on the order of arrival.
    private func listing(_ tidings: Tidings) throws -> [String] {
        try tidings.run("list", "--limit", "100000").output.split(separator: "\n")
            .map { String($0.drop { $0 != " " }) }.sorted()
    }

    @Test func importing() throws {
        let (undisturbed, tidings) = (try Tidings(), try Tidings())
        let file = try undisturbed.file("news.jsonl", Self.lines())
        let whole = try duration { _ = try run(["import", "-q", file], in: undisturbed) }
        // Something is there already, and marked.
        try tidings.fill()
        try tidings.run("star", "title:One")
        try tidings.run("read", "title:Two")
        try torment(tidings, ["import", "-q", file], lasting: whole) {
            let (starred, read) = (try tidings.run("list", "is:starred"), try tidings.run("list", "is:read"))
            #expect(starred.output.contains("One") && read.output.contains("Two"))
        }
        #expect(
            try tidings.run("list", "--limit", "9999").output.split(separator: "\n").count == Self.articles
                + 3)
        #expect(try tidings.run("search", "--limit", "9999", "harbour").status == 0)
        let one = try tidings.run("list", "--limit", "9999", "harbour").output.split(separator: "\n").count
        let other = try undisturbed.run("list", "--limit", "9999", "harbour").output.split(separator: "\n")
            .count
        #expect(one == other && one > 10)
    }

    @Test func indexing() throws {
        let tidings = try Tidings()
        _ = try run(["import", "-q", try tidings.file("news.jsonl", Self.lines())], in: tidings)
        try tidings.run("star", "title:harbour")
        let before = try listing(tidings)
        for index in ["search", "related"] {
            let command = ["library", "check", "--rebuild", index]
            let whole = try duration { _ = try run(command, in: tidings) }
            try torment(tidings, command, lasting: whole) {
                let kept = try listing(tidings)
                #expect(kept == before)
            }
            #expect(try tidings.run("library", "index").status == 0)
            #expect(try listing(tidings) == before)
            #expect(try tidings.run("search", "harbour").status == 0)
        }
    }

    @Test func refreshing() throws {
        let server = try LoopbackServer { request in
            let number = request.path.dropFirst().prefix { $0.isNumber }
            let items = (1...30).map { item in
                "<item><title>Feed \(number) item \(item)</title><guid>\(number)-\(item)</guid>"
                    + "<description>\(String(repeating: "words of item \(item) ", count: 40))</description></item>"
            }.joined()
            return .ok("<rss><channel><title>Feed \(number)</title>\(items)</channel></rss>")
        }
        defer { server.stop() }
        let tidings = try Tidings()
        for number in 1...8 {
            try tidings.run("add", "--no-fetch", try server.address("/\(number).xml").text)
        }
        let copy = try Tidings()
        try FileManager.default.copyItem(atPath: tidings.library, toPath: copy.library)
        let whole = try duration { _ = try run(["refresh", "--all", "-q"], in: copy) }
        try torment(tidings, ["refresh", "--all", "-q"], lasting: whole) {}
        let (kept, undisturbed) = (try listing(tidings), try listing(copy))
        #expect(kept == undisturbed)
        #expect(kept.count == 240)
    }

    @Test func migrating() async throws {
        let old = try Tidings()
        try await Self.makeOldLibrary(at: old.library, articles: 6_000)
        let command = ["list", "--limit", "1"]
        func copy() throws -> Tidings {
            let copy = try Tidings()
            try FileManager.default.copyItem(atPath: old.library, toPath: copy.library)
            return copy
        }
        let undisturbed = try copy()
        let whole = try duration { _ = try run(command, in: undisturbed) }
        for _ in 0..<Self.kills {
            let tidings = try copy()
            let moment = whole * Double.random(in: 0...1)
            _ = try run(command, in: tidings, killAfter: moment)
            let check = try tidings.run("library", "check")
            #expect(check.status == 0, "killed after \(moment): \(check.errors)")
            for (query, count) in [("is:unread", 3_000), ("is:starred", 2_000), ("title:number", 6_000)] {
                let found = try tidings.run("list", "--limit", "99999", query).output.split(separator: "\n")
                #expect(found.count == count, "\(query), killed after \(moment)")
            }
        }
    }

    /// A library as the first format had it: every second article read, every third one starred.
    private static func makeOldLibrary(at path: String, articles: Int) async throws {
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: SchemaVersion1.sql)
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
            try db.execute(sql: "INSERT INTO source(id, key, title) VALUES (1, 11, 'The Harbour Post')")
            let numbers =
                "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(articles))"
            try db.execute(
                sql: """
                    \(numbers) INSERT INTO article(id, source_id, key, digest, title, moment, is_read, is_starred)
                    SELECT n, 1, n * 1000, n, 'Article number ' || n, n, n % 2, n % 3 = 0 FROM numbers
                    """)
            let html = Data(Packing.pack(Array("<p>A text.</p>".utf8)))
            try db.inTransaction {
                let statement = try db.makeStatement(
                    sql: "INSERT INTO body(article_id, html, details) VALUES (?, ?, ?)")
                for number in 1...articles {
                    let details = Data(Packing.pack(Array("{\"identity\":\"\(number)\"}".utf8)))
                    try statement.execute(arguments: [number, html, details])
                }
                return .commit
            }
            try db.execute(sql: "\(numbers) INSERT INTO pending(article_id) SELECT n FROM numbers")
        }
        try queue.close()
    }
}
