import Canvas
import Library
import News

extension ScreenState {
    /// Moves the selection of the focused pane, or scrolls the reader.
    mutating func move(by step: Int) -> [ScreenEffect] {
        switch focus {
        case .sources: sources.move(by: step)
        case .reader: return scrollReader(by: step)
        case .related: related.move(by: step)
        case .list:
            list.move(by: step)
            return follow()
        }
        return []
    }

    mutating func goToEdge(isEnd: Bool) -> [ScreenEffect] {
        switch focus {
        case .sources: sources.select(isEnd ? .max : 0)
        case .related: related.select(isEnd ? .max : 0)
        case .reader: isEnd ? reader.scrollToEnd() : reader.scrollToTop()
        case .list:
            let request = isEnd ? list.goToEnd() : list.goToTop()
            return (request.map { [.load($0), .count(list.scope)] } ?? []) + follow()
        }
        return []
    }

    /// To a row of the list by its number, from 1; in other panes to that line.
    mutating func goTo(row number: Int) -> [ScreenEffect] {
        switch focus {
        case .list:
            list.go(toRow: number)
            return follow()
        case .sources: sources.select(number - 1)
        case .related: related.select(number - 1)
        case .reader:
            reader.scrollToTop()
            reader.scroll(by: number - 1)
        }
        return []
    }

    /// The selection moved by the person's hand: the reader follows it, once it rests.
    mutating func follow() -> [ScreenEffect] {
        isFollowing = layout.shows(.reader) && list.selection != nil
        return []
    }

    /// The reader follows the selection now.
    mutating func catchUp() -> [ScreenEffect] {
        guard isFollowing else { return [] }
        isFollowing = false
        guard layout.shows(.reader), let id = list.selection?.id, id != reader.wanted else { return [] }
        reader.want(id, isDetached: false)
        return [.open(id)]
    }

    /// The same list from its other end, which an index has at once, or with what fits the words of a search best first;
    /// other orders would need the whole list.
    mutating func sort() -> [ScreenEffect] {
        let order: ListOrder =
            switch list.order {
            case .newestFirst: .oldestFirst
            case .oldestFirst: hasWords(list.scope) ? .bestFirst : .newestFirst
            case .bestFirst: .newestFirst
            }
        let request = list.sort(order)
        reader.clear()
        related.want(nil)
        notice = Line(order.name)
        return [.load(request), .count(list.scope)]
    }

    /// Whether a list is what a query with words finds.
    private func hasWords(_ scope: ListScope) -> Bool {
        guard case .query(let query) = scope else { return false }
        return SnippetFinder(query: query, now: now) != nil
    }

    /// Shows the next source with unread articles.
    mutating func goToSource(_ step: Int) -> [ScreenEffect] {
        guard let scope = sources.withUnread(step, from: list.scope) else {
            notice = "No other source has unread articles"
            return []
        }
        return show(scope)
    }

    mutating func scrollReader(by lines: Int) -> [ScreenEffect] {
        reader.scroll(by: lines)
        return []
    }

    mutating func openSelection() -> [ScreenEffect] {
        switch focus {
        case .sources:
            guard let row = sources.selection else { return [] }
            guard let scope = row.scope else { return [.loadStories] }
            closeDrawer()
            return show(scope)
        case .list: return list.selection.map { open($0, isDetached: false) } ?? []
        case .reader: return layout.shape == .single ? focus(on: .related) : []
        case .related:
            guard let listing = related.selection?.listing else {
                notice =
                    related.selection == nil
                    ? "Nothing is related to this article" : "This page is not in the archive"
                return []
            }
            return open(listing, isDetached: true)
        }
    }

    mutating func back() -> [ScreenEffect] {
        if focus == .list, list.hasChoice {
            list.endChoice()
            return []
        }
        if isReadingAlone {
            isReadingAlone = false
            return []
        }
        if drawer != nil {
            let wasRelated = drawer == .related
            closeDrawer()
            if wasRelated, layout.shape == .stacked { focus = .reader }
            return []
        }
        switch focus {
        case .related: focus = .reader
        case .reader: focus = .list
        case .list where search != nil: return leaveSearch()
        case .list: return layout.shape == .single || layout.shape == .fourColumns ? focus(on: .sources) : []
        case .sources: focus = .list
        }
        return []
    }

    /// A page on in the reader; at its end the next unread article, opened.
    mutating func readOn() -> [ScreenEffect] {
        if focus == .sources { return openSelection() }
        guard layout.shows(.reader), let reading = reader.reading, reading.listing.id == reader.wanted else {
            return focus == .list ? openSelection() : []
        }
        let height = height(of: .reader)
        if !reader.isAtEnd(height: height) {
            reader.scroll(by: max(1, height - 1))
            return markRead(reading.listing)
        }
        var effects = markRead(reading.listing)
        guard list.selectNextUnread(), let next = list.selection else {
            if !list.isSeeking { notice = "No more unread articles here" }
            return effects
        }
        effects += open(next, isDetached: false)
        return effects
    }

    /// What stands on the last line while a page is on its way.
    static let fetchingText: Line = "Fetching the full text"

    /// The full text instead of the feed's, or the other way round; a full text that is not held is fetched.
    mutating func showOtherText() -> [ScreenEffect] {
        guard let reading = reader.reading else { return [] }
        let id = reading.listing.id
        if reading.fullText != nil {
            notice = Line("The feed's text; \(key(.otherText)) goes back to the full text")
            return [.openText(id, .feed)]
        }
        if reading.hasFullText {
            notice = Line("The full text; \(key(.otherText)) goes back to the feed's")
            return [.openText(id, .full)]
        }
        guard reading.listing.address != nil else {
            notice = "This article has no address from which its full text could be fetched"
            return []
        }
        notice = ScreenState.fetchingText
        return [.fetchText(id)]
    }

    /// The next or the previous unread article of the list; opened where one is being read.
    mutating func goToUnread(isNext: Bool) -> [ScreenEffect] {
        guard isNext ? list.selectNextUnread() : list.selectPreviousUnread(), let listing = list.selection
        else {
            if !(isNext && list.isSeeking) { notice = "No more unread articles here" }
            return []
        }
        if focus == .reader || focus == .related { return open(listing, isDetached: false) }
        focus = .list
        return follow()
    }

    // MARK: Panes

    mutating func focus(on pane: Pane) -> [ScreenEffect] {
        if pane != .reader { isReadingAlone = false }
        let isInColumns = Layout(size: size, focus: pane, drawer: nil, isReadingAlone: isReadingAlone).shows(
            pane)
        drawer = isInColumns ? nil : pane
        focus = pane
        return pane == .reader || pane == .related ? preview() : []
    }

    mutating func cycleFocus(by step: Int) -> [ScreenEffect] {
        let shown = Pane.allCases.filter { layout.shape == .single || layout.shows($0) }
        guard let place = shown.firstIndex(of: focus) else { return [] }
        return focus(on: shown[(place + step + shown.count) % shown.count])
    }

    /// Back or forward through what was read.
    mutating func travel(_ step: Int) -> [ScreenEffect] {
        if step < 0, let current = reader.wanted, history.articles.last.map({ $0 != current }) ?? true,
            !reader.isOpened
        {
            history.visit(current)
        }
        guard let id = history.step(step) else {
            notice = step < 0 ? "Nothing was read before this" : "Nothing was read after this"
            return []
        }
        return read(id)
    }
}
