import Canvas
import Library
import News

extension ScreenState {
    /// Takes an event in and answers with what has to be done about it.
    public mutating func update(_ event: ScreenEvent) -> [ScreenEffect] {
        var effects = handle(event)
        settle()
        if let request = list.nextRequest() { effects.append(.load(request)) }
        return effects
    }

    private mutating func handle(_ event: ScreenEvent) -> [ScreenEffect] {
        switch event {
        case .input(.key(let key)): return press(key)
        case .input(.mouse(let mouse)): return handle(mouse)
        case .input(.resize(let size)):
            self.size = size
            if layout.shape != .tooSmall, !layout.shows(focus) {
                focus = layout.shows(.list) ? .list : .reader
            }
            return preview()
        case .input(.paste): return []
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
        case .marked(let ids, let change): return receive(marks: ids, change)
        case .sources(let received):
            sources.receive(received, today: startOfToday)
            return []
        case .indexed: return reader.reading.map { [.relate($0.listing.id)] } ?? []
        case .libraryChanged:
            list.expectArrivals()
            return [.reload(list.rows.map(\.id)), .count(list.scope), .loadSources]
        case .reloaded(let listings):
            list.reload(listings)
            reader.reload(listings)
            return []
        case .refreshing(let event): return receive(event)
        case .refreshed(let report): return receive(report)
        case .health(let reports):
            fetching.failing = reports.count
            health?.reports = reports
            return []
        case .failed(let reason):
            notice = reason
            list.giveUp()
            reader.giveUp()
            return []
        }
    }

    // MARK: Answers

    private mutating func receive(_ request: ListRequest, _ rows: [Listing]) -> [ScreenEffect] {
        let wasSeeking = list.isSeeking
        guard list.receive(request, rows) else { return [] }
        if wasSeeking, !list.isSeeking, list.selection?.isRead ?? true {
            notice = "No more unread articles here"
        }
        // With nothing unread the list would open empty; what is there is more use.
        defer { hasShownRows = true }
        if list.scope == .unread, list.rows.isEmpty, !hasShownRows { return show(.all) }
        return preview()
    }

    private mutating func receive(_ id: ArticleID, _ reading: Reading?) -> [ScreenEffect] {
        guard reader.receive(id, reading) else { return [] }
        guard reading != nil else {
            notice = "This article is not in the library any more"
            return []
        }
        related.want(id)
        return [.relate(id)]
    }

    private mutating func receive(marks ids: [ArticleID], _ change: MarkChange) -> [ScreenEffect] {
        let changed = Set(ids)
        list.apply(change, to: changed)
        reader.apply(change, to: changed)
        related.apply(change, to: changed)
        return ids.isEmpty ? [] : [.count(list.scope), .loadSources]
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
        // The mark first: what is read afterwards already has it.
        var effects: [ScreenEffect] = listing.isRead ? [] : [.mark([listing.id], .read(true))]
        if reader.wanted != listing.id {
            reader.want(listing.id, isDetached: isDetached)
            effects.append(.open(listing.id))
        }
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
        if layout.shows(.list) { list.settle(height: max(1, height(of: .list))) }
        if layout.shows(.sources) { sources.settle(height: max(1, height(of: .sources))) }
        if layout.shows(.reader) {
            let state = self
            reader.settle(width: textWidth, height: height(of: .reader), glyphs: glyphs) { state.dates($0) }
        }
        if layout.shows(.related) { related.settle(lines: relatedLines, height: height(of: .related)) }
    }
}
