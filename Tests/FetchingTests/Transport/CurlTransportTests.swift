import Fetching
import News
import Packing
import Testing

@testable import Loopback

/// libcurl against a server of our own on the loopback: what it sends, what it takes, and when it gives up.
@Suite(.timeLimit(.minutes(1))) struct CurlTransportTests {
    private func transport(_ change: (inout CurlTransport.Bounds) -> Void = { _ in }) -> CurlTransport {
        var bounds = CurlTransport.Bounds()
        change(&bounds)
        return CurlTransport(
            userAgent: CurlTransport.userAgent(version: "1.0", address: "https://tidings.example/"),
            bounds: bounds)
    }

    private func kind(_ result: Result<FetchResponse, FetchFailure>) -> FetchFailure.Kind? {
        if case .failure(let failure) = result { failure.kind } else { nil }
    }

    @Test func sendsNothingButTheRequestThatWasAskedFor() async throws {
        let server = try LoopbackServer { _ in .ok("<rss/>", headers: ["Set-Cookie: track=1; Path=/"]) }
        defer { server.stop() }
        let transport = transport()
        let address = try server.address("/feed.xml?b=2&a=1%20x#frag")
        for _ in 0..<2 { _ = try await transport.fetch(FetchRequest(address)).get() }
        let expected = """
            GET /feed.xml?b=2&a=1%20x HTTP/1.1\r
            Host: 127.0.0.1:\(server.port)\r
            User-Agent: Tidings/1.0 (+https://tidings.example/)\r
            Accept: application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, \
            text/xml;q=0.9, application/json;q=0.8, */*;q=0.5\r
            Accept-Encoding: gzip, deflate\r

            """
        #expect(server.seen.requests.map(\.head) == [expected, expected])
    }

    @Test func echoesValidatorsByteForByte() async throws {
        let server = try LoopbackServer { _ in .empty("304 Not Modified") }
        defer { server.stop() }
        let validators = Validators(
            entityTag: "abc-not-quoted", lastModified: "Thu, 6 Nov 2025 08:49:37 +0000")
        let response = try await transport().fetch(
            FetchRequest(server.address(), validators: validators)
        ).get()
        #expect(response.status == 304)
        let request = try #require(server.seen.requests.first)
        #expect(request.field("If-None-Match") == "abc-not-quoted")
        #expect(request.field("If-Modified-Since") == "Thu, 6 Nov 2025 08:49:37 +0000")
    }

    @Test func givesTheBodyAsItTravelledAndWhoAnswered() async throws {
        let packed: [UInt8] = [0x1F, 0x8B, 8, 0, 1, 2, 3]
        let server = try LoopbackServer { _ in
            .ok(packed, headers: ["Content-Encoding: gzip", "ETag: \"a\""])
        }
        defer { server.stop() }
        let response = try await transport().fetch(FetchRequest(server.address())).get()
        #expect(response.body == packed)
        #expect(response.headers["etag"] == "\"a\"")
        #expect(response.peer == IPAddress(host: "127.0.0.1"))
    }

    @Test func sendsAPasswordWhenItIsGivenOne() async throws {
        let server = try LoopbackServer { _ in .ok("x") }
        defer { server.stop() }
        let credentials = Credentials(user: "me", password: "hunter2")
        _ = await transport().fetch(FetchRequest(try server.address(), credentials: credentials))
        #expect(server.seen.requests.first?.field("Authorization") == "Basic bWU6aHVudGVyMg==")
    }

    @Test func doesNotFollowRedirectsByItself() async throws {
        let server = try LoopbackServer { _ in .empty("301 Moved", headers: ["Location: /new.xml"]) }
        defer { server.stop() }
        let response = try await transport().fetch(FetchRequest(server.address())).get()
        #expect(response.status == 301 && response.headers["location"] == "/new.xml")
        #expect(server.seen.requests.count == 1)
    }

    // MARK: Bounds

    @Test func givesUpOnDrippedHeaders() async throws {
        let server = try LoopbackServer { _ in
            .forever(Array("HTTP/1.1 200 OK\r\nX-A: ".utf8), then: [0x62], milliseconds: 20)
        }
        defer { server.stop() }
        let result = await transport().fetch(FetchRequest(try server.address(), seconds: 0.3))
        #expect(kind(result) == .timedOut)
    }

    @Test func givesUpOnADrippedBody() async throws {
        let head = LoopbackServer.Reply.answer("200 OK", [])
        let server = try LoopbackServer { _ in .forever(head, then: [0x20], milliseconds: 20) }
        defer { server.stop() }
        let result = await transport().fetch(FetchRequest(try server.address(), seconds: 0.3))
        #expect(kind(result) == .timedOut)
    }

    @Test func cutsOffAnEndlessBody() async throws {
        let head = LoopbackServer.Reply.answer("200 OK", [])
        let server = try LoopbackServer { _ in
            .forever(head, then: [UInt8](repeating: 0x20, count: 65536), milliseconds: 0)
        }
        defer { server.stop() }
        let result = await transport { $0.packedBytes = 1 << 20 }.fetch(FetchRequest(try server.address()))
        #expect(kind(result) == .tooLarge("body", limit: 1 << 20))
    }

    @Test func refusesABodyThatSaysItIsTooLarge() async throws {
        let head = LoopbackServer.Reply.answer("200 OK", ["Content-Length: 99999999999"])
        let server = try LoopbackServer { _ in .bytes(head) }
        defer { server.stop() }
        let result = await transport().fetch(FetchRequest(try server.address()))
        #expect(kind(result) == .tooLarge("body", limit: 16 << 20))
    }

    @Test func cutsOffAHeaderBomb() async throws {
        let line = "X-Bomb: " + String(repeating: "v", count: 1000)
        let server = try LoopbackServer { _ in .ok("x", headers: Array(repeating: line, count: 1000)) }
        defer { server.stop() }
        let result = await transport().fetch(FetchRequest(try server.address()))
        #expect(kind(result) == .tooLarge("header", limit: 64 << 10))
    }

    // MARK: Damage

    @Test func aBodyShorterThanItsLengthIsAFailure() async throws {
        let cut = LoopbackServer.Reply.answer("200 OK", ["Content-Length: 100"]) + Array("<rss>".utf8)
        let server = try LoopbackServer { _ in .last(cut) }
        defer { server.stop() }
        #expect(
            kind(await transport().fetch(FetchRequest(try server.address()))) == .broken("it ended early"))
    }

    @Test func aChunkedBodyWithoutItsLastChunkIsAFailure() async throws {
        let cut =
            LoopbackServer.Reply.answer("200 OK", ["Transfer-Encoding: chunked"])
            + Array("5\r\n<rss>\r\n".utf8)
        let server = try LoopbackServer { _ in .last(cut) }
        defer { server.stop() }
        guard case .broken = kind(await transport().fetch(FetchRequest(try server.address()))) else {
            Issue.record("taken for whole")
            return
        }
    }

    @Test func aResetConnectionIsTriedTwiceAtMost() async throws {
        let server = try LoopbackServer { _ in .reset }
        defer { server.stop() }
        #expect(
            kind(await transport().fetch(FetchRequest(try server.address())))
                == .broken("the connection was lost"))
        #expect((1...2).contains(server.seen.requests.count))
    }

    @Test func nonsenseInsteadOfHTTPIsAFailure() async throws {
        let server = try LoopbackServer { _ in
            .last([0, 1] + Array("HELLO 9999999999999\r\n\r\n<rss/>".utf8))
        }
        defer { server.stop() }
        #expect(kind(await transport().fetch(FetchRequest(try server.address()))) == .broken("it is no HTTP"))
    }

    @Test func nobodyThereIsAFailureThatBothersNobody() async throws {
        let server = try LoopbackServer { _ in .reset }
        server.stop()
        #expect(
            kind(await transport().fetch(FetchRequest(try server.address())))
                == .unreachable("nobody answers there"))
    }

    // MARK: Load

    @Test func asksOneHostTwiceAtATimeOverKeptConnections() async throws {
        let server = try LoopbackServer { _ in
            .late(LoopbackServer.Reply.answer("204 None", []), milliseconds: 20)
        }
        defer { server.stop() }
        let transport = transport()
        await withTaskGroup { group in
            for number in 0..<12 {
                group.addTask {
                    guard let address = try? server.address("/\(number)") else { return }
                    _ = await transport.fetch(FetchRequest(address))
                }
            }
        }
        #expect(server.seen.requests.count == 12)
        #expect(server.seen.mostLive == 2)
        #expect(server.seen.connections <= 2)
    }

    @Test func laterRequestsToAHostAreSpaced() async throws {
        let server = try LoopbackServer { _ in .ok("x") }
        defer { server.stop() }
        let transport = transport {
            $0.burst = 2
            $0.spacing = 0.03
        }
        let start = ContinuousClock.now
        for _ in 0..<5 { _ = try await transport.fetch(FetchRequest(server.address())).get() }
        #expect(ContinuousClock.now - start > .milliseconds(80))
    }

    @Test func theCancelledGetTheirAnswerAtOnce() async throws {
        let server = try LoopbackServer { _ in .late([], milliseconds: 3000) }
        defer { server.stop() }
        let transport = transport()
        let address = try server.address()
        let task = Task {
            let result = await transport.fetch(FetchRequest(address))
            return (result, ContinuousClock.now)
        }
        while server.seen.requests.isEmpty { await Task.yield() }
        let start = ContinuousClock.now
        task.cancel()
        let (result, end) = await task.value
        #expect(kind(result) == .cancelled)
        #expect(end - start < .seconds(2))
    }

    @Test func aTransportThatHasRestedWorksAgain() async throws {
        let server = try LoopbackServer { _ in .ok("x") }
        defer { server.stop() }
        let transport = transport { $0.idleSeconds = 0.01 }
        for number in 1...20 {
            let response = try await transport.fetch(FetchRequest(server.address())).get()
            #expect(response.status == 200)
            if number % 4 == 0 { try await Task.sleep(for: .milliseconds(15)) }
        }
    }

    // MARK: Private networks

    @Test func neverConnectsToAPrivateNetworkWhenItMayNot() async throws {
        let server = try LoopbackServer { _ in .ok("secret") }
        defer { server.stop() }
        let transport = transport()
        // A connection kept from a request that was allowed to must not help one that is not.
        _ = try await transport.fetch(FetchRequest(server.address())).get()
        let result = await transport.fetch(FetchRequest(try server.address(), allowsPrivateNetwork: false))
        #expect(kind(result) == .privateNetwork)
        let named = try #require(WebAddress("http://localhost:\(server.port)/"))
        #expect(
            kind(await transport.fetch(FetchRequest(named, allowsPrivateNetwork: false))) == .privateNetwork)
        #expect(server.seen.requests.count == 1)
    }
}
