import Archive
import Feeds
import Fetching
import News
import Pages

/// What came of adding an address.
public enum Addition: Sendable, Hashable {
    /// A feed that is followed from now on, with its new articles; the address it was found at, and others that
    /// the page names.
    case followed(Source, added: Int, others: [WebAddress])
    /// A feed that was followed already.
    case known(Source)
    /// A page that was kept as an article.
    case kept(Line, of: Source)
    /// Nothing; a sentence with the reason.
    case failed(Line)
}

extension Library {
    /// Follows a feed, or the feed of a site, or keeps a page.
    ///
    /// A page that names feeds gives its first one; a site's front page that names none is looked for feeds at common
    /// places; any other page is kept as an article.
    ///
    /// - Parameters:
    ///   - text: The address as the user writes it; `user:password@` in it goes into a private file beside the library.
    ///   - folder: Where to put it; nil leaves it at the top.
    ///   - isPage: Whether to keep the page whatever feeds it names.
    /// - Returns: What was found.
    /// - Throws: `ArchiveError`, `SourceProblem`, or `CancellationError`.
    public func add(_ text: String, folder: String? = nil, isPage: Bool = false) async throws -> Addition {
        let address = try Library.address(text)
        let credentials = Credentials(inAddress: text)
        if !isPage, let known = try await followed(at: address) { return .known(known) }
        let asked = try await ask(address, credentials: credentials)
        switch asked {
        case .feed(let fetched, let parsed) where !isPage:
            return try await follow(fetched, parsed, at: address, credentials, folder: folder)
        case .feed(let fetched, _): return try await keepPage(fetched)
        case .page(let fetched, _) where isPage: return try await keepPage(fetched)
        case .page(let fetched, let feeds):
            let named = try await follow(
                firstOf: feeds, on: fetched, isGuess: false, credentials, folder: folder)
            if let named { return named }
            if fetched.address.isFrontPage {
                let places = CommonPlaces.candidates(on: fetched.address)
                let found = try await follow(
                    firstOf: places, on: fetched, isGuess: true, credentials, folder: folder)
                if let found { return found }
                return .failed(Line("\(address): this page names no feed, and none is at the usual places"))
            }
            return try await keepPage(fetched)
        case .failed(let reason): return .failed(reason)
        }
    }

    /// Follows an address without asking it: the next refresh does.
    ///
    /// - Throws: `ArchiveError`, or `SourceProblem` for what is no address.
    public func follow(unasked text: String, folder: String? = nil) async throws -> Source {
        let address = try Library.address(text)
        let source = try await archive.source(
            SourceIdentity(
                address: address, title: Library.provisionalTitle(address), folder: folder, isSubscribed: true
            ))
        try await keep(Credentials(inAddress: text), of: source)
        return try await shown(source)
    }

    /// Whether a text is written as an address is, rather than as a file's name.
    public static func isAddress(_ text: String) -> Bool {
        text.contains("://") || text.lowercased().hasPrefix("feed:")
    }

    /// The address that a person means by a text; nothing for a file's name.
    ///
    /// `example.org` is an address unless a file is called so.
    public static func addressMeant(by text: String) -> String? {
        if isAddress(text) { return text }
        guard let first = text.first, first.isLetter || first.isNumber, !LocalFile.exists(text) else {
            return nil
        }
        let address = "https://" + text
        guard let host = WebAddress(address)?.host, host.contains("."), !text.contains(" ") else {
            return nil
        }
        return address
    }

    private static func address(_ text: String) throws -> WebAddress {
        var text = text
        // `feed:https://…` and `feed://…`, as browsers once handed feeds over.
        if text.lowercased().hasPrefix("feed:") {
            let rest = text.dropFirst(5)
            text = rest.hasPrefix("//") ? "http:" + rest : String(rest)
        }
        guard let address = WebAddress(text) else {
            throw SourceProblem("“\(Line(text))” is no web address; it begins with https:// or http://")
        }
        return address
    }

    // MARK: Asking

    /// What stands at an address.
    enum Asked {
        case feed(FetchedFeed, ParsedFeed)
        case page(FetchedFeed, feeds: [WebAddress])
        case failed(Line)
    }

    /// Asks for one address, whatever it turns out to be.
    func ask(
        _ address: WebAddress, credentials: Credentials? = nil, options: RequestOptions = RequestOptions(),
        isUsersOwn: Bool = true
    ) async throws -> Asked {
        let subscription = Fetching.Subscription(
            source: SourceID(0), address: address, credentials: credentials, options: options,
            isUsersOwn: isUsersOwn)
        switch try await answer(to: subscription) {
        case .success(let fetched): return await Library.read(fetched)
        case .failure(let failure): return .failed(failure.reason)
        }
    }

    /// Why an address gave nothing.
    struct NoAnswer: Error {
        /// The sentence.
        let reason: Line
        /// Whether nobody was asked: its host wants to be left alone for a while.
        var isPause = false
    }

