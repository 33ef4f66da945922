import Canvas
import Library
import News

extension ScreenState {
    /// Begins a search; the list becomes its view with the first letters.
    mutating func beginSearch(_ kind: SearchView.Kind) -> [ScreenEffect] {
        let origin = search?.origin ?? list
        let originFocus = search?.originFocus ?? focus
        search = SearchView(kind, from: origin, focus: originFocus)
        ask(kind == .words ? .search : .filter)
        isReadingAlone = false
        closeDrawer()
        focus = .list
        return []
    }

    /// The text of a search has changed.
    mutating func searchAsTyped() -> [ScreenEffect] {
        guard let prompt, let search else { return [] }
        self.search?.begin()
        guard let query = search.query(prompt.editor.text) else {
            guard list.scope != search.origin.scope else { return [] }
            list = search.origin
            return reloadShown() + preview()
        }
        guard list.scope != .query(query) else { return [] }
        self.search?.finder = SnippetFinder(query: query, now: now)
        return [.load(list.change(to: .query(query), limit: max(20, size.height * 2)))]
    }

    /// Keeps what was found.
    mutating func acceptSearch() -> [ScreenEffect] {
        guard let search, search.trouble == nil else { return [] }
        guard let text = prompt?.editor.text, let query = search.query(text) else {
            prompt = nil
            return leaveSearch()
        }
        prompt = nil
        return list.scope == .query(query)
            ? [] : [.load(list.change(to: .query(query), limit: ListPane.chunk))]
    }

    /// Goes back to the list that the search was called from.
    mutating func leaveSearch() -> [ScreenEffect] {
        guard let search else { return [] }
        self.search = nil
        guard list.scope != search.origin.scope else { return [] }
        list = search.origin
        focus = layout.shape == .single || layout.shows(search.originFocus) ? search.originFocus : .list
        return reloadShown() + preview()
    }

    private func reloadShown() -> [ScreenEffect] { [.reload(list.allIDs), .count(list.scope)] }

    /// The query cannot be read: the rows of the last one that could stay.
    mutating func receive(misread request: ListRequest, column: Int, reason: Line) {
        guard request == list.awaited else { return }
        list.giveUp()
        // Half-typed words are no errors.
        guard search != nil else {
            notice = reason
            return
        }
        search?.trouble = (column, reason)
    }

    /// What has to be asked for, so that the rows that show tell where the words stand.
    mutating func missingExcerpts() -> ScreenEffect? {
        guard let search, search.kind == .words, case .query(let query) = list.scope, list.awaited == nil
        else {
            return nil
        }
        let shown = list.rows.dropFirst(list.top).prefix(height(of: .list)).map(\.id)
        let missing = shown.filter { !search.asked.contains($0) }
        guard !missing.isEmpty else { return nil }
        self.search?.asked.formUnion(missing)
        return .excerpt(missing, query)
    }

    mutating func receive(excerpts: [ArticleID: SearchExcerpt], of query: String) {
        guard list.scope == .query(query) else { return }
        search?.excerpts.merge(excerpts) { _, new in new }
    }

    /// To the next or the previous hit, while a search is lit.
    mutating func goToHit(_ step: Int) -> [ScreenEffect] {
        let before = list.selected
        list.move(by: step)
        guard list.selected != before, let listing = list.selection else {
            notice = step > 0 ? "This is the last hit" : "This is the first hit"
            return []
        }
        if focus == .reader || focus == .related { return open(listing, isDetached: false) }
        focus = .list
        return follow()
    }

    /// Whether the list has what was searched for, and not what it had before.
    var showsHits: Bool { search.map { $0.origin.scope != list.scope } ?? false }

    /// Lines under each row of the list that show where the words stand, where there is room.
    var excerptLines: Int {
        guard search?.kind == .words, showsHits else { return 0 }
        let (width, height) = (width(of: .list), height(of: .list))
        return height < 12 ? 0 : width < 50 && height >= 24 ? 2 : 1
    }

    /// Rows of the screen that each row of the list takes.
    var rowHeight: Int { 1 + excerptLines }

    /// Rows of a pane that show at once.
    func rows(of pane: Pane) -> Int { pane == .list ? height(of: .list) / rowHeight : height(of: pane) }
}
