import Fetching
import Foundation
import News
import Synchronization
import Testing

@testable import Library

@Suite struct RefreshingTests {
    static let address = "https://post.example/feed.xml"

    private func followed(_ web: FakeWeb) async throws -> TemporaryLibrary {
        let temporary = try await TemporaryLibrary.on(web)
        _ = try await temporary.library.follow(unasked: RefreshingTests.address)
        return temporary
    }

    @Test func aRefreshBringsArticlesBeforeAnyIndexKnowsThem() async throws {
        let temporary = try await followed(.feed("One", "Two"))
        let report = try await temporary.library.refresh()
        #expect(report.added == 2 && report.progress == RefreshProgress(done: 1, total: 1, failing: 0))
        #expect(try await temporary.headlines() == ["One", "Two"])
        #expect(try await temporary.library.countToIndex().text == 2)
        #expect(try await temporary.onlySource().title == "The Post")
    }

    @Test func whatIsNotDueIsNotAskedAndSaysWhy() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        let report = try await temporary.library.refresh()
        #expect(report.waiting == 1 && report.progress.total == 0 && web.asked.count == 1)
        let wait = try #require(try await temporary.library.sourceReports().first?.wait)
        let sentence = wait.sentence(now: TemporaryLibrary.now) { $0.utc }.text
        #expect(sentence.hasPrefix("asked a moment ago") || sentence.hasPrefix("next at"))
        #expect(try await temporary.library.refresh(.all).progress.done == 1)
    }

    @Test func validatorsComeBackByteForByteOnlyAfterAGoodAnswer() async throws {
        let web = FakeWeb { _ in
            FakeWeb.rss(["One"], headers: ["ETag": "W/\"a b\"", "Last-Modified": "yesterday"])
        }
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        web.change { _ in .ok("<html><body>Maintenance</body></html>", ["ETag": "\"wrong\""]) }
        let damaged = try await temporary.library.refresh(.all)
        #expect(damaged.progress.failing == 1)
        web.change { _ in .status(304) }
        try await temporary.library.refresh(.all)
        let validators = web.asked.map(\.validators)
        #expect(validators[0].isEmpty)
        #expect(validators[1] == Validators(entityTag: "W/\"a b\"", lastModified: "yesterday"))
        #expect(validators[2] == validators[1])
        #expect(try await temporary.headlines() == ["One"])
    }

    @Test func aFeedThatShrinksOrEmptiesDeletesNothing() async throws {
        let web = FakeWeb.feed("One", "Two")
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        for items in [["Two"], []] {
            web.change { _ in FakeWeb.rss(items) }
            try await temporary.library.refresh(.all)
        }
        #expect(try await temporary.headlines() == ["One", "Two"])
    }

    @Test func editsAreTakenInAndUnchangedItemsAreLeftAlone() async throws {
        let web = FakeWeb.feed("One", "Two")
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        let body = """
            <rss version='2.0'><channel><title>The Post</title>
            <item><guid>One</guid><title>One</title><description>Another text.</description></item>
            <item><guid>Two</guid><title>Two</title><description>About Two.</description></item>
            </channel></rss>
            """
        web.change { _ in .ok(body) }
        let report = try await temporary.library.refresh(.all)
        #expect(report.added == 0 && report.updated == 1)
        let again = try await temporary.library.refresh(.all)
        #expect(again.added == 0 && again.updated == 0)
    }

    @Test func aFeedThatMovedForGoodIsAskedAtItsNewPlaceAndKeepsItsArticles() async throws {
        let web = FakeWeb { request in
            request.address.text == RefreshingTests.address
                ? .status(301, ["Location": "https://new.example/feed"]) : FakeWeb.rss(["One"])
        }
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        #expect(try await temporary.onlySource().address == WebAddress("https://new.example/feed"))
        try await temporary.library.refresh(.all)
        #expect(web.asked.count == 3)
        #expect(try await temporary.headlines() == ["One"])
        // The old address still means it.
        _ = try await temporary.library.follow(unasked: RefreshingTests.address)
        #expect(try await temporary.library.sources().count == 1)
    }

    @Test func aFailingFeedIsListedWithItsRemedySinceItsFirstFailure() async throws {
        let web = FakeWeb { _ in .status(404) }
        let temporary = try await followed(web)
        let report = try await temporary.library.refresh()
        #expect(report.progress.failing == 1)
        try await temporary.library.refresh(.all)
        let sick = try #require(try await temporary.library.health().first)
        #expect(sick.status == .missing && sick.since == TemporaryLibrary.now && sick.lastSuccess == nil)
        #expect(sick.trouble == "https://post.example/feed.xml: not found (404)" && sick.status.remedy != nil)
        web.change { _ in FakeWeb.rss(["One"]) }
        try await temporary.library.refresh(.all)
        #expect(try await temporary.library.health().isEmpty)
    }

    @Test func aFeedThatIsGoneIsAskedNoMore() async throws {
        let web = FakeWeb { _ in .status(410) }
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        let report = try await temporary.library.refresh()
        #expect(report.stopped == 1 && web.asked.count == 1)
        #expect(try await temporary.library.health().map(\.status) == [.gone])
    }

    @Test func aHostThatAsksForRestIsLeftAloneByALaterProgramToo() async throws {
        let web = FakeWeb { _ in .status(429, ["Retry-After": "7200"]) }
        let temporary = try await followed(web)
        try await temporary.library.refresh()
        _ = try await temporary.library.follow(unasked: "https://post.example/other.xml")
        let later = try Library(path: temporary.folder + "/library.sqlite") { TemporaryLibrary.now }
        await later.use(web)
        let report = try await later.refresh(.all)
        #expect(report.waiting == 2 && web.asked.count == 1)
        await later.close()
    }

    @Test func hangingAndBrokenFeedsHoldNobodyUpAndNobodyIsAskedTwice() async throws {
        let web = FakeWeb { request in
            guard let number = Int(request.address.host.prefix { $0.isNumber }) else { return .status(500) }
            switch number % 20 {
            case 0: return .failure(.timedOut)
            case 1: return .ok("<nonsense/>")
            default: return FakeWeb.rss(["Item \(number)"])
            }
        }
        let temporary = try await TemporaryLibrary.on(web)
        for number in 0..<100 {
            _ = try await temporary.library.follow(unasked: "https://\(number).example/feed.xml")
        }
        let events = Mutex<[RefreshEvent]>([])
        let report = try await temporary.library.refresh { event in events.withLock { $0.append(event) } }
        #expect(report.progress == RefreshProgress(done: 100, total: 100, failing: 10))
        #expect(try await temporary.headlines().count == 90)
        #expect(Set(web.asked.map(\.address)).count == web.asked.count)
        #expect(events.withLock { $0.map(\.progress.done) } == Array(1...100))
    }

    @Test func aCancelledRefreshKeepsWhatHadCome() async throws {
        let web = FakeWeb { request in
            if request.address.host == "quick.example" { return FakeWeb.rss(["One"]) }
            let (stream, continuation) = AsyncStream<Void>.makeStream()
            for await _ in stream {}
            withExtendedLifetime(continuation) {}
            return .failure(.cancelled)
        }
        let temporary = try await TemporaryLibrary.on(web)
        _ = try await temporary.library.follow(unasked: "https://quick.example/feed.xml")
        _ = try await temporary.library.follow(unasked: "https://slow.example/feed.xml")
        let (told, tell) = AsyncStream<RefreshEvent>.makeStream()
        let library = temporary.library
        let refresh = Task { try await library.refresh { tell.yield($0) } }
        for await event in told where event.outcome == .read(added: 1, updated: 0) { break }
        refresh.cancel()
        await #expect(throws: CancellationError.self) { try await refresh.value }
        #expect(try await temporary.headlines() == ["One"])
        #expect(try await library.sourceReports().map(\.status).contains(.new))
    }
}
