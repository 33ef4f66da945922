import Archive
import Dispatch
import Glibc
import Library
import News
import Screen
import Terminal

/// What the screen's loop is told by tasks.
enum LoopMessage: Sendable {
    case event(ScreenEvent)
    /// The configuration file may have changed.
    case configurationChanged
    /// A program is to be given a text, on the terminal.
    case pipe(OtherProgram, input: String)
    /// The library cannot be opened: the screen has to end and say why.
    case failed(any Error)
    /// The screen is to go on in another library.
    case reopen(String)
}

/// Carries the screen's effects out, off the screen's thread; the answers go to the mailbox.
///
/// Of several wishes for an article only the newest counts: the ones before are cancelled.
final class EffectRunner {
    private let library: Task<Library, any Error>
    let mailbox: Mailbox<LoopMessage>
    private var opening: Task<Void, Never>?
    private var relating: Task<Void, Never>?
    private var marking: Task<Void, Never>?
    private var indexing: Task<Void, Never>?
    private var refreshing: Task<Void, Never>?
    private var searching: Task<Void, Never>?
    private var excerpting: Task<Void, Never>?
    private var excerptedQuery: String?
    var picturing: Task<Void, Never>?
    private var counting: Task<Void, Never>?
    private var viewCounting: Task<Void, Never>?

    init(mailbox: Mailbox<LoopMessage>, open: @escaping @Sendable () throws -> Library) {
        self.mailbox = mailbox
        library = Task(executorPreference: QuietExecutor.shared) { try open() }
        let opened = library
        Task(executorPreference: QuietExecutor.shared) {
            if case .failure(let error) = await opened.result { mailbox.post(.failed(error)) }
        }
    }

    /// Starts an effect that concerns the library; the others are the loop's own.
    func run(_ effect: ScreenEffect) {
        switch effect {
        case .load(let request): load(request)
        case .reload(let ids): answer { .reloaded(try await $0.listings(of: ids)) }
        case .count(let scope):
            counting?.cancel()
            counting = answer { library in
                let counts = try await library.counts(scope)
                return .counted(scope, all: counts.all, unread: counts.unread)
            }
        case .loadSources: answer { .sources(try await $0.overview()) }
        case .countViews(let scopes):
            viewCounting?.cancel()
            viewCounting = answer { .viewsCounted(try await $0.unreadCounts(of: scopes)) }
        case .change(let change): self.change(change)
        case .openSample: openSample()
        case .suggestRules(let id): answer { .ruleSuggestions(try await $0.ruleSuggestions(for: id)) }
        case .loadRules: answer { .rules(try await $0.rules()) }
        case .peek(let id): answer { .peeked(id, try await $0.reading(id)) }
        case .explainStory(let id): answer { .explained(try await $0.reasons(for: id)) }
        case .open(let id):
            opening?.cancel()
            relating?.cancel()
            picturing?.cancel()
            let marking = marking
            opening = answer { library in
                // An article is read with the marks that were set on it just before.
                await marking?.value
                return .opened(id, try await library.reading(id))
            }
        case .openText(let id, let choice):
            opening?.cancel()
            opening = answer { .opened(id, try await $0.reading(id, choice)) }
        case .completeText(let id): completeText(id)
        case .fetchText(let id): fetchText(id)
        case .loadPictures(let addresses, let source): loadPictures(addresses, of: source)
        case .countDays(let scope, let days, let today): countDays(scope, days: days, today: today)
        case .relate(let id):
            relating?.cancel()
            relating = answer { .related(id, try await $0.related(to: id)) }
        case .mark, .markAll, .undo, .redo, .keepPlace, .changeRules, .tell, .followStory: change(effect)
        case .loadTags(let id):
            answer { library in
                guard let id else { return .tags(try await library.tags().map(\.tag)) }
                return .tags(try await library.tags(of: id))
            }
        case .loadStories: answer { .stories(try await $0.stories()) }
        case .excerpt(let ids, let query):
            // Scrolling asks for more of the same query, which is no reason to drop what was asked before.
            if query != excerptedQuery { excerpting?.cancel() }
            excerptedQuery = query
            excerpting = answer { library in
                .excerpts(try await library.excerpts(of: ids, for: query), query: query)
            }
        case .compare(let id): answer { .compared(id, try await $0.firstVersion(of: id)) }
        case .follow(let address): follow(address)
        case .pipe(let id, let words): pipe(id, to: OtherProgram(words: words))
        case .write(let id, let path):
            answer { library in
                try await library.write(id, to: path)
                return .said(Line("Written to \(path)"))
            }
        case .refresh(let choice): refresh(choice)
        case .cancelRefresh: refreshing?.cancel()
        case .compareWaiting: compareWaiting()
        case .loadHealth: answer { .health(try await $0.health()) }
        case .keepTheme, .copy, .browse, .redraw, .suspend, .quit: break
        }
    }

