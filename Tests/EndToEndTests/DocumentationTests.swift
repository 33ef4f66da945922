import Foundation
import GRDB
import News
import Testing

@testable import Loopback

/// What README and guide tell people to type is typed, in the order of the page, by a shell.
@Suite(.timeLimit(.minutes(5))) struct DocumentationTests {
    static let root = URL(fileURLWithPath: Tidings.sampleFeeds).deletingLastPathComponent()

    @Test(arguments: ["README.md", "Documentation/Guide.md"])
    func everyCommandShownWorks(_ page: String) throws {
        let server = try Self.server()
        defer { server.stop() }
        let shell = try Shell(server: server)
        let commands = try Self.commands(of: page)
        #expect(commands.count > 10)
        for command in commands {
            let outcome = try shell.run(command)
            #expect(outcome.status == 0, "\(page): \(command)\n\(outcome.output)")
        }
    }

    @Test func everyPageThatIsLinkedIsThere() throws {
        let pages =
            ["README.md"]
            + (try FileManager.default.subpathsOfDirectory(
                atPath: Self.root.path + "/Documentation")).map { "Documentation/" + $0 }
        for page in pages where page.hasSuffix(".md") {
            let file = Self.root.appendingPathComponent(page)
            let text = try String(contentsOf: file, encoding: .utf8)
            for link in text.matches(of: /\]\(([^)#:]+)\)/) {
                let target = file.deletingLastPathComponent().appendingPathComponent(String(link.output.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links \(link.output.1)")
            }
        }
    }

    /// `Documentation/Security.md` names the test of each promise as `Suite.test`.
    @Test func everyPromiseOfSecurityNamesATestThatIsThere() throws {
        let page = try String(
            contentsOf: Self.root.appendingPathComponent("Documentation/Security.md"), encoding: .utf8)
        var tests: [String: String] = [:]
        let folder = Self.root.appendingPathComponent("Tests")
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix("Tests.swift") {
            let suite = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
            tests[suite, default: ""] += try String(
                contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        }
        var named = 0
        for mention in page.matches(of: /`([A-Z][A-Za-z0-9]+Tests)\.([a-z][A-Za-z0-9]*)`/) {
            named += 1
            let text = tests[String(mention.output.1)] ?? ""
            #expect(text.contains("func \(mention.output.2)("), "\(mention.output.0) is not there")
        }
        #expect(named > 40)
        for row in page.split(separator: "\n") where row.hasPrefix("| ") && !row.hasPrefix("| promise") {
            #expect(row.contains("Tests."), "a promise without a test: \(row)")
        }
    }

    /// Lines of code that begin with the program's name; what stands behind two spaces and a `#` is for readers.
    private static func commands(of page: String) throws -> [String] {
        let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
        return text.split(separator: "\n").filter { $0.hasPrefix("    tidings ") }.map { line in
            let command = line.firstRange(of: "  #").map { line[..<$0.lowerBound] } ?? line
            return command.trimmingCharacters(in: .whitespaces)
        }
    }

    /// The Harbour Post, with its front page, its feed and a page for every article.
    private static func server() throws -> LoopbackServer {
        let feed = try String(contentsOfFile: Tidings.sampleFeeds + "/harbour-post.xml", encoding: .utf8)
        let page = try String(
            contentsOfFile: Tidings.sampleFeeds + "/pages/lamproom-clock-of-gannet-rock.html", encoding: .utf8
        )
        return try LoopbackServer { request in
            switch request.path {
            case "/":
                .ok("<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head></html>")
            case "/row.xml": .ok("<rss><channel><item><title>Gale</title></item></channel></rss>")
            case "/feed.xml":
                .ok(
                    feed.replacing(
                        /https:\/\/harbourpost\.example/, with: "http://\(request.field("Host") ?? "")"))
            default: .ok(page)
            }
        }
    }
}

/// A shell in a home of its own, where the newsstand was read and lie the files that the pages speak of.
private struct Shell {
    private let tidings: Tidings
    private let server: LoopbackServer

    init(server: LoopbackServer) throws {
        self.server = server
        tidings = try Tidings()
        let program = tidings.folder + "/bin/tidings"
        try FileManager.default.createDirectory(
            atPath: tidings.folder + "/bin", withIntermediateDirectories: true)
        // The newsstand is of November 2026, and so is the clock.
        try "#!/bin/sh\nexec '\(Tidings.program)' --now 2026-11-21T12:00:00Z \"$@\"\n".write(
            toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        try putFiles()
        let feeds = try FileManager.default.contentsOfDirectory(atPath: Tidings.sampleFeeds).sorted()
            .filter { $0 != "harbour-post.xml" && $0 != "newsstand.opml" && $0 != "README.md" }
        for feed in feeds { _ = try run("tidings import -q '\(Tidings.sampleFeeds)/\(feed)'") }
        _ = try run("tidings star 'age<4d'")
    }

    /// Runs a line; addresses of `harbour.example` lead to the server.
    func run(_ line: String) throws -> (status: Int32, output: String) {
        let place = try server.address("/").text
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line.replacing("https://harbour.example/", with: place)]
        process.environment = tidings.environment.merging(["PATH": tidings.folder + "/bin:/usr/bin:/bin"]) {
            $1
        }
        process.currentDirectoryURL = URL(fileURLWithPath: tidings.folder)
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private func putFiles() throws {
        let row = try server.address("/row.xml").text
        let page = try String(
            contentsOfFile: Tidings.sampleFeeds + "/pages/lamproom-clock-of-gannet-rock.html", encoding: .utf8
        )
        _ = try tidings.file("saved-page.html", page)
        _ = try tidings.file(
            "feeds.opml", "<opml><body><outline text='Weather Row' xmlUrl='\(row)'/></body></opml>")
        _ = try tidings.file(
            "pocket.csv", "title,url,time_added,tags,status\nOne,https://a.example/1,1,,unread\n")
        _ = try tidings.file(
            "archive.jsonl", #"{"url":"https://a.example/2","title":"Two","text":"Text of two."}"#)
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        _ = try tidings.file(
            "crawl.warc",
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/3\r\n"
                + "Content-Type: application/http; msgtype=response\r\n"
                + "Content-Length: \(answer.utf8.count)\r\n\r\n" + answer + "\r\n\r\n")
        _ = try run("gzip archive.jsonl crawl.warc; mkdir .newsboat; echo \(row) > .newsboat/urls")
        let cache = try DatabaseQueue(path: tidings.folder + "/.newsboat/cache.db")
        try cache.write { try $0.execute(sql: Shell.newsboat) }
    }

    private static let newsboat = """
        CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
            title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11), is_rtl INTEGER(1), etag VARCHAR(128));
        CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
            title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
            feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
            unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
            enqueued INTEGER(1), flags VARCHAR(52), deleted INTEGER(1), base VARCHAR(128));
        INSERT INTO rss_feed VALUES ('https://b.example/x', 'https://b.example/', 'B', 0, 0, '');
        INSERT INTO rss_item VALUES (1, 'g', 'Old news', '', 'https://b.example/1', 'https://b.example/x', 1700000000,
            '<p>Read long ago.</p>', 0, '', '', 0, '', 0, '');
        """
}