    /// What a server sends for one address; its host's rules are kept as for feeds.
    func answer(to subscription: Fetching.Subscription) async throws -> Result<FetchedFeed, NoAnswer> {
        let address = subscription.address
        for await event in try await fetcher().refresh([subscription], isForced: true) {
            if let host = event.host {
                try await archive.keep(host: host.name, schedule: try Kept.encoded(host.schedule))
            }
            switch event.outcome {
            case .fetched(let fetched): return .success(fetched)
            case .failed(let failure, _) where failure.kind == .cancelled: throw CancellationError()
            case .failed(let failure, _): return .failure(NoAnswer(reason: Line(failure.description)))
            case .waiting(let end, let reason):
                let present = now()
                let sentence = "\(address): \(reason.sentence(until: end, now: present, offset: 0)) UTC"
                return .failure(NoAnswer(reason: Line(sentence), isPause: true))
            case .stopped, .unchanged: return .failure(NoAnswer(reason: Line("\(address): no answer")))
            }
        }
        throw CancellationError()
    }

    /// Off the actor.
    private nonisolated static func read(_ fetched: FetchedFeed) async -> Asked {
        do {
            let parsed = try FeedReader.read(
                fetched.body, base: fetched.address, contentType: fetched.contentType)
            return .feed(fetched, parsed)
        } catch .webPage(let feeds) {
            return .page(fetched, feeds: feeds)
        } catch {
            return .failed(Line("\(fetched.address): \(error.description)"))
        }
    }

    // MARK: Following

    /// The source that is followed at an address already.
    private func followed(at address: WebAddress) async throws -> Source? {
        let kept = try await archive.keptSources(isSubscribed: true)
        guard let known = kept.first(where: { $0.source.address == address }) else { return nil }
        return try await shown(known.source.id)
    }

    /// Follows the first of some addresses that is a feed.
    private func follow(
        firstOf feeds: [WebAddress], on page: FetchedFeed, isGuess: Bool, _ credentials: Credentials?,
        folder: String?
    ) async throws -> Addition? {
        // Feeds of comments come last; sites name them beside the one that is meant.
        let ordered = feeds.filter { !$0.isOfComments } + feeds.filter(\.isOfComments)
        for feed in ordered.prefix(CommonPlaces.longestSearch) {
            if let known = try await followed(at: feed) { return .known(known) }
            let isNear = feed.host == page.address.host
            let asked = try await ask(feed, credentials: isNear ? credentials : nil, isUsersOwn: isNear)
            guard case .feed(let fetched, let parsed) = asked else { continue }
            var result = try await follow(
                fetched, parsed, at: feed, isNear ? credentials : nil, folder: folder)
            if case .followed(let source, let added, _) = result, !isGuess {
                result = .followed(source, added: added, others: feeds.filter { $0 != feed })
            }
            return result
        }
        return nil
    }

    private func follow(
        _ fetched: FetchedFeed, _ parsed: ParsedFeed, at address: WebAddress, _ credentials: Credentials?,
        folder: String?
    ) async throws -> Addition {
        let place = fetched.adopted ?? address
        let id = try await archive.source(
            SourceIdentity(
                address: place, title: parsed.feed.title ?? Library.provisionalTitle(place),
                link: parsed.feed.link, folder: folder, isSubscribed: true))
        try await keep(credentials, of: id)
        let source = try await shown(id)
        let run = RefreshRun(archive: archive, sources: [], now: now) { _ in }
        let kept = KeptSource(source: source, isSubscribed: true)
        let result = try await run.keep(parsed, of: fetched, kept)
        return .followed(try await shown(id), added: result.added, others: [])
    }

    private func keep(_ credentials: Credentials?, of source: SourceID) async throws {
        guard let credentials else { return }
        let path = passwordFile(of: source)
        do {
            try SourceSecrets.write(credentials, to: path)
        } catch {
            throw SourceProblem("the password cannot be kept: \(error)")
        }
        try await archive.set(
            [SourceSetting.passwordFile.rawValue: path, SourceSetting.user.rawValue: nil], of: source)
    }

    private func shown(_ id: SourceID) async throws -> Source {
        guard let source = try await archive.sources().first(where: { $0.id == id }) else {
            throw SourceProblem("no source \(id) in this library", isUnknownSource: true)
        }
        return source
    }

    private func keepPage(_ fetched: FetchedFeed) async throws -> Addition {
        guard let page = await Library.page(fetched) else {
            return .failed(Line("\(fetched.address): neither a feed nor an article was found on this page"))
        }
        let title = page.siteName ?? Library.provisionalTitle(fetched.address)
        let source = try await archive.source(SourceIdentity(title: title))
        _ = try await archive.store([page.article], of: source, arrived: now())
        return .kept(page.article.headline, of: try await shown(source))
    }

    /// Off the actor.
    private nonisolated static func page(_ fetched: FetchedFeed) async -> SavedPage? {
        PageReader.read(fetched.body, address: fetched.address, contentType: fetched.contentType)
    }
}