    /// Changes of marks are carried out one after the other, in the order of the keys.
    private func change(_ effect: ScreenEffect) {
        let before = marking
        marking = Task(executorPreference: QuietExecutor.shared) { [library, mailbox] in
            await before?.value
            await EffectRunner.post(to: mailbox) {
                let library = try await library.value
                switch effect {
                case .mark(let ids, let change):
                    // All that was asked for has the mark now, whether it changed or had it before.
                    let changed = try await library.mark(ids, change)
                    return .marked(ids, change, copies: changed.filter { !ids.contains($0) })
                case .markAll(let scope, let change):
                    return .markedAll(change, count: try await library.mark(scope, change))
                case .undo:
                    let undone = try await library.undo()
                    return .reversed(undone?.change, count: undone?.count ?? 0, isRedo: false)
                case .redo:
                    let redone = try await library.redo()
                    return .reversed(redone?.change, count: redone?.count ?? 0, isRedo: true)
                case .keepPlace(let id, let letters):
                    // A library that cannot be written is read all the same.
                    try? await library.keep(place: letters, of: id)
                    return nil
                case .changeRules(.added(let rule)):
                    return .rulesChanged(.added(rule), count: try await library.add(rule))
                case .changeRules(.removed(let rule)):
                    return .rulesChanged(.removed(rule), count: try await library.remove(rule) ? 0 : nil)
                case .tell, .followStory: return try await EffectRunner.tell(effect, to: library)
                default: return nil
                }
            }
        }
    }

    /// What a person says of stories.
    private static func tell(_ effect: ScreenEffect, to library: Library) async throws -> ScreenEvent? {
        switch effect {
        case .tell(.apart, let id, let other):
            return .toldOfStories(.apart, isNew: try await library.part(id, from: other))
        case .tell(.together, let id, let other):
            switch try await library.join(id, other) {
            case .joined: return .toldOfStories(.together, isNew: true)
            case .refused:
                return .said("You said that articles of these stories have nothing to do with each other")
            }
        case .followStory(let story, let isFollowed):
            guard try await library.follow(story, isFollowed) == true else { return nil }
            return .toldOfStories(.followed(isFollowed), isNew: true)
        default: return nil
        }
    }

    /// Rows of a list; of several beginnings of lists, as a search asks for while it is typed, only the newest counts.
    private func load(_ request: ListRequest) {
        if request.place == nil { searching?.cancel() }
        let task = answer { library in
            do {
                return .rows(request, try await library.rows(for: request))
            } catch ArchiveError.query(let error) {
                return .misread(request, column: error.column, reason: Line(error.reason))
            }
        }
        if request.place == nil { searching = task }
    }

    /// Fetches a page; the article shows with its text if it is still the one that is read.
    private func fetchText(_ id: ArticleID) {
        answer(on: .fetching) { library in
            await library.fetch(on: QuietExecutor.fetching)
            switch try await library.fetchFullText(of: id) {
            case .fetched: return .opened(id, try await library.reading(id, .full))
            case .failed(let reason): return .said(reason)
            }
        }
    }

    /// Fetches the page of an article whose feed gave only the beginning; that it cannot be had is no news to a reader.
    private func completeText(_ id: ArticleID) {
        answer(on: .fetching) { library in
            guard try await library.wantsFullText(id) else { return nil }
            await library.fetch(on: QuietExecutor.fetching)
            guard case .fetched = try await library.fetchFullText(of: id),
                let reading = try await library.reading(id, .full)
            else { return nil }
            return .completed(id, reading)
        }
    }

    /// Looks where a link leads.
    private func follow(_ address: WebAddress) {
        answer { library in
            var found = try await library.articles(named: address.text)
            if found.isEmpty { found = try await library.articles(named: address.withoutFragment.text) }
            return .followed(address, try await library.listings(of: Array(found.prefix(1))).first)
        }
    }

    /// Gets a program its text; the loop gives it the terminal.
    private func pipe(_ id: ArticleID, to program: OtherProgram) {
        answer { [mailbox] library in
            guard let text = try await library.writtenText(id, as: .text) else {
                return .said("This article is not in the library any more")
            }
            mailbox.post(.pipe(program, input: text))
            return nil
        }
    }

