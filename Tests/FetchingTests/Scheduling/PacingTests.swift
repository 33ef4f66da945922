import News
import Testing

@testable import Fetching

/// The promises about pace and errors, by their names in the table of politeness; hours on a clock of the
/// test's own.
@Suite struct PacingTests {
    @Test func paceFloor() throws {
        var reader = try PoliteReader()
        #expect(reader.refresh(at: 0) { _ in .feed() })
        #expect(!reader.refresh(at: 1.0 / 60) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(1), because: .usual))
        #expect(reader.refresh(at: 1.0 / 60, isForced: true) { _ in .feed() })
    }

    @Test func paceMaxAge() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["Cache-Control": "public, max-age=7200"]) }
        #expect(!reader.refresh(at: 1.9) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(2), because: .fresh))
        #expect(reader.refresh(at: 2) { _ in .feed() })
    }

    @Test func paceMaxAgeCountsFromWhereACacheBegan() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["Cache-Control": "max-age=\"10800\"", "Age": "3600"]) }
        #expect(!reader.refresh(at: 1.9) { _ in .feed() })
        #expect(reader.refresh(at: 2) { _ in .feed() })
    }

    @Test(arguments: ["max-age=31536000, immutable", "max-age=99999999999999999999999999"])
    func paceMaxAgeCapped(_ value: String) throws {
        var reader = try PoliteReader()
        reader.chance = 1
        reader.refresh(at: 0) { _ in .feed(["Cache-Control": value]) }
        #expect(!reader.refresh(at: 191) { _ in .feed() })
        #expect(reader.refresh(at: 192) { _ in .feed() })
    }

    @Test func paceExpiresByTheServersOwnClock() throws {
        var reader = try PoliteReader()
        // The server's clock is years behind; what counts is the distance.
        reader.refresh(at: 0) { _ in
            .feed([
                "Date": "Sun, 06 Nov 1994 08:49:37 GMT", "Expires": "Sunday, 06-Nov-94 10:49:37 GMT",
            ])
        }
        #expect(!reader.refresh(at: 1.9) { _ in .feed() })
        #expect(reader.refresh(at: 2) { _ in .feed() })
    }

    @Test(arguments: ["no-cache", "max-age=0", "no-store, max-age=7200"])
    func paceNoCacheMeansAskConditionally(_ value: String) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["Cache-Control": value, "ETag": "\"a\""]) }
        #expect(reader.refresh(at: 1) { _ in .status(304) })
        #expect(reader.sent[0].validators == Validators(entityTag: "\"a\""))
    }

    @Test func paceTimeToLive() throws {
        var reader = try PoliteReader()
        let reading = Reading(hasNews: true, hints: UpdateHints(timeToLive: 180))
        reader.refresh(at: 0, reading: reading) { _ in .feed() }
        #expect(!reader.refresh(at: 2.9) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(3), because: .feedSaysSo))
        #expect(reader.refresh(at: 3) { _ in .feed() })
    }

    @Test func paceSyndicationModule() throws {
        var reader = try PoliteReader()
        reader.chance = 1
        let interval = UpdateHints.updateInterval(period: "daily", frequency: 1)
        let hints = UpdateHints(updateInterval: interval)
        reader.refresh(at: 0, reading: Reading(hasNews: true, hints: hints)) { _ in .feed() }
        #expect(!reader.refresh(at: 24) { _ in .feed() })
        #expect(reader.refresh(at: 25) { _ in .feed() })
    }

    @Test func paceSkipHours() throws {
        var reader = try PoliteReader()
        let hints = UpdateHints(skippedHours: [10, 11, 12])
        reader.refresh(at: 0, reading: Reading(hasNews: true, hints: hints)) { _ in .feed() }
        #expect(!reader.refresh(at: 2) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(4), because: .skippedHours))
        #expect(reader.refresh(at: 4) { _ in .feed() })
    }

    @Test func paceSkipDays() throws {
        var reader = try PoliteReader()
        let days = Set(["Wednesday", "thursday"].compactMap(UpdateHints.weekday(named:)))
        reader.refresh(at: 0, reading: Reading(hasNews: true, hints: UpdateHints(skippedDays: days))) { _ in
            .feed()
        }
        #expect(!reader.refresh(at: 36) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(63), because: .skippedHours))
        #expect(reader.refresh(at: 63) { _ in .feed() })
    }

    @Test func aFeedThatSkipsEveryHourIsAskedAllTheSame() throws {
        var reader = try PoliteReader()
        let hints = UpdateHints(skippedHours: Set(0...24), skippedDays: Set(0...6))
        reader.refresh(at: 0, reading: Reading(hasNews: true, hints: hints)) { _ in .feed() }
        #expect(reader.refresh(at: 1) { _ in .feed() })
    }

    @Test(arguments: [
        HeaderFields(["ETag": "\"a\"", "Cache-Control": "max-age=7200"]), HeaderFields(["ETag": "\"a\""]),
    ])
    func pace304RenewsFreshness(_ headers: HeaderFields) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\"", "Cache-Control": "max-age=7200"]) }
        #expect(reader.refresh(at: 25) { _ in FetchResponse(status: 304, headers: headers) })
        #expect(!reader.refresh(at: 26.9) { _ in .status(304) })
        #expect(reader.refresh(at: 27) { _ in .status(304) })
    }

    // MARK: As often as it changes

    @Test func aFeedIsAskedAfterATwentyFourthOfItsSilence() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0, reading: Reading(hasNews: true)) { _ in .feed() }
        #expect(reader.schedule.adaptiveInterval(at: PoliteReader.at(0)) == 3600)
        #expect(reader.schedule.adaptiveInterval(at: PoliteReader.at(48)) == 7200)
        #expect(reader.schedule.adaptiveInterval(at: PoliteReader.at(24 * 400)) == Limits.ceiling)
    }

    @Test func aBusyFeedIsAskedEveryQuarterOfAnHour() throws {
        var reader = try PoliteReader()
        for hour in stride(from: 0.0, through: 24, by: 1) {
            reader.refresh(at: hour, isForced: true, reading: Reading(hasNews: true)) { _ in .feed() }
        }
        #expect(reader.schedule.adaptiveInterval(at: PoliteReader.at(24)) == Limits.floor)
    }

    // MARK: Errors

    @Test(arguments: ["7200", "Tue, 12 May 2026 11:00:00 GMT"], [429, 503])
    func errRetryAfterInBothForms(_ value: String, _ status: Int) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(status, ["Retry-After": value]) }
        #expect(!reader.refresh(at: 1.9, isForced: true) { _ in .feed() })
        #expect(reader.wait == .wait(until: PoliteReader.at(2), because: .askedToWait(status: status)))
        #expect(reader.refresh(at: 2) { _ in .feed() })
    }

    @Test func err429Bare() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(429) }
        #expect(!reader.refresh(at: 0.9) { _ in .feed() })
        #expect(reader.refresh(at: 1) { _ in .feed() })
    }

    @Test func err429RestsTheWholeHost() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(429, ["Retry-After": "7200"]) }
        var other = try PoliteReader("https://vell.example/other.xml")
        other.host = reader.host
        #expect(!other.refresh(at: 1.9, isForced: true) { _ in .feed() })
        let reason = WaitReason.hostRests(host: "vell.example", status: 429)
        #expect(other.wait == .wait(until: PoliteReader.at(2), because: reason))
        #expect(other.refresh(at: 2) { _ in .feed() })
    }

    @Test(arguments: ["315360000", "Tue, 12 May 2036 09:00:00 GMT"])
    func err429Absurd(_ value: String) throws {
        var reader = try PoliteReader()
        reader.chance = 1
        reader.refresh(at: 0) { _ in .status(429, ["Retry-After": value]) }
        #expect(!reader.refresh(at: 1) { _ in .feed() })
        #expect(reader.refresh(at: 192) { _ in .feed() })
    }

    @Test(arguments: [500, 404, 403], [-1.0, 0, 1])
    func errBackoffAsksLessAndLess(_ status: Int, _ chance: Double) throws {
        var reader = try PoliteReader()
        reader.chance = chance
        var count = 0
        for round in 0..<9 where reader.refresh(at: Double(round) * 1.02, server: { _ in .status(status) }) {
            count += 1
        }
        #expect((1...5).contains(count))
    }

    @Test(arguments: [-1.0, 0, 1])
    func errBackoffRecoversWithinADay(_ chance: Double) throws {
        var reader = try PoliteReader()
        reader.chance = chance
        for round in 0..<1000 { reader.refresh(at: Double(round)) { _ in .status(500) } }
        #expect(reader.refresh(at: 1024) { _ in .feed() })
        #expect(reader.schedule.failures == 0 && reader.schedule.trouble == nil)
        #expect(reader.refresh(at: 1026) { _ in .feed() })
    }

    @Test func aLineThatIsDownCostsNoFeedItsDay() throws {
        var schedule = FeedSchedule()
        let address = try #require(WebAddress("https://vell.example/"))
        let failure = FetchFailure(.unreachable("no network"), at: address)
        schedule = schedule.afterFailure(failure, moment: Moment(now: PoliteReader.start, chance: 0))
        #expect(schedule.due == PoliteReader.at(0.25))
    }

    @Test func err410Stops() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed() }
        #expect(reader.refresh(at: 25) { _ in .status(410) })
        #expect(reader.lastFailure?.description == "https://vell.example/feed.xml: gone for good (410)")
        for hour in [50.0, 5000, 50000] {
            #expect(!reader.refresh(at: hour) { _ in .feed() })
            #expect(reader.wait == .stopped)
        }
        #expect(reader.refresh(at: 50001, isForced: true) { _ in .feed() })
        #expect(reader.refresh(at: 50020) { _ in .feed() })
    }

    @Test(arguments: [500, 401, 429])
    func errNoHammer(_ status: Int) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(status) }
        #expect(reader.sent.count == 1)
    }

    // MARK: Clocks and chance

    @Test func aDateMoreThanEightDaysAheadIsABrokenClock() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 24 * 3650) { _ in .feed(["ETag": "\"a\""]) }
        #expect(reader.refresh(at: 0) { _ in .feed() })
        reader.refresh(at: 24 * 3650, isForced: true) { _ in .status(429, ["Retry-After": "86400"]) }
        #expect(reader.refresh(at: 1) { _ in .feed() })
    }

    @Test func aClockThatWasAheadByAnHourKeepsNobodySilent() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 1) { _ in .feed() }
        #expect(reader.refresh(at: 0) { _ in .feed() })
    }

    @Test func jitterSpreadsTheNextDateByATenth() {
        for (chance, interval, expected) in [
            (1.0, 3600, 360), (-1, 3600, -360), (0.5, 3600, 180), (1, 604_800, 3600),
        ] {
            let moment = Moment(now: PoliteReader.start, chance: chance)
            #expect(moment.jitter(of: Int64(interval)) == Int64(expected))
        }
        #expect(Moment(now: PoliteReader.start, chance: .nan).jitter(of: 3600) == 0)
    }

    @Test func jitterNeverUndercutsWhatSomebodyStated() {
        let early = Moment(now: PoliteReader.start, chance: -1)
        #expect(early.spread(stated: 7200) == 7920)
        #expect(early.spread(stated: .max) == Limits.longestWait)
    }

    @Test func everyWaitExplainsItself() {
        func words(_ reason: WaitReason, _ hour: Double) -> String {
            reason.sentence(until: PoliteReader.at(hour), now: PoliteReader.start, offset: 7200).text
        }
        #expect(words(.askedToWait(status: 429), 3.1666667) == "asked to wait until 14:10 (429)")
        #expect(words(.usual, 24) == "next at 2026-05-13 11:00")
        #expect(words(.fresh, 1) == "fresh until 12:00, as its server says")
        #expect(words(.failed(times: 3), 1) == "failed 3 times; again at 12:00")
        #expect(words(.failed(times: 1), 1) == "failed once; again at 12:00")
        #expect(
            words(.hostRests(host: "vell.example", status: 503), 1)
                == "vell.example asked to wait until 12:00 (503)")
    }
}
