import Archive
import Feeds
import Fetching
import News

/// One refresh: takes what came of each feed, keeps it, and counts.
///
/// An actor only for its counts and the order of its events; reading and keeping are done beside it, two or three feeds
/// at a time.
actor RefreshRun {
    private let archive: Archive
    private let sources: [SourceID: KeptSource]
    private let now: @Sendable () -> Timestamp
    private let tell: @Sendable (RefreshEvent) -> Void
    private(set) var report = RefreshReport()

    /// Raised when the same bytes are to be read anew, as they would give better articles.
    private static let readerVersion = 1

    init(
        archive: Archive, sources: [KeptSource], now: @escaping @Sendable () -> Timestamp,
        tell: @escaping @Sendable (RefreshEvent) -> Void
    ) {
        self.archive = archive
        self.sources = Dictionary(sources.map { ($0.source.id, $0) }) { first, _ in first }
        self.now = now
        self.tell = tell
        report.progress.total = sources.count
    }

    /// Keeps what came of a feed, and tells of it.
    ///
    /// - Throws: `ArchiveError`, or `CancellationError`.
    nonisolated func take(_ event: FetchEvent) async throws {
        guard var source = sources[event.source] else { return }
        if let host = event.host {
            try await archive.keep(host: host.name, schedule: try Kept.encoded(host.schedule))
        }
        let outcome = try await outcome(of: event.outcome, &source)
        await note(source, outcome)
    }

    /// A source that is not even asked: its password cannot be had.
    nonisolated func refuse(_ source: KeptSource, because trouble: Line) async throws {
        let record = try self.record(source, source.schedule, status: .noPassword, trouble: trouble)
        try await archive.keep(record, of: source.source.id)
        await note(source, .failed(trouble))
    }

    private nonisolated func outcome(
        of outcome: FetchOutcome, _ source: inout KeptSource
    ) async throws -> RefreshEvent.Outcome {
        switch outcome {
        case .waiting(let end, let reason): return .waiting(SourceWait(until: end, reason: reason))
        case .stopped: return .stopped
        case .unchanged(let schedule):
            try await archive.keep(try record(source, schedule, status: .well), of: source.source.id)
            return .unchanged
        case .failed(let failure, let schedule): return try await fail(source, failure, schedule)
        case .fetched(let fetched): return try await read(fetched, &source)
        }
    }

    private nonisolated func fail(
        _ source: KeptSource, _ failure: FetchFailure, _ schedule: FeedSchedule
    ) async throws -> RefreshEvent.Outcome {
        if failure.kind == .cancelled { throw CancellationError() }
        let trouble = Line(failure.description)
        let record = try record(source, schedule, status: SourceStatus(failure), trouble: trouble)
        try await archive.keep(record, of: source.source.id)
        return .failed(trouble)
    }

    // MARK: Reading

    /// Reads a body, and keeps its articles.
    private nonisolated func read(
        _ fetched: FetchedFeed, _ source: inout KeptSource
    ) async throws -> RefreshEvent.Outcome {
        let digest = RefreshRun.digest(of: fetched)
        let known = try await archive.content(of: source.source.id)
        if let known, known.digest == digest {
            let schedule = fetched.schedule(
                after: Fetching.Reading(hasNews: false, hints: source.schedule.hints))
            try await archive.keep(
                try record(source, schedule, status: .well), of: source.source.id,
                news: FeedNews(adopted: fetched.adopted))
            return .unchanged
        }
        let parsed: ParsedFeed
        do {
            parsed = try FeedReader.read(
                fetched.body, base: fetched.address, contentType: fetched.contentType)
        } catch {
            let (failure, schedule) = fetched.schedule(afterRefusing: error.description)
            return try await fail(source, failure, schedule)
        }
        let result = try await keep(parsed, of: fetched, digest: digest, known: known, source)
        let isUnnamed = source.source.title == source.source.address.map(Library.provisionalTitle)
        if isUnnamed, let title = parsed.feed.title { source.source.title = title }
        return .read(added: result.added, updated: result.updated)
    }

    /// Keeps a feed that was read.
    nonisolated func keep(
        _ parsed: ParsedFeed, of fetched: FetchedFeed, digest: Int64? = nil, known: FeedContent? = nil,
        _ source: KeptSource
    ) async throws -> StoringResult {
        let articles = parsed.articles
        let items = articles.map(RefreshRun.digest)
        let knownItems = Set(known?.items ?? [])
        let candidates = zip(articles, items).filter { !knownItems.contains($0.1) }.map(\.0)
        // Feeds begin with the newest: where nothing has a date, what is kept last stands first in lists.
        let news = FeedNews(
            content: FeedContent(digest: digest ?? RefreshRun.digest(of: fetched), items: items),
            title: parsed.feed.title, provisionalTitle: source.source.address.map(Library.provisionalTitle),
            link: parsed.feed.link, adopted: fetched.adopted)
        let older = parsed.olderEntries ?? fetched.links.first("prev-archive")
        let hints = parsed.hints
        return try await archive.store(candidates.reversed(), of: source.source.id, arrived: now()) {
            result in
            let hasNews = result.added + result.updated > 0
            let schedule = fetched.schedule(after: Fetching.Reading(hasNews: hasNews, hints: hints))
            var record = try self.record(source, schedule, status: .well)
            record.older = older
            return (record, news)
        }
    }

    private nonisolated func record(
        _ source: KeptSource, _ schedule: FeedSchedule, status: SourceStatus, trouble: Line? = nil
    ) throws -> FeedRecord {
        let present = now()
        let wasFailing = source.status.isFailing
        let since = wasFailing == status.isFailing && source.feed != nil ? source.feed?.since : present
        return FeedRecord(
            schedule: try Kept.encoded(schedule), status: status.rawValue, since: since ?? present,
            lastAsked: schedule.lastAsked, lastSuccess: status == .well ? present : source.feed?.lastSuccess,
            trouble: trouble, older: source.feed?.older)
    }

    private static func digest(of fetched: FetchedFeed) -> Int64 {
        var digest = Fingerprint()
        digest.add(part: "\(readerVersion) \(fetched.address) \(fetched.contentType ?? "")")
        digest.add(fetched.body)
        return digest.value
    }

    private static func digest(of article: Article) -> Int64 {
        var digest = Fingerprint()
        func add(_ text: String?) { digest.add(part: text ?? "") }
        add(article.identity)
        add(article.address?.text)
        add(article.headline.text)
        add(article.dek?.text)
        for author in article.authors {
            add(author.name.text)
            add(author.biography?.text)
        }
        add(article.published?.seconds.description)
        add(article.updated?.seconds.description)
        for category in article.categories { add(category.text) }
        add(article.language?.text)
        add(article.leadImage?.text)
        for enclosure in article.enclosures { add(enclosure.address.text) }
        add(article.html)
        return digest.value
    }

    // MARK: Counting

    private func note(_ source: KeptSource, _ outcome: RefreshEvent.Outcome) {
        switch outcome {
        case .read(let added, let updated):
            report.added += added
            report.updated += updated
            report.progress.done += 1
        case .unchanged: report.progress.done += 1
        case .waiting:
            report.waiting += 1
            report.progress.total -= 1
        case .stopped:
            report.stopped += 1
            report.progress.total -= 1
        case .failed:
            report.progress.failing += 1
            report.progress.done += 1
        }
        guard let address = source.source.address else { return }
        tell(
            RefreshEvent(
                source: source.source.id, title: source.source.title, address: address, outcome: outcome,
                progress: report.progress))
    }
}