    /// Fetches; each source is told of when its articles can be seen, and indexing begins when all are there.
    private func refresh(_ choice: RefreshChoice) {
        let indexing = indexing
        refreshing = Task(executorPreference: QuietExecutor.fetching) { [library, mailbox] in
            guard case .success(let library) = await library.result else { return }
            do {
                await library.fetch(on: QuietExecutor.fetching)
                let report = try await library.refresh(choice) { mailbox.post(.event(.refreshing($0))) }
                mailbox.post(.event(.refreshed(report)))
                await indexing?.value
                guard !Task.isCancelled else { return }
                mailbox.post(.event(try await EffectRunner.indexArrivals(in: library)))
            } catch is CancellationError {
                mailbox.post(.event(.refreshed(nil)))
            } catch {
                mailbox.post(.event(.refreshed(nil)))
                mailbox.post(.event(.failed(Line("\(error)"))))
            }
        }
    }

    /// Puts what waits into the indexes, and tells the screen when it is done.
    func indexInBackground() {
        indexing = answer(on: .background) { library in
            guard try await library.countToIndex().related > 0 else { return nil }
            return try await EffectRunner.indexArrivals(in: library)
        }
    }

    /// In small transactions, so that a mark never waits for long; an archive, which takes a minute of one core and much
    /// memory to compare, only when it is asked for.
    static func indexArrivals(in library: Library) async throws -> ScreenEvent {
        let waiting = try await library.indexArrivals(comparing: comparedUnasked, atOnce: 200)
        return waiting > 0 ? .uncompared(waiting) : .indexed
    }

    /// Articles that are compared without being asked: some seconds of work.
    private static let comparedUnasked = 5_000

    /// Compares what waits, however much, because it was asked for.
    private func compareWaiting() {
        let before = indexing
        indexing = answer(on: .background) { library in
            await before?.value
            try await library.relate(atOnce: 200)
            return .indexed
        }
    }

    /// Tells the screen when another program changes the library: read marks set and articles fetched by a command.
    func watchInBackground() {
        let library = library
        let mailbox = mailbox
        Task(executorPreference: QuietExecutor.background) {
            guard case .success(let library) = await library.result, let watch = await library.watch() else {
                return
            }
            // A thread of its own, asleep until somebody writes.
            DispatchQueue(label: "tidings.watch").async {
                while watch.waitForWrite() {
                    Task(executorPreference: QuietExecutor.background) {
                        await EffectRunner.post(to: mailbox) {
                            try await library.hasChangedElsewhere() ? .libraryChanged : nil
                        }
                    }
                    // A refresh writes many times a second; one look is enough for all.
                    usleep(EffectRunner.watchPause)
                }
            }
        }
    }

    /// Microseconds between two looks at what others wrote.
    private static let watchPause: UInt32 = 300_000

    /// Waits for marks under way and closes the library.
    func finish() -> @Sendable () async -> Void {
        opening?.cancel()
        relating?.cancel()
        indexing?.cancel()
        refreshing?.cancel()
        for task in [searching, excerpting, counting, viewCounting, picturing] { task?.cancel() }
        return { [library, marking, indexing, refreshing] in
            await refreshing?.value
            await marking?.value
            await indexing?.value
            if case .success(let library) = await library.result { await library.close() }
        }
    }

    @discardableResult
    func answer(
        on executor: QuietExecutor = .shared,
        _ work: @escaping @Sendable (Library) async throws -> ScreenEvent?
    ) -> Task<Void, Never> {
        Task(executorPreference: executor) { [library, mailbox] in
            // That the library cannot be opened is told once, by `init`.
            guard case .success(let library) = await library.result else { return }
            await EffectRunner.post(to: mailbox) { try await work(library) }
        }
    }

    private static func post(to mailbox: Mailbox<LoopMessage>, _ work: () async throws -> ScreenEvent?) async
    {
        do {
            if let event = try await work(), !Task.isCancelled { mailbox.post(.event(event)) }
        } catch is CancellationError {
            // Nobody waits for it any more.
        } catch {
            mailbox.post(.event(.failed(Line("\(error)"))))
        }
    }
}

extension Library {
    /// The rows that a list asks for, from the top.
    fileprivate func rows(for request: ListRequest) async throws -> [Listing] {
        switch (request.order, request.scope) {
        case (.bestFirst, .query(let query)): return try await best(for: query, limit: request.limit)
        case (.oldestFirst, _):
            let direction: ListDirection = request.direction == .older ? .newer : .older
            return try await listings(request.scope, direction, from: request.place, limit: request.limit)
                .reversed()
        case (.newestFirst, _), (.bestFirst, _):
            return try await listings(
                request.scope, request.direction, from: request.place, limit: request.limit)
        }
    }
}
