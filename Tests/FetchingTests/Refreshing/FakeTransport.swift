import FoundationEssentials
import News
import Synchronization
import Testing

@testable import Fetching

/// A transport that answers from a function and counts who asks at the same time; it never reaches out.
final class FakeTransport: Transport {
    struct Log: Sendable {
        var requests: [FetchRequest] = []
        var live: [String: Int] = [:]
        var mostLive = 0
        var mostLivePerHost = 0
    }

    private let log = Mutex(Log())
    private let answer: @Sendable (FetchRequest) async -> Result<FetchResponse, FetchFailure>

    init(_ answer: @escaping @Sendable (FetchRequest) async -> Result<FetchResponse, FetchFailure>) {
        self.answer = answer
    }

    var seen: Log { log.withLock { $0 } }

    func fetch(_ request: FetchRequest) async -> Result<FetchResponse, FetchFailure> {
        log.withLock { log in
            log.requests.append(request)
            log.live[request.address.host, default: 0] += 1
            log.mostLive = max(log.mostLive, log.live.values.reduce(0, +))
            log.mostLivePerHost = max(log.mostLivePerHost, log.live.values.max() ?? 0)
        }
        let result = await answer(request)
        log.withLock { $0.live[request.address.host, default: 1] -= 1 }
        return result
    }

    /// Answers only once its task is cancelled.
    static func never(_ request: FetchRequest) async -> Result<FetchResponse, FetchFailure> {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        for await _ in stream {}
        withExtendedLifetime(continuation) {}
        return .failure(FetchFailure(.cancelled, at: request.address))
    }
}

func subscriptions(_ addresses: [String], schedule: FeedSchedule = FeedSchedule()) throws -> [Subscription] {
    try addresses.enumerated().map { number, address in
        Subscription(
            source: SourceID(Int64(number)), address: try #require(WebAddress(address)), schedule: schedule)
    }
}

/// A value as it comes back from JSON, as the archive keeps it.
func copy<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}
