/// One refresh under way: what has been done, what waits to be told, and what is running.
struct Round {
    /// Feeds done and failed, of how many.
    private(set) var progress: FetchProgress
    /// Requests under way, by the feed's place in the round.
    var tasks: [Int: Task<Void, Never>] = [:]
    /// Whoever waits for the next event.
    var waiter: CheckedContinuation<FetchEvent?, Never>?
    /// Events that nobody has taken yet; those that were taken have left an empty place, and their bodies are
    /// gone.
    private var events: [FetchEvent?] = []
    private var first = 0

    init(total: Int) { progress = FetchProgress(total: total) }

    /// Whether every feed is done and every event taken.
    var isOver: Bool { first == events.count && progress.done == progress.total }

    /// How many events wait that hold a body.
    var heldBodies: Int { events.count { $0?.holdsBody ?? false } }

    /// Counts what came of a feed and makes the event that tells of it.
    mutating func event(
        of subscription: Subscription, _ outcome: FetchOutcome, _ host: HostChange?
    ) -> FetchEvent {
        progress.done += 1
        if case .failed = outcome { progress.failing += 1 }
        return FetchEvent(source: subscription.source, outcome: outcome, host: host, progress: progress)
    }

    /// Keeps an event until somebody takes it.
    mutating func keep(_ event: FetchEvent) { events.append(event) }

    /// The oldest event that was kept.
    mutating func takeEvent() -> FetchEvent? {
        guard first < events.count else { return nil }
        let event = events[first]
        events[first] = nil
        first += 1
        if first == events.count { (events, first) = ([], 0) }
        return event
    }

    /// Whoever waits, who then waits no more.
    mutating func takeWaiter() -> CheckedContinuation<FetchEvent?, Never>? {
        defer { waiter = nil }
        return waiter
    }
}

extension FetchEvent {
    /// Whether it holds a body.
    var holdsBody: Bool {
        if case .fetched = outcome { true } else { false }
    }
}
