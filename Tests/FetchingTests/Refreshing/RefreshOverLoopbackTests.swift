import News
import Packing
import Testing

@testable import Fetching
@testable import Loopback

/// The whole of fetching, policy to socket, against a server of our own on the loopback.
@Suite(.timeLimit(.minutes(1))) struct RefreshOverLoopbackTests {
    private func refresh(
        _ server: LoopbackServer, _ paths: [String] = ["/feed.xml"], schedule: FeedSchedule = FeedSchedule()
    ) async throws -> [FetchOutcome] {
        let transport = CurlTransport(userAgent: "Tidings/1.0 (+https://tidings.example/)")
        let fetcher = Fetcher(transport: transport, now: { PoliteReader.start }, chance: { 0 })
        let feeds = try paths.enumerated().map { number, path in
            Subscription(
                source: SourceID(Int64(number)), address: try server.address(path), schedule: schedule)
        }
        var outcomes: [FetchOutcome] = []
        for await event in await fetcher.refresh(feeds) { outcomes.append(event.outcome) }
        return outcomes
    }

    private func failure(_ outcomes: [FetchOutcome]) -> FetchFailure.Kind? {
        if case .failed(let failure, _)? = outcomes.first { failure.kind } else { nil }
    }

    @Test func aPackedFeedIsFetchedAndAskedForConditionally() async throws {
        let feed = [UInt8]("<rss>news</rss>".utf8)
        let server = try LoopbackServer { request in
            request.field("If-None-Match") == "\"a\""
                ? .empty("304 Not Modified", headers: ["ETag: \"a\""])
                : .ok(Packing.pack(feed), headers: ["Content-Encoding: deflate", "ETag: \"a\""])
        }
        defer { server.stop() }
        guard case .fetched(let fetched)? = try await refresh(server).first else {
            Issue.record("not fetched")
            return
        }
        #expect(fetched.body == feed)
        var schedule = fetched.schedule(after: Reading(hasNews: true))
        // As if an hour and more had passed since.
        schedule.lastAsked = PoliteReader.at(-1.5)
        schedule.due = PoliteReader.at(-0.5)
        guard case .unchanged? = try await refresh(server, schedule: schedule).first else {
            Issue.record("not asked conditionally")
            return
        }
    }

    @Test func fiveHopsAreFollowed() async throws {
        let server = try LoopbackServer { request in
            let number = Int(request.path.dropFirst(4)) ?? 0
            return number < 5 ? .empty("302 Found", headers: ["Location: /hop\(number + 1)"]) : .ok("<rss/>")
        }
        defer { server.stop() }
        guard case .fetched(let fetched)? = try await refresh(server, ["/hop0"]).first else {
            Issue.record("not fetched")
            return
        }
        #expect(try fetched.address == server.address("/hop5") && fetched.adopted == nil)
        #expect(server.seen.requests.count == 6 && server.seen.connections == 1)
    }

    @Test func aLoopEndsSoon() async throws {
        let server = try LoopbackServer { request in
            .empty("302 Found", headers: ["Location: \(request.path == "/b" ? "/feed.xml" : "/b")"])
        }
        defer { server.stop() }
        #expect(try await failure(refresh(server)) == .redirectRefused("it goes in a circle"))
        #expect(server.seen.requests.count == 2)
    }

    @Test func aGzipBombIsCutOff() async throws {
        let bomb = Packing.pack([UInt8](repeating: 0x20, count: (32 << 20) + 1))
        let server = try LoopbackServer { _ in .ok(bomb, headers: ["Content-Encoding: deflate"]) }
        defer { server.stop() }
        #expect(try await failure(refresh(server)) == .tooLarge("unpacked body", limit: 32 << 20))
    }

    @Test func feedsOfOneHostShareTwoConnections() async throws {
        let server = try LoopbackServer { _ in
            .late(LoopbackServer.Reply.answer("200 OK", ["Content-Length: 1"]) + [0x3C], milliseconds: 5)
        }
        defer { server.stop() }
        let outcomes = try await refresh(server, (0..<12).map { "/f\($0).xml" })
        #expect(outcomes.count == 12)
        #expect(server.seen.mostLive <= 2 && server.seen.connections <= 2)
    }
}
