import News
import Testing

@testable import Fetching

/// A reader of one feed in a time of its own: it refreshes at given hours, a made-up server answers, nothing
/// is sent.
struct PoliteReader {
    var address: WebAddress
    var credentials: Credentials?
    var schedule = FeedSchedule()
    var host = HostSchedule()
    var chance = 0.0
    /// What was sent at the last refresh.
    var sent: [FetchRequest] = []
    var lastFailure: FetchFailure?
    var wait: PollingDecision?

    /// 2026-05-12 09:00:00 UTC, a Tuesday.
    static let start = Timestamp(CivilTime(year: 2026, month: 5, day: 12, hour: 9))

    init(_ address: String = "https://vell.example/feed.xml") throws {
        self.address = try #require(WebAddress(address))
    }

    static func at(_ hour: Double) -> Timestamp { start.advanced(by: Int64(hour * 3600)) }

    /// An ordinary refresh; whether the feed was asked.
    ///
    /// - Parameters:
    ///   - hour: Hours since the start.
    ///   - isForced: By the user's word.
    ///   - reading: What is found in a body; nothing if it is no feed.
    ///   - server: Answers each hop.
    /// - Returns: Whether anything was sent.
    @discardableResult
    mutating func refresh(
        at hour: Double, isForced: Bool = false, reading: Reading? = Reading(hasNews: false),
        server: (FetchRequest) -> FetchResponse
    ) -> Bool {
        let now = PoliteReader.at(hour)
        sent = []
        let decision = PollingPolicy.decide(
            feed: schedule, host: (address.host, host), now: now, isForced: isForced)
        wait = decision
        guard case .ask = decision else { return false }
        var exchange = Exchange(address, credentials: credentials, validators: schedule.validators(at: now))
        let moment = Moment(now: now, chance: chance)
        while true {
            let request = exchange.request()
            sent.append(request)
            guard case .done(let answer) = exchange.receive(server(request), at: now) else { continue }
            settle(answer, reading, moment)
            return true
        }
    }

    private mutating func settle(_ answer: Answer, _ reading: Reading?, _ moment: Moment) {
        lastFailure = nil
        switch answer {
        case .whole(let whole):
            let subscription = Subscription(source: SourceID(1), address: address, schedule: schedule)
            let fetched = FetchedFeed(subscription, whole, moment)
            if let reading {
                schedule = fetched.schedule(after: reading)
                address = fetched.adopted ?? address
            } else {
                (lastFailure, schedule) = fetched.schedule(afterRefusing: "a sign-in page")
            }
        case .notModified(let headers): schedule = schedule.afterNotModified(headers: headers, moment: moment)
        case .failed(let failure):
            lastFailure = failure
            schedule = schedule.afterFailure(failure, moment: moment)
            if case .status(let status, let pause) = failure.kind {
                host = host.after(status: status, retryAfter: pause, at: moment.now)
            }
        }
    }
}

extension FetchResponse {
    static func feed(
        _ headers: KeyValuePairs<String, String> = [:], _ body: String = "<rss/>"
    ) -> FetchResponse {
        FetchResponse(status: 200, headers: HeaderFields(headers), body: Array(body.utf8))
    }

    static func status(_ status: Int, _ headers: KeyValuePairs<String, String> = [:]) -> FetchResponse {
        FetchResponse(status: status, headers: HeaderFields(headers))
    }
}
