import News

/// Asks for many feeds, politely: by the policy, through one transport, with few requests to a host at a
/// time.
///
/// All refreshes of a program go through one fetcher, so that their requests to a host count together.
public actor Fetcher {
    private let transport: any Transport
    private let now: @Sendable () -> Timestamp
    private let chance: @Sendable () -> Double
    /// What is known of hosts, by name; the archive keeps it.
    public private(set) var hosts: [String: HostSchedule]
    private let atOnce: Int
    private let executor: (any TaskExecutor)?
    private var queue: RequestQueue<Job>
    private var rounds: [Int: Round] = [:]
    private var lastRound = 0
    /// Bodies that wait to be taken by whoever reads the stream.
    private var held = 0

    private struct Job: Sendable {
        let round: Int
        let place: Int
        let subscription: Subscription
        let isForced: Bool
    }

    /// A fetcher.
    ///
    /// - Parameters:
    ///   - transport: The way to the network.
    ///   - hosts: What was kept of hosts, by name.
    ///   - atOnce: How many requests may be under way, and bodies wait to be read.
    ///   - executor: What its tasks run on; the global pool if nil.
    ///   - now: The clock.
    ///   - chance: Random numbers from −1 to 1.
    public init(
        transport: any Transport, hosts: [String: HostSchedule] = [:], atOnce: Int = Limits.atOnce,
        executor: (any TaskExecutor)? = nil, now: @escaping @Sendable () -> Timestamp,
        chance: @escaping @Sendable () -> Double = { Double.random(in: -1...1) }
    ) {
        self.transport = transport
        self.hosts = hosts
        self.atOnce = atOnce
        self.executor = executor
        queue = RequestQueue(perHost: Limits.perHost, atOnce: atOnce)
        self.now = now
        self.chance = chance
    }

    /// Asks for every feed that is due and tells of each, in the order in which they are done.
    ///
    /// No more than `atOnce` answers are held for a slow reader of the stream. The refresh ends when the task
    /// that reads is cancelled, or the stream is let go.
    ///
    /// - Parameters:
    ///   - subscriptions: The feeds.
    ///   - isForced: Whether to ask those as well that are not due; `Retry-After` holds even so.
    /// - Returns: One event a feed.
    public func refresh(_ subscriptions: [Subscription], isForced: Bool = false) -> AsyncStream<FetchEvent> {
        lastRound += 1
        let number = lastRound
        rounds[number] = Round(total: subscriptions.count)
        for (place, subscription) in subscriptions.enumerated() {
            let job = Job(round: number, place: place, subscription: subscription, isForced: isForced)
            if isDue(job) { queue.add(job, host: subscription.address.host) }
        }
        let lease = Lease { [weak self, executor] in
            Task(executorPreference: executor) { await self?.cancel(number) }
        }
        return AsyncStream {
            await withTaskCancellationHandler {
                await self.nextEvent(of: number)
            } onCancel: {
                lease.end()
            }
        }
    }

    /// Asks for one page and follows its redirects; no policy but a host's rest stands in the way.
    ///
    /// - Parameters:
    ///   - address: Where it is.
    ///   - credentials: Name and password for it.
    ///   - isUsersOwn: Whether the user wrote the address. One that a feed or a page wrote leads into no
    ///     private network.
    /// - Returns: The page, or why there is none.
    public func page(
        at address: WebAddress, credentials: Credentials? = nil, isUsersOwn: Bool
    ) async -> Result<FetchedPage, FetchFailure> {
        let exchange = Exchange(address, credentials: credentials, accept: .page, isUsersOwn: isUsersOwn)
        let answer = await follow(exchange)
        switch answer {
        case .whole(let whole):
            let links = LinkHeader(whole.headers.joined("link") ?? "", base: whole.address)
            return .success(
                FetchedPage(
                    body: whole.body, address: whole.address, contentType: whole.headers["content-type"],
                    links: links))
        case .notModified: return .failure(FetchFailure(.notModifiedUnasked, at: address))
        case .failed(let failure):
            _ = note(failure)
            return .failure(failure)
        }
    }

    // MARK: Rounds

    private func nextEvent(of number: Int) async -> FetchEvent? {
        if let event = rounds[number]?.takeEvent() {
            if event.holdsBody { held -= 1 }
            pump()
            return event
        }
        if rounds[number]?.isOver ?? true || Task.isCancelled {
            cancel(number)
            return nil
        }
        return await withCheckedContinuation { waiter in
            rounds[number]?.waiter = waiter
            pump()
        }
    }

    private func cancel(_ number: Int) {
        guard var round = rounds.removeValue(forKey: number) else { return }
        queue.remove { $0.round == number }
        held -= round.heldBodies
        for task in round.tasks.values { task.cancel() }
        round.takeWaiter()?.resume(returning: nil)
    }

    private func tell(_ job: Job, _ outcome: FetchOutcome, host: HostChange? = nil) {
        rounds[job.round]?.tasks[job.place] = nil
        guard let event = rounds[job.round]?.event(of: job.subscription, outcome, host) else { return }
        if let waiter = rounds[job.round]?.takeWaiter() { return waiter.resume(returning: event) }
        if event.holdsBody { held += 1 }
        rounds[job.round]?.keep(event)
    }

    // MARK: Requests

    /// Whether a feed is asked now; if not, its event is told.
    private func isDue(_ job: Job) -> Bool {
        let host = job.subscription.address.host
        let decision = PollingPolicy.decide(
            feed: job.subscription.schedule, host: (host, hosts[host] ?? HostSchedule()), now: now(),
            isForced: job.isForced)
        switch decision {
        case .ask: return true
        case .wait(let end, let reason): tell(job, .waiting(until: end, because: reason))
        case .stopped: tell(job, .stopped)
        }
        return false
    }

    /// Starts what may start.
    ///
    /// A host may have asked for rest since a feed was queued, so the policy is asked again.
    private func pump() {
        while held + queue.running < atOnce, case .start(let job, let host) = queue.next(at: 0) {
            guard rounds[job.round] != nil, isDue(job) else {
                queue.finish(host: host)
                continue
            }
            rounds[job.round]?.tasks[job.place] = Task(executorPreference: executor) {
                await self.run(job, host: host)
            }
        }
    }

    private func run(_ job: Job, host: String) async {
        let subscription = job.subscription
        let exchange = Exchange(
            subscription.address, credentials: subscription.credentials,
            validators: subscription.schedule.validators(at: now()), options: subscription.options,
            accept: subscription.accept, isUsersOwn: subscription.isUsersOwn)
        let answer = await follow(exchange)
        queue.finish(host: host)
        let moment = Moment(now: now(), chance: chance())
        switch answer {
        case .whole(let whole): tell(job, .fetched(FetchedFeed(subscription, whole, moment)))
        case .notModified(let headers):
            tell(job, .unchanged(subscription.schedule.afterNotModified(headers: headers, moment: moment)))
        case .failed(let failure):
            let host = note(failure)
            tell(
                job, .failed(failure, subscription.schedule.afterFailure(failure, moment: moment)), host: host
            )
        }
        pump()
    }

    /// One exchange over all its hops, within the time for the whole.
    private nonisolated func follow(_ first: Exchange) async -> Answer {
        if let refusal = first.refusal { return .failed(refusal) }
        var exchange = first
        let end = ContinuousClock.now + .seconds(Limits.exchangeSeconds)
        while true {
            let left = (end - ContinuousClock.now) / .seconds(1)
            let request = exchange.request(seconds: max(0.001, left))
            if let rest = await rest(of: request.address.host) {
                let pause = FetchFailure.Kind.status(rest.status, retryAfter: rest.seconds)
                return .failed(FetchFailure(pause, at: request.address))
            }
            switch await transport.fetch(request) {
            case .failure(let failure): return .failed(failure)
            case .success(let response):
                if case .done(let answer) = exchange.receive(response, at: now()) { return answer }
            }
        }
    }

    private func rest(of host: String) -> (seconds: Int64, status: Int)? {
        let present = now()
        return hosts[host]?.rest(at: present).map { ($0.until - present, $0.status) }
    }

    /// Remembers a host that asked for rest.
    private func note(_ failure: FetchFailure) -> HostChange? {
        guard case .status(let status, let pause) = failure.kind else { return nil }
        let name = failure.address.host
        let before = hosts[name] ?? HostSchedule()
        let after = before.after(status: status, retryAfter: pause, at: now())
        guard after != before else { return nil }
        hosts[name] = after
        return HostChange(name: name, schedule: after)
    }
}

/// Ends a refresh once: when its reader is cancelled, or when its stream is let go.
private final class Lease: Sendable {
    private let onEnd: @Sendable () -> Void

    init(_ onEnd: @escaping @Sendable () -> Void) { self.onEnd = onEnd }

    func end() { onEnd() }

    deinit { onEnd() }
}
