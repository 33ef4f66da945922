import Foundation
import News
import Testing

@testable import Loopback

/// The real program and a server of our own on the loopback.
@Suite(.timeLimit(.minutes(1))) struct FetchingTests {
    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/":
                .ok("<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head></html>")
            case "/feed.xml":
                request.field("If-None-Match") == "\"1\""
                    ? .empty("304 Not Modified", headers: ["ETag: \"1\""])
                    : .ok(
                        "<rss><channel><title>The Post</title><item><title>One</title></item></channel></rss>",
                        headers: ["ETag: \"1\""])
            case "/slow.xml": .late(LoopbackServer.Reply.answer("200 OK", []), milliseconds: 20_000)
            default: .empty("404 Not Found")
            }
        }
    }

    @Test func aSiteIsAddedReadAndRefreshedConditionally() throws {
        let server = try server()
        defer { server.stop() }
        let tidings = try Tidings()
        let site = try server.address("/").text
        let feed = try server.address("/feed.xml").text
        let added = try tidings.run("add", site)
        #expect(added.status == 0 && added.output == "The Post\t\(feed)\n")
        #expect(try tidings.run("list").output.contains("One — The Post"))
        let refreshed = try tidings.run("refresh", "--all", "--json")
        #expect(refreshed.status == 0)
        #expect(
            refreshed.output.hasPrefix(
                "{\"source\":\"\(feed)\",\"status\":\"unchanged\",\"added\":0,\"updated\":0,\"error\":null"))
        #expect(server.seen.requests.map(\.path) == ["/", "/feed.xml", "/feed.xml"])
        #expect(server.seen.requests.last?.field("If-None-Match") == "\"1\"")
        #expect(server.seen.requests.allSatisfy { $0.field("User-Agent")?.hasPrefix("Tidings/") ?? false })
    }

    @Test func aFailingSourceMakesTheStatus69AndIsListed() throws {
        let server = try server()
        defer { server.stop() }
        let tidings = try Tidings()
        let missing = try server.address("/missing.xml").text
        #expect(try tidings.run("add", "--no-fetch", missing).status == 0)
        #expect(server.seen.requests.isEmpty)
        #expect(try tidings.run("refresh").status == 69)
        let sick = try tidings.run("sources", "--failing")
        #expect(sick.output.contains("\(missing): not found (404)"))
        #expect(try tidings.run("refresh").status == 0)
        #expect(server.seen.requests.count == 1)
        #expect(try tidings.run("remove", missing).status == 0)
        #expect(try tidings.run("sources", "--failing").status == 1)
    }

    @Test func aSignalEndsARefreshSoonAndKeepsTheLibraryWhole() throws {
        let server = try server()
        defer { server.stop() }
        let tidings = try Tidings()
        try tidings.run("add", "--no-fetch", try server.address("/slow.xml").text)
        try tidings.run("add", "--no-fetch", try server.address("/feed.xml").text)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tidings.program)
        process.arguments = ["--library", tidings.library, "refresh"]
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, Pipe())
        try process.run()
        // The quick feed is kept and told of; the slow one still keeps it waiting.
        let told = output.fileHandleForReading.availableData
        let start = ContinuousClock.now
        process.terminate()
        process.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(3))
        #expect(process.terminationStatus == 143)
        #expect(String(decoding: told, as: UTF8.self) == "The Post\t1 new\n")
        #expect(try tidings.run("list").output.contains("One — The Post"))
    }
}
