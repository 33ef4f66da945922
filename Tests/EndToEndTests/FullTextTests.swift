import Foundation
import News
import Testing

@testable import Loopback

/// The real program fetches full texts from a server of our own.
@Suite(.timeLimit(.minutes(1))) struct FullTextTests {
    private static let text = (1...4).map {
        "<p>Ferry number \($0) stopped at noon, and its captain went home by the coast road before the storm.</p>"
    }.joined()

    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/feed.xml":
                .ok(
                    "<rss><channel><title>The Post</title><item><title>Ferries stop</title><link>/ferries</link>"
                        + "<description>Ferries stopped at noon…</description></item>"
                        + "<item><title>Gone</title><link>/gone</link></item></channel></rss>")
            case "/ferries":
                .ok("<html><body><article><h1>Ferries stop</h1>\(Self.text)</article></body></html>")
            default: .empty("404 Not Found")
            }
        }
    }

    @Test func fullTextsAreFetchedShownSearchedAndReadAgain() throws {
        let server = try server()
        defer { server.stop() }
        let tidings = try Tidings()
        #expect(try tidings.run("add", server.address("/feed.xml").text).status == 0)
        let fetched = try tidings.run("full", "title:ferries")
        #expect(fetched.status == 0 && fetched.errors == "1 full texts fetched\n")
        #expect(try tidings.run("full", "title:ferries").errors.contains("1 held already"))
        let listed = try tidings.run("list", "has:fulltext")
        #expect(listed.output.contains("⇩ Ferries stop") && !listed.output.contains("Gone"))
        let id = String(try #require(listed.output.split(separator: " ").first))
        #expect(try tidings.run("show", id).output.contains("Ferry number 4"))
        #expect(try !tidings.run("show", "--feed", id).output.contains("Ferry number 4"))
        let markdown = try tidings.run("show", "--as", "markdown", id).output
        #expect(markdown.hasPrefix("---\n") && markdown.contains("\n# Ferries stop\n"))
        #expect(try tidings.run("search", "captain").output.contains("Ferries stop"))
        let requests = server.seen.requests.count
        let again = try tidings.run("extract", "--again", "has:fulltext")
        #expect(again.status == 0 && again.errors == "1 articles read again, 0 changed\n")
        #expect(server.seen.requests.count == requests)
    }

    @Test func aPageThatCannotBeFetchedMakesTheStatus69() throws {
        let server = try server()
        defer { server.stop() }
        let tidings = try Tidings()
        try tidings.run("add", server.address("/feed.xml").text)
        let failed = try tidings.run("full", "title:gone")
        #expect(failed.status == 69 && failed.errors.contains("not found (404)"))
        #expect(try tidings.run("full", "nothing-like-this").status == 1)
    }
}
