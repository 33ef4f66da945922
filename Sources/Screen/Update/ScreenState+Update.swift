import Canvas
import Library
import News

extension ScreenState {
    /// Takes an event in and answers with what has to be done about it.
    public mutating func update(_ event: ScreenEvent) -> [ScreenEffect] {
        var effects = handle(event)
        settle()
        if effects.contains(.quit) { reader.leave() }
        // First, so that they are kept before the end.
        effects = reader.takeLeftPlaces().map { .keepPlace($0, letters: $1) } + effects
        if let request = list.nextRequest() { effects.append(.load(request)) }
        if let excerpts = missingExcerpts() { effects.append(excerpts) }
        if let pictures = missingPictures() { effects.append(pictures) }
        effects += dailyCounts(with: effects)
        return effects
    }

    private mutating func handle(_ event: ScreenEvent) -> [ScreenEffect] {
        switch event {
        case .input(.key(let key)): return press(key)
        case .input(.mouse(let mouse)): return handle(mouse)
        case .input(.resize(let size)):
            self.size = size
            linkHints = nil
            if layout.shape != .tooSmall, !layout.shows(focus) {
                focus = layout.shows(.list) ? .list : .reader
            }
            return preview()
        case .input(.paste(let text)): return paste(text)
        case .rested:
            if isFollowing { return catchUp() }
            if !keys.prefix.isEmpty, !showsContinuations {
                showsContinuations = true
                return []
            }
            return shownUnread.map { mark([$0.id], .read(true)) } ?? []
        case .settings(let settings, let notice):
            use(settings)
            if let notice { self.notice = notice }
            return []
        case .clock(let now):
            self.now = now
            return []
        case .rows(let request, let rows): return receive(request, rows)
        case .counted(let scope, let all, let unread):
            guard scope == list.scope else { return [] }
            list.count(all: all, unread: unread)
            return []
        case .opened(let id, let reading): return receive(id, reading)
        case .related(let id, let news):
            related.receive(id, news)
            return []
        case .marked(let ids, let change, let copies): return receive(marks: ids, change, copies: copies)
        case .toldOfStories(let change, let isNew): return receive(change, isNew: isNew)
        case .peeked(let id, let reading): return receive(peeked: id, reading)
        case .explained(let reasons): return show(reasons)
        case .markedAll(let change, let count): return receive(markedAll: change, count: count)
        case .reversed(let change, let count, let isRedo):
            return receive(reversal: change, count: count, isRedo: isRedo)
        case .stories(let stories): return show(stories)
        case .ruleSuggestions(let suggestions): return receive(suggestions)
        case .rules(let rules): return show(rules)
        case .rulesChanged(let change, let count): return receive(change, count: count)
        case .tags(let tags):
            receive(tags: tags)
            return []
        case .excerpts(let excerpts, let query):
            receive(excerpts: excerpts, of: query)
            return []
        case .misread(let request, let column, let reason):
            receive(misread: request, column: column, reason: reason)
            return []
        case .compared(let id, let first):
            receive(id, first: first)
            return []
        case .followed(let address, let listing): return receive(followed: address, listing)
        case .picture(let address, let answer):
            pictures.receive(address, answer)
            return []
        case .countedDays(let scope, let counts):
            if scope == list.scope { daily = DailyCounts(scope: scope, counts: counts) }
            return []
        case .said(let line):
            notice = line
            return []
        case .sources(let received):
            sources.receive(received, today: startOfToday)
            return [.countViews(sources.countedViews)]
        case .viewsCounted(let counts):
            sources.receive(counts)
            return []
        case .indexed:
            uncompared = 0
            // Articles have found their stories: rows can be folded, and what is followed may have news.
            return [.reload(list.allIDs), .loadSources]
                + (reader.reading.map { [.relate($0.listing.id)] } ?? [])
        case .completed(let id, let reading):
            guard reader.wanted == id else { return [] }
            guard reader.scroll == 0 else {
                notice = Line("The full text has come; \(key(.otherText)) shows it")
                return []
            }
            return receive(id, reading)
        case .uncompared(let count):
            uncompared = count
            return []
        case .libraryChanged:
            list.expectArrivals()
            return [.reload(list.allIDs), .count(list.scope), .loadSources]
                + (reader.reading.map { [.relate($0.listing.id)] } ?? [])
        case .reloaded(let listings):
            list.reload(listings)
            reader.reload(listings)
            related.reload(listings)
            return []
        case .refreshing(let event): return receive(event)
        case .refreshed(let report): return receive(report)
        case .health(let reports):
            fetching.failing = reports.count
            health?.reports = reports
            return []
        case .failed(let reason):
            notice = reason
            wishes = MarkWishes()
            list.giveUp()
            reader.giveUp()
            return []
        }
    }

