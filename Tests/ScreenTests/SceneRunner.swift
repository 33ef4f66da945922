import Canvas
import Library
import News

@testable import Screen

/// Plays keys into a screen whose effects a newsstand answers at once.
struct SceneRunner {
    var state: ScreenState
    var newsstand: SceneNewsstand
    /// Effects that are not the library's, in order: quit, copy, redraw, suspend.
    private(set) var others: [ScreenEffect] = []
    /// Articles whose full text was asked for when they were opened.
    var completed: [ArticleID] = []
    /// Pictures that were asked for.
    private(set) var askedPictures: [WebAddress] = []
    /// Marks that were asked for.
    private(set) var marks: [(ids: [ArticleID], change: MarkChange)] = []

    init(
        size: Size, newsstand: SceneNewsstand = SceneNewsstand(), ascii: Bool = false, theme: Theme = .dark,
        colors: Int? = nil
    ) {
        var settings = ScreenSettings()
        settings.theme = theme
        settings.isASCII = ascii
        self.init(size: size, newsstand: newsstand, settings: settings)
        if let colors { state.use(colors: colors, isUTF8: true) }
    }

    init(size: Size, newsstand: SceneNewsstand = SceneNewsstand(), settings: ScreenSettings) {
        let surroundings = ScreenState.Surroundings(settings: settings) { $0.utc }
        state = ScreenState(size: size, now: SceneNewsstand.now, surroundings: surroundings)
        self.newsstand = newsstand
        answer(state.start())
    }

    mutating func press(_ keys: Key...) {
        for key in keys {
            send(.input(.key(key)))
            rest()
        }
    }

    /// The person pauses: the reader follows the selection.
    mutating func rest() { if state.isFollowing { send(.rested) } }

    mutating func send(_ event: ScreenEvent) { answer(state.update(event)) }

    /// Answers effects, and the effects of the answers.
    mutating func answer(_ effects: [ScreenEffect]) {
        var waiting = effects
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if let event = event(for: effect) {
                waiting += state.update(event)
            } else if case .completeText(let id) = effect {
                completed.append(id)
            } else if case .keepPlace(let id, let letters) = effect {
                newsstand.places[id] = letters
            } else if case .loadPictures = effect {
                continue
            } else {
                others.append(effect)
            }
        }
    }

    private mutating func event(for effect: ScreenEffect) -> ScreenEvent? {
        switch effect {
        case .load(let request):
            if case .query(let query) = request.scope, let column = newsstand.fault(in: query) {
                return .misread(request, column: column, reason: "there is no field of this name")
            }
            return .rows(request, rows(request))
        case .count(let scope):
            let rows = newsstand.listings(scope)
            return .counted(scope, all: rows.count, unread: rows.filter { !$0.isRead }.count)
        case .open(let id): return .opened(id, newsstand.reading(id))
        case .openText(let id, let choice): return .opened(id, newsstand.reading(id, choice))
        case .completeText: return nil
        case .fetchText(let id):
            newsstand.fetchText(of: id)
            return .opened(id, newsstand.reading(id, .full))
        case .relate(let id): return .related(id, newsstand.related(to: id))
        case .mark(let ids, let change):
            marks.append((ids, change))
            newsstand.mark(ids, change)
            return .marked(ids, change, copies: [])
        case .tell(let change, let id, let other):
            newsstand.tell(change, id, beside: other)
            return .toldOfStories(change, isNew: true)
        case .followStory(let story, let isFollowed):
            newsstand.follow(story, isFollowed)
            return .toldOfStories(.followed(isFollowed), isNew: true)
        case .peek(let id): return .peeked(id, newsstand.reading(id))
        case .explainStory:
            return .explained(
                newsstand.stories.first.map {
                    StoryReasons(
                        story: $0,
                        terms: [
                            StoryReasons.Term(text: "Vell", count: 3),
                            StoryReasons.Term(text: "category four", count: 2),
                        ])
                })
        case .markAll(let scope, let change):
            return .markedAll(change, count: newsstand.mark(newsstand.listings(scope).map(\.id), change))
        case .undo, .redo:
            let isRedo = effect == .redo
            let step = isRedo ? newsstand.redo() : newsstand.undo()
            return .reversed(step?.change, count: step?.count ?? 0, isRedo: isRedo)
        case .keepPlace: return nil
        case .suggestRules(let id): return .ruleSuggestions(newsstand.suggestions(for: id))
        case .changeRules(let change): return .rulesChanged(change, count: newsstand.change(change))
        case .loadRules: return .rules(newsstand.rules)
        case .loadStories: return .stories(newsstand.stories)
        case .loadTags(let id): return .tags(newsstand.tags(of: id))
        case .excerpt(let ids, let query):
            return .excerpts(newsstand.excerpts(of: ids, query), query: query)
        case .loadPictures(let addresses, _):
            askedPictures += addresses
            return nil
        case .countDays(let scope, let days, let today):
            let ages = newsstand.listings(scope).map { (today.seconds + 86_399 - $0.moment.seconds) / 86_400 }
            return .countedDays(scope, (0..<Int64(days)).reversed().map { age in ages.count { $0 == age } })
        case .compare(let id): return .compared(id, newsstand.firstVersion(of: id))
        case .follow(let address):
            return .followed(address, newsstand.listings.first { $0.address == address })
        case .loadSources: return .sources(newsstand.overview)
        case .countViews(let scopes):
            let counts = scopes.map { scope in
                (scope, newsstand.listings(scope).filter { !$0.isRead }.count)
            }
            return .viewsCounted(Dictionary(uniqueKeysWithValues: counts))
        case .reload(let ids): return .reloaded(newsstand.listings.filter { ids.contains($0.id) })
        case .keepTheme, .copy, .redraw, .suspend, .quit, .refresh, .cancelRefresh, .compareWaiting,
            .loadHealth, .browse, .pipe, .write, .change, .openSample:
            return nil
        }
    }

    private func rows(_ request: ListRequest) -> [Listing] {
        let rows = newsstand.listings(request.scope)
        switch request.order {
        case .newestFirst: break
        case .oldestFirst: return Array(rows.reversed().prefix(request.limit))
        // The invented archive takes a short headline for a good one.
        case .bestFirst:
            let best = rows.sorted { $0.headline.text.count < $1.headline.text.count }
            return Array(best.prefix(request.limit))
        }
        switch (request.direction, request.place) {
        case (.older, let place):
            return Array(rows.filter { row in place.map { $0 < row.position } ?? true }.prefix(request.limit))
        case (.newer, let place):
            return Array(rows.filter { row in place.map { row.position < $0 } ?? true }.suffix(request.limit))
        }
    }
}
