import News
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct FetcherTests {
    private func fetcher(_ transport: FakeTransport) -> Fetcher {
        Fetcher(transport: transport, now: { PoliteReader.start }, chance: { 0 })
    }

    @Test func tellsOfEveryFeedWithProgress() async throws {
        let transport = FakeTransport { request in
            switch request.address.host {
            case "gone.example": .success(.status(410))
            case "same.example": .success(.status(304))
            case "down.example": .failure(FetchFailure(.timedOut, at: request.address))
            default: .success(.feed(["ETag": "\"a\""]))
            }
        }
        let names = ["new", "gone", "down", "other"]
        let feeds = try subscriptions(names.map { "https://\($0).example/feed" })
        var outcomes: [Int64: String] = [:]
        var last = FetchProgress()
        for await event in await fetcher(transport).refresh(feeds) {
            last = event.progress
            outcomes[event.source.number] =
                switch event.outcome {
                case .fetched(let feed): "fetched \(feed.schedule(after: Reading(hasNews: true)).failures)"
                case .failed(let failure, let schedule): "\(failure.kind) \(schedule.isGone)"
                case .unchanged: "unchanged"
                case .waiting, .stopped: "not asked"
                }
        }
        #expect(outcomes == [0: "fetched 0", 1: "gone true", 2: "timedOut false", 3: "fetched 0"])
        #expect(last.done == 4 && last.total == 4 && last.failing == 2)
    }

    @Test func what304LeavesIsTheScheduleToKeep() async throws {
        var reader = try PoliteReader()
        reader.refresh(at: -25) { _ in .feed(["ETag": "\"a\""]) }
        let transport = FakeTransport { request in
            request.validators.isEmpty ? .success(.feed()) : .success(.status(304, ["ETag": "\"b\""]))
        }
        let feeds = try subscriptions(["https://vell.example/"], schedule: reader.schedule)
        for await event in await fetcher(transport).refresh(feeds) {
            guard case .unchanged(let schedule) = event.outcome else {
                Issue.record("\(event.outcome)")
                continue
            }
            #expect(schedule.validators == Validators(entityTag: "\"b\""))
        }
    }

    @Test func asksNobodyBeforeTheTime() async throws {
        var reader = try PoliteReader()
        reader.refresh(at: -0.5) { _ in .feed() }
        let transport = FakeTransport { _ in .success(.feed()) }
        let feeds = try subscriptions(
            ["https://a.example/", "https://b.example/"], schedule: reader.schedule)
        var waits = 0
        for await event in await fetcher(transport).refresh(feeds) {
            if case .waiting(_, .usual) = event.outcome { waits += 1 }
        }
        #expect(waits == 2 && transport.seen.requests.isEmpty)
    }

    @Test func fiveThousandFeedsThatAreNotDueTakeNoTime() async throws {
        var reader = try PoliteReader()
        reader.refresh(at: -0.5) { _ in .feed() }
        let transport = FakeTransport { _ in .success(.feed()) }
        let feeds = try subscriptions(
            (0..<5000).map { "https://h\($0 / 3).example/" }, schedule: reader.schedule)
        var last = FetchProgress()
        for await event in await fetcher(transport).refresh(feeds) { last = event.progress }
        #expect(last.done == 5000 && transport.seen.requests.isEmpty)
    }

    @Test func a429RestsTheHostWithinTheSameRefresh() async throws {
        let transport = FakeTransport { _ in .success(.status(429, ["Retry-After": "7200"])) }
        let fetcher = fetcher(transport)
        let feeds = try subscriptions((0..<6).map { "https://vell.example/\($0)" })
        var changes: [HostChange] = []
        for await event in await fetcher.refresh(feeds) { if let host = event.host { changes.append(host) } }
        #expect((1...2).contains(transport.seen.requests.count))
        #expect(changes.first?.schedule.restsUntil == PoliteReader.at(2))
        for await event in await fetcher.refresh(feeds, isForced: true) {
            guard case .waiting(_, .hostRests("vell.example", 429)) = event.outcome else {
                Issue.record("asked in spite of Retry-After")
                continue
            }
        }
    }

    @Test func twoAtATimeToAHostAndSixteenInAll() async throws {
        let transport = FakeTransport { _ in
            for _ in 0..<20 { await Task.yield() }
            return .success(.feed())
        }
        let feeds = try subscriptions((0..<80).map { "https://h\($0 / 4).example/\($0)" })
        var count = 0
        for await _ in await fetcher(transport).refresh(feeds) { count += 1 }
        #expect(count == 80)
        #expect(transport.seen.mostLivePerHost <= 2 && transport.seen.mostLive <= 16)
        #expect(transport.seen.mostLive > 2)
    }

    @Test func aSlowReaderHoldsNoMoreThanSixteenBodies() async throws {
        let transport = FakeTransport { _ in .success(.feed()) }
        let feeds = try subscriptions((0..<60).map { "https://h\($0).example/" })
        var count = 0
        for await _ in await fetcher(transport).refresh(feeds) {
            count += 1
            for _ in 0..<50 { await Task.yield() }
            #expect(transport.seen.requests.count <= count + Limits.atOnce)
        }
        #expect(count == 60)
    }

    @Test func aSlowHostHoldsUpNobody() async throws {
        let transport = FakeTransport { request in
            request.address.host == "slow.example" ? await FakeTransport.never(request) : .success(.feed())
        }
        let feeds = try subscriptions(["https://slow.example/"] + (0..<6).map { "https://h\($0).example/" })
        var done = 0
        for await event in await fetcher(transport).refresh(feeds) {
            done = event.progress.done
            if done == 6 { break }
        }
        #expect(done == 6)
    }

    @Test func aRefreshIsCancelledAsAWhole() async throws {
        let transport = FakeTransport(FakeTransport.never)
        let feeds = try subscriptions((0..<40).map { "https://h\($0).example/" })
        let fetcher = fetcher(transport)
        let task = Task {
            var count = 0
            for await _ in await fetcher.refresh(feeds) { count += 1 }
            return count
        }
        while transport.seen.requests.count < 16 { await Task.yield() }
        task.cancel()
        #expect(await task.value == 0)
        while transport.seen.live.values.contains(where: { $0 > 0 }) { await Task.yield() }
        #expect(transport.seen.requests.count == 16)
    }

    @Test func aStreamThatIsLetGoStopsItsRequests() async throws {
        let transport = FakeTransport(FakeTransport.never)
        let fetcher = fetcher(transport)
        let feeds = try subscriptions(["https://a.example/"])
        do {
            let stream = await fetcher.refresh(feeds)
            let task = Task { for await _ in stream {} }
            while transport.seen.requests.isEmpty { await Task.yield() }
            task.cancel()
            await task.value
        }
        while transport.seen.live["a.example"] != 0 { await Task.yield() }
    }

    @Test func aPageIsFetchedOverItsRedirects() async throws {
        let transport = FakeTransport { request in
            request.address.host == "a.example"
                ? .success(.status(302, ["Location": "https://b.example/page"]))
                : .success(.feed(["Content-Type": "text/html", "Link": "</feed>; rel=alternate"], "<html>"))
        }
        let page = try await fetcher(transport).page(
            at: #require(WebAddress("https://a.example/")), isUsersOwn: true
        ).get()
        #expect(page.address.text == "https://b.example/page" && page.contentType == "text/html")
        #expect(page.links.first("alternate")?.text == "https://b.example/feed")
        #expect(transport.seen.requests.allSatisfy { $0.accept == .page })
    }

    @Test func anAddressThatAStrangerWroteLeadsIntoNoPrivateNetwork() async throws {
        let transport = FakeTransport { _ in .success(.feed()) }
        let fetcher = fetcher(transport)
        let router = try #require(WebAddress("http://192.168.1.1/reboot"))
        guard case .failure(let failure) = await fetcher.page(at: router, isUsersOwn: false) else {
            Issue.record("fetched")
            return
        }
        #expect(failure.kind == .privateNetwork && transport.seen.requests.isEmpty)
        _ = try await fetcher.page(at: #require(WebAddress("https://a.example/")), isUsersOwn: false).get()
        #expect(transport.seen.requests.map(\.allowsPrivateNetwork) == [false])
        _ = try await fetcher.page(at: router, isUsersOwn: true).get()
    }

    @Test func theWholeExchangeHasOneDeadline() async throws {
        let transport = FakeTransport { request in
            let number = Int(request.address.text.split(separator: "/").last ?? "") ?? 0
            return .success(number < 3 ? .status(302, ["Location": "/\(number + 1)"]) : .feed())
        }
        for await _ in await fetcher(transport).refresh(try subscriptions(["https://a.example/0"])) {}
        let seconds = transport.seen.requests.map(\.seconds)
        #expect(seconds.count == 4 && seconds == seconds.sorted(by: >) && seconds[0] <= 30)
    }

    @Test func schedulesSurviveTheArchive() throws {
        var reader = try PoliteReader()
        let hints = UpdateHints(timeToLive: 90, skippedHours: [1])
        reader.refresh(at: 0, reading: Reading(hasNews: true, hints: hints)) { _ in .feed(["ETag": "\"a\""]) }
        reader.refresh(at: 25) { _ in .status(429) }
        #expect(try copy(reader.schedule) == reader.schedule)
        #expect(try copy(reader.host) == reader.host)
    }
}