    // MARK: Answers

    private mutating func receive(_ request: ListRequest, _ rows: [Listing]) -> [ScreenEffect] {
        let wasSeeking = list.isSeeking
        let isFirstWindow = request.place == nil
        guard list.receive(request, rows) else { return [] }
        var effects: [ScreenEffect] = []
        // While a search is typed only what is found is counted.
        if isFirstWindow, search != nil { effects.append(.count(list.scope)) }
        if wasSeeking, !list.isSeeking, list.selection?.isRead ?? true {
            notice = "No more unread articles here"
        }
        // With nothing unread the list would open empty; what is there is more use.
        defer { hasShownRows = true }
        if list.scope == .unread, list.rows.isEmpty, !hasShownRows { return show(.all) }
        // While something is typed, rows come with each letter.
        return effects + (prompt == nil || list.isEmpty ? preview() : follow())
    }

    private mutating func receive(_ id: ArticleID, _ reading: Reading?) -> [ScreenEffect] {
        guard reader.receive(id, reading) else { return [] }
        guard let reading else {
            notice = "This article is not in the library any more"
            return []
        }
        pictures.turnPage()
        history.name(id, reading.listing.headline)
        if reading.fullText != nil, notice == ScreenState.fetchingText {
            notice = Line("The full text; \(key(.otherText)) goes back to the feed's")
        }
        related.want(id)
        return [.relate(id)]
    }

    // MARK: Shared moves

    /// Shows the selected article in the reader, where the reader stands beside the list and follows it.
    mutating func preview() -> [ScreenEffect] {
        guard layout.shows(.reader) || focus == .reader, !reader.isDetached || reader.wanted == nil else {
            return []
        }
        guard let id = list.selection?.id else {
            if list.isEmpty {
                reader.clear()
                related.want(nil)
            }
            return []
        }
        guard id != reader.wanted else { return [] }
        reader.want(id, isDetached: false)
        return [.open(id)]
    }

    /// Opens another list.
    mutating func show(_ scope: ListScope) -> [ScreenEffect] {
        search = nil
        isFollowing = false
        reader.clear()
        related.want(nil)
        isReadingAlone = false
        drawer = nil
        focus = .list
        return [.load(list.open(scope)), .count(scope)]
    }

    /// Opens an article to be read: it has the reader, is marked read, and is remembered in the history.
    mutating func open(_ listing: Listing, isDetached: Bool) -> [ScreenEffect] {
        if let current = reader.wanted { history.visit(current) }
        history.visit(listing.id)
        history.name(listing.id, listing.headline)
        isFollowing = false
        // The mark first: what is read afterwards already has it.
        var effects = markRead(listing)
        if reader.wanted != listing.id {
            reader.want(listing.id, isDetached: isDetached)
            effects.append(.open(listing.id))
        }
        effects.append(.completeText(listing.id))
        reader.isOpened = true
        closeDrawer()
        focus = .reader
        return effects
    }

    mutating func closeDrawer() {
        if focus == drawer { focus = .list }
        drawer = nil
    }

    /// Midnight before now, by the local clock.
    var startOfToday: Timestamp {
        let local = surroundings.localTime(now)
        return now.advanced(by: -Int64(local.hour * 3600 + local.minute * 60 + local.second))
    }

    /// Brings scrolling and setting in line with what the screen can show.
    private mutating func settle() {
        if layout.shows(.list) { list.settle(height: max(1, rows(of: .list))) }
        if layout.shows(.sources) { sources.settle(height: max(1, height(of: .sources))) }
        if layout.shows(.reader) {
            let state = self
            reader.settle(
                width: textWidth, height: height(of: .reader), glyphs: glyphs, pictures: pictureSetting,
                fullTextKey: key(.otherText)
            ) { state.dates($0) }
        }
        if peek != nil { settlePeek() }
        if layout.shows(.related) {
            let times = times
            let now = now
            related.isFollowed = reader.reading?.listing.story.map(sources.isFollowed) ?? false
            related.settle(
                width: width(of: .related), height: height(of: .related), glyphs: glyphs, now: now
            ) { times.dated($0, now: now) }
        }
    }
}
