import Archive
import Fetching
import News

/// What a library fetches with; nothing of it is made before something is fetched.
struct FetchingTools {
    var transport: (any Transport)?
    var fetcher: Fetcher?
    var executor: (any TaskExecutor)?
    var isRefreshing = false
    /// Articles whose pages are being fetched.
    var pages: Set<ArticleID> = []
    var pictures = PictureTools()
}

extension Library {
    /// Feeds that are read and kept side by side; more would only hold more bodies.
    private static let readersAtOnce = 3

    /// Replaces the way to the network; for tests.
    public func use(_ transport: any Transport) { fetching.transport = transport }

    /// Chooses what requests run on, before the first of them; the global pool otherwise.
    public func fetch(on executor: any TaskExecutor) { fetching.executor = executor }

    /// Asks sources for news, politely, and keeps what comes; each is told of as soon as its articles can be seen.
    ///
    /// Sources that are set so get the full texts of what is new. The indexes are for `index` to fill. While a refresh is
    /// at work a second one does nothing. It ends when its task is cancelled; what was kept by then stays.
    ///
    /// - Parameters:
    ///   - choice: Which sources.
    ///   - tell: Told of each source in turn; called from any thread, one call at a time.
    /// - Returns: What came of it.
    /// - Throws: `ArchiveError`, or `CancellationError`.
    @discardableResult
    public func refresh(
        _ choice: RefreshChoice = .due, tell: @escaping @Sendable (RefreshEvent) -> Void = { _ in }
    ) async throws -> RefreshReport {
        guard !fetching.isRefreshing else { return RefreshReport() }
        fetching.isRefreshing = true
        defer { fetching.isRefreshing = false }
        try await archive.verify()
        var sources = try await archive.keptSources(isSubscribed: true)
        if case .sources(let wanted) = choice {
            let wanted = Set(wanted)
            sources.removeAll { !wanted.contains($0.source.id) }
        }
        let fetcher = try await fetcher()
        let run = RefreshRun(archive: archive, sources: sources, now: now, tell: tell)
        let subscriptions = try await subscriptions(sources, isForced: choice != .due, fetcher, run)
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            for await event in await fetcher.refresh(subscriptions, isForced: choice != .due) {
                if running == Library.readersAtOnce {
                    try await group.next()
                    running -= 1
                }
                group.addTask { try await run.take(event) }
                running += 1
            }
            try await group.waitForAll()
        }
        try Task.checkCancellation()
        try await fetchNewFullTexts(of: sources)
        return await run.report
    }

    /// The one fetcher, made when first needed.
    func fetcher() async throws -> Fetcher {
        if let fetcher = fetching.fetcher { return fetcher }
        let hosts = try await archive.hosts().compactMapValues { schedule in
            // What cannot be read any more is as good as nothing known.
            try? Kept.decoded(HostSchedule.self, from: schedule)
        }
        if let fetcher = fetching.fetcher { return fetcher }
        let transport = fetching.transport ?? CurlTransport(userAgent: Product.userAgent)
        let fetcher = Fetcher(transport: transport, hosts: hosts, executor: fetching.executor, now: now)
        fetching.fetcher = fetcher
        return fetcher
    }

    private func subscriptions(
        _ sources: [KeptSource], isForced: Bool, _ fetcher: Fetcher, _ run: RefreshRun
    ) async throws -> [Fetching.Subscription] {
        let hosts = await fetcher.hosts
        var subscriptions: [Fetching.Subscription] = []
        for source in sources {
            guard let address = source.source.address else { continue }
            let schedule = source.schedule
            var credentials: Credentials?
            let host = (name: address.host, schedule: hosts[address.host] ?? HostSchedule())
            // A password is asked for only if it is needed now.
            if source.settings.wantsCredentials,
                PollingPolicy.decide(feed: schedule, host: host, now: now(), isForced: isForced) == .ask
            {
                do {
                    credentials = try await SourceSecrets.credentials(source.settings)
                } catch {
                    try await run.refuse(source, because: Line("\(address): \(error)"))
                    continue
                }
            }
            subscriptions.append(
                Fetching.Subscription(
                    source: source.source.id, address: address, credentials: credentials,
                    options: source.settings.requestOptions, schedule: schedule))
        }
        return subscriptions
    }
}
