import Archive
import Fetching
import News
import Pages

/// Which of an article's texts is read.
public enum TextChoice: Sendable, Hashable {
    /// The full text where one stands for the feed's, else the feed's.
    case best
    /// What the feed gave.
    case feed
    /// The full text wherever one is held.
    case full
}

/// What came of fetching an article's full text.
public enum FullTextOutcome: Sendable, Hashable {
    /// It is kept.
    case fetched(FullText)
    /// Nothing came; a sentence with the reason.
    case failed(Line)
}

/// What came of reading kept pages again.
public struct ExtractionReport: Sendable, Hashable {
    /// Articles whose pages were read.
    public var read = 0
    /// Of these, articles whose text is another now.
    public var changed = 0
    /// Articles in whose pages none was found; what was kept of them stays.
    public var failed = 0
}

extension Library {
    /// Articles whose pages are asked for side by side; the fetcher lets two of a host pass.
    private static let fullTextsAtOnce = 8
    /// New articles of one source whose full texts one refresh fetches.
    private static let fullTextsOfSource = 30
    /// What is older was not news when full texts were wished for.
    private static let newsSeconds: Int64 = 7 * 86_400

    /// The full text that is held of an article.
    ///
    /// - Throws: `ArchiveError`.
    public func fullText(of id: ArticleID) async throws -> FullText? {
        try await archive.article(id)?.page?.text
    }

    /// Whether an article's page is to be asked for when a reader opens it: its feed gave only a beginning, its source is
    /// not set to `never`, and its page was not asked for before.
    ///
    /// - Throws: `ArchiveError`.
    public func wantsFullText(_ id: ArticleID) async throws -> Bool {
        guard let kept = try await archive.article(id), kept.page == nil, kept.isExcerpt else { return false }
        return try await settings(of: kept.listing.source).fullText != .never
    }

    /// Fetches the page of an article, with the pages that it goes on to, and keeps its text beside the feed's.
    ///
    /// - Throws: `ArchiveError`, or `CancellationError`.
    @discardableResult
    public func fetchFullText(of id: ArticleID) async throws -> FullTextOutcome {
        guard let kept = try await archive.article(id) else {
            return .failed(Line("no article \(id) in this library"))
        }
        guard let address = kept.listing.address else {
            return .failed(Line("article \(id) has no address from which its full text could be fetched"))
        }
        guard fetching.pages.insert(id).inserted else {
            return .failed(Line("\(address): this page is being fetched already"))
        }
        defer { fetching.pages.remove(id) }
        let (pages, failure) = try await pages(from: address, of: kept.listing.source)
        if pages.originals.isEmpty, let failure {
            // A host that rests was not asked: the next time is the first.
            if !failure.isPause {
                try await archive.keep(KeptPage(fetched: now(), trouble: failure.reason), of: id)
            }
            return .failed(failure.reason)
        }
        let page = await Library.kept(pages, beside: kept, at: now(), isIncomplete: failure != nil)
        try await archive.keep(page, originals: pages.originals, of: id)
        guard let text = page.text else { return .failed(page.trouble ?? Line("\(address): no article")) }
        return .fetched(text)
    }

    /// Fetches the full texts of many articles, some side by side.
    ///
    /// - Parameters:
    ///   - ids: Which.
    ///   - tell: Told of each as it is done.
    /// - Throws: `ArchiveError`, or `CancellationError`; what was kept by then stays.
    public func fetchFullTexts(
        of ids: [ArticleID], tell: @escaping @Sendable (ArticleID, FullTextOutcome) -> Void = { _, _ in }
    ) async throws {
        try await withThrowingTaskGroup(of: (ArticleID, FullTextOutcome).self) { group in
            for (number, id) in ids.enumerated() {
                if number >= Library.fullTextsAtOnce, let (id, outcome) = try await group.next() {
                    tell(id, outcome)
                }
                group.addTask { (id, try await self.fetchFullText(of: id)) }
            }
            while let (id, outcome) = try await group.next() { tell(id, outcome) }
        }
    }

    /// Fetches the full texts of what is new, of the sources that are set so.
    func fetchNewFullTexts(of sources: [KeptSource]) async throws {
        var wanted: [ArticleID] = []
        let since = now().advanced(by: -Library.newsSeconds)
        for source in sources {
            guard let choice = source.settings.fullText, choice != .never else { continue }
            let news = try await archive.articlesWithoutPages(
                of: source.source.id, since: since, limit: Library.fullTextsOfSource)
            for id in news {
                guard choice == .excerpts else {
                    wanted.append(id)
                    continue
                }
                if try await archive.article(id)?.isExcerpt ?? false { wanted.append(id) }
            }
        }
        try await fetchFullTexts(of: wanted)
    }

    /// Reads the kept pages of articles again, as a better extractor may find more in them; nothing is fetched.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read; `CancellationError`.
    public func extractAgain(_ scope: ListScope) async throws -> ExtractionReport {
        try await extractAgain(try await archive.articlesWithOriginals(scope, now: now()))
    }

    /// Reads the kept pages of these articles again.
    ///
    /// - Throws: `ArchiveError`; `CancellationError`.
    public func extractAgain(_ ids: [ArticleID]) async throws -> ExtractionReport {
        var report = ExtractionReport()
        for id in ids {
            try Task.checkCancellation()
            let originals = try await archive.originals(of: id)
            guard !originals.isEmpty, let kept = try await archive.article(id) else { continue }
            report.read += 1
            let before = kept.page?.text
            let page = await Library.kept(
                originals, beside: kept, at: kept.page?.fetched ?? now(),
                isIncomplete: before?.notes.isIncomplete ?? false)
            if page.text == nil {
                report.failed += 1
            } else if page.text != before {
                report.changed += 1
            }
            guard page.text != nil, page.text != before || page.extractor != kept.page?.extractor else {
                continue
            }
            try await archive.keep(page, of: id)
        }
        return report
    }

    // MARK: Pages

    /// The pages of the article that begins at an address, and why there are not more.
    private func pages(
        from address: WebAddress, of source: SourceID
    ) async throws -> (ArticlePages, NoAnswer?) {
        var pages = ArticlePages()
        var visited: Set<WebAddress> = []
        var upcoming: WebAddress? = address
        while let place = upcoming, visited.insert(place.withoutFragment).inserted {
            try Task.checkCancellation()
            switch try await answer(to: try await request(for: place, of: source)) {
            case .failure(let failure): return (pages, failure)
            case .success(let fetched):
                if let refusal = Library.refusal(of: fetched) { return (pages, NoAnswer(reason: refusal)) }
                // A number past the last page often leads back to the first.
                let isNew =
                    fetched.address == place || visited.insert(fetched.address.withoutFragment).inserted
                guard isNew else { return (pages, nil) }
                let original = OriginalPage(
                    address: fetched.address, contentType: fetched.contentType, body: fetched.body)
                guard await pages.adding(original, askedAt: place) else { return (pages, nil) }
            }
            upcoming = pages.next
        }
        return (pages, nil)
    }

    /// The request for something that an article of a source names.
    func request(
        for address: WebAddress, of source: SourceID, accept: FetchRequest.Accept = .page
    ) async throws -> Fetching.Subscription {
        let feed = try await archive.keptSources().first { $0.source.id == source }
        // What belongs to the feed's own place goes to its own place only.
        let isNear = feed?.source.address?.origin == address.origin
        let settings = isNear ? feed?.settings ?? [:] : [:]
        // A page without its password may still show something.
        let credentials = try? await SourceSecrets.credentials(settings)
        return Fetching.Subscription(
            source: source, address: address, credentials: credentials, options: settings.requestOptions,
            isUsersOwn: feed?.source.address?.host == address.host, accept: accept)
    }

    /// Why an answer is no page; pictures and PDFs are named by their types.
    private static func refusal(of fetched: FetchedFeed) -> Line? {
        guard let type = fetched.contentType?.lowercased().prefix(while: { $0 != ";" }) else { return nil }
        let name = type.filter { $0 != " " }
        guard !name.isEmpty, !name.contains("html"), !name.contains("xml"), name != "text/plain",
            name != "application/octet-stream"
        else { return nil }
        return Line("\(fetched.address): this is \(name), no web page")
    }

    /// Off the actor: a large page takes a tenth of a second.
    private nonisolated static func kept(
        _ pages: ArticlePages, beside kept: KeptArticle, at moment: Timestamp, isIncomplete: Bool
    ) async -> KeptPage {
        pages.kept(beside: kept, at: moment, isIncomplete: isIncomplete)
    }

    private nonisolated static func kept(
        _ originals: [OriginalPage], beside kept: KeptArticle, at moment: Timestamp, isIncomplete: Bool
    ) async -> KeptPage {
        ArticlePages(originals).kept(beside: kept, at: moment, isIncomplete: isIncomplete)
    }

    private func settings(of source: SourceID) async throws -> [String: String] {
        try await archive.keptSources().first { $0.source.id == source }?.settings ?? [:]
    }
}

extension ArticlePages {
    /// Off the actor.
    fileprivate nonisolated mutating func adding(
        _ original: OriginalPage, askedAt address: WebAddress
    ) async -> Bool {
        add(original, askedAt: address)
    }
}

extension KeptArticle {
    /// Whether its feed gave only a beginning.
    var isExcerpt: Bool {
        let blocks = ArticleBody.blocks(html: article.html, base: article.address)
        return Excerpt.isExcerpt(article, text: ArticleBody.plainText(blocks))
    }

    /// The full text, if that is what is read.
    func text(_ choice: TextChoice) -> FullText? {
        switch choice {
        case .best: page?.stands ?? false ? page?.text : nil
        case .feed: nil
        case .full: page?.text
        }
    }

    /// The article as it is read: with a full text come the parts that only its page has.
    func read(_ choice: TextChoice) -> Article {
        guard let full = text(choice)?.article else { return article }
        var read = article
        read.html = full.html
        read.dek = full.dek ?? article.dek
        read.authors =
            article.authors.isEmpty
            ? full.authors
            : article.authors.map { author in
                full.authors.first { $0.name.text.lowercased() == author.name.text.lowercased() } ?? author
            }
        read.published = article.published ?? full.published
        read.updated = full.updated ?? article.updated
        read.sections = full.sections.isEmpty ? article.sections : full.sections
        read.categories = article.categories.isEmpty ? full.categories : article.categories
        read.language = article.language ?? full.language
        read.leadImage = full.leadImage ?? article.leadImage
        read.recentNews = full.recentNews.isEmpty ? article.recentNews : full.recentNews
        return read
    }
}
