import News

/// The article list: a window of rows from a list of any length, a selection, and how far it is scrolled.
struct ListPane: Sendable {
    /// Rows asked for at a time.
    static let chunk = 200
    /// Rows kept at most; beyond that the far side is dropped and asked for again when needed.
    static let capacity = 1_200
    /// Lists up to this length are held whole, so that what was read in them stays wherever one goes.
    static let heldWhole = 600
    /// So near to the window's edge more rows are asked for.
    static let margin = 60
    /// So many are the best that a query finds.
    static let best = 500

    private(set) var scope: ListScope
    /// What comes first; with the oldest first the window's “newest” is still its top.
    private(set) var order: ListOrder
    var rows: [Listing] = []
    /// The number of `rows[0]` in the whole list; unknown after a jump to the end until the list is counted.
    private(set) var start: Int? = 0
    var selected = 0
    /// The first row that shows.
    var top = 0
    /// Rows that are folded away behind the first of their story.
    var hidden: [Listing] = []
    var folded: Set<StoryID> = []
    var stories = Stories()
    private(set) var hasOldest = false
    private(set) var hasNewest = true
    private(set) var awaited: ListRequest?
    /// How long the whole list is, and how much of it is unread.
    var total: Int?
    private(set) var unread: Int?
    /// A wish for the next unread article that the loaded rows could not fill.
    private(set) var isSeeking = false
    /// Set when rows could not be had; the next move of the person asks again.
    private var isResting = false

    /// Whether articles have come that the rows do not show yet.
    private var hasArrivals = false
    /// Whether the awaited rows are to be put among those that are there.
    private var isMerging = false

    /// Articles chosen by hand for the next verb.
    private var choices: Set<ArticleID> = []
    /// Where a chosen range begins.
    private var rangeStart: ArticleID?

    /// Rows that are looked through for an unread one before the list gives up.
    static let seekDistance = 5_000

    init(scope: ListScope, order: ListOrder = .newestFirst) {
        self.scope = scope
        self.order = order
    }

    var selection: Listing? { rows.indices.contains(selected) ? rows[selected] : nil }

    /// Whether the list is known to have nothing in it.
    var isEmpty: Bool { rows.isEmpty && awaited == nil && hasOldest }

    /// Begins a list anew.
    mutating func open(_ scope: ListScope, limit: Int = ListPane.chunk) -> ListRequest {
        self = ListPane(scope: scope, order: order)
        return ask(ListRequest(scope: scope, limit: limit))
    }

    /// Begins another list; the rows of this one show until its own come.
    mutating func change(to scope: ListScope, limit: Int) -> ListRequest {
        let shown = (rows: rows, selected: selected, top: top)
        order = .newestFirst
        let request = open(scope, limit: limit)
        (rows, selected, top) = shown
        return request
    }

    /// The list without questions under way, whose answers nobody will take; what came meanwhile is asked for.
    var atRest: ListPane {
        var list = self
        list.awaited = nil
        list.isSeeking = false
        list.isMerging = false
        list.hasArrivals = true
        return list
    }

    /// The same list in another order.
    mutating func sort(_ order: ListOrder) -> ListRequest {
        self.order = order
        return open(scope, limit: order == .bestFirst ? ListPane.best : ListPane.chunk)
    }

    private mutating func ask(_ request: ListRequest) -> ListRequest {
        var request = request
        request.order = order
        awaited = request
        return request
    }

    // MARK: Moving

    /// Selects a row by its place in the window, as near as there is one.
    mutating func select(_ index: Int) {
        selected = max(0, min(index, rows.count - 1))
        isSeeking = false
        isResting = false
    }

    mutating func move(by step: Int) { select(selected + step) }

    /// To a row by its number in the whole list, from 1, as near as the window has it.
    mutating func go(toRow number: Int) { select(number - 1 - (start ?? 0)) }

    /// To the first row of the whole list; asks for it when it is not in the window.
    mutating func goToTop() -> ListRequest? {
        select(0)
        if hasNewest { return nil }
        total = nil
        return ask(ListRequest(scope: scope, limit: ListPane.chunk))
    }

    /// To the last row of the whole list; asks for it when it is not in the window.
    mutating func goToEnd() -> ListRequest? {
        select(rows.count - 1)
        if hasOldest { return nil }
        total = nil
        return ask(ListRequest(scope: scope, direction: .newer, limit: ListPane.chunk))
    }

    /// Selects the next unread row; remembers the wish when it has to be looked for further on.
    ///
    /// - Returns: Whether one was found.
    mutating func selectNextUnread() -> Bool {
        guard let index = rows.indices.dropFirst(selected + 1).first(where: { !rows[$0].isRead }) else {
            isSeeking = !hasOldest && rows.count - selected < ListPane.seekDistance
            return false
        }
        select(index)
        return true
    }

    mutating func selectPreviousUnread() -> Bool {
        guard let index = rows.indices.prefix(selected).last(where: { !rows[$0].isRead }) else {
            return false
        }
        select(index)
        return true
    }

    /// Scrolls so that the selection shows.
    mutating func settle(height: Int) {
        top = max(0, min(top, rows.count - height))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
    }

    /// What was awaited did not come.
    mutating func giveUp() {
        guard awaited != nil else { return }
        awaited = nil
        isSeeking = false
        isResting = true
    }

    /// The list's length; it places a window that was opened at the end.
    mutating func count(all: Int, unread: Int) {
        // What just lost its mark keeps its place in the list until the list is left, and so it counts.
        if total == nil || !scope.dependsOnMarks {
            total = order == .bestFirst ? min(all, ListPane.best) : all
        }
        self.unread = unread
        if start == nil, hasOldest, awaited == nil, let total { start = max(0, total - rows.count) }
    }

    // MARK: Rows

    /// What has to be asked for, so that the window goes on where the selection is heading.
    mutating func nextRequest() -> ListRequest? {
        guard awaited == nil, !isResting else { return nil }
        if hasArrivals, hasNewest, order != .bestFirst {
            hasArrivals = false
            isMerging = true
            return ask(
                ListRequest(
                    scope: scope, limit: min(rows.count + hidden.count + ListPane.chunk, ListPane.capacity)))
        }
        if !hasOldest,
            isSeeking || selected + ListPane.margin >= rows.count
                || rows.count + hidden.count < ListPane.heldWhole
        {
            return ask(
                ListRequest(
                    scope: scope, direction: .older, place: lastPosition, limit: ListPane.chunk))
        }
        if !hasNewest, selected < ListPane.margin {
            return ask(
                ListRequest(
                    scope: scope, direction: .newer, place: rows.first?.position, limit: ListPane.chunk))
        }
        return nil
    }

    /// Takes rows in; an answer to a question that is no longer asked is dropped.
    ///
    /// - Returns: Whether the rows were taken.
    mutating func receive(_ request: ListRequest, _ received: [Listing]) -> Bool {
        guard request == awaited else { return false }
        awaited = nil
        unfolded { $0.take(received, for: request) }
        return true
    }

    private mutating func take(_ received: [Listing], for request: ListRequest) {
        let isLast = received.count < request.limit || order == .bestFirst
        defer { isMerging = false }
        switch (request.direction, request.place) {
        case (.older, nil) where isMerging: merge(received, isLast: isLast)
        case (.older, nil):
            replace(with: received, start: 0, selected: 0)
            hasNewest = true
            hasOldest = isLast
        case (.newer, nil):
            replace(
                with: received, start: total.map { max(0, $0 - received.count) }, selected: received.count - 1
            )
            hasOldest = true
            hasNewest = isLast
        case (.older, _):
            rows += received
            hasOldest = isLast
            if isSeeking { _ = selectNextUnread() }
            dropNewest()
        case (.newer, _):
            rows = received + rows
            selected += received.count
            top += received.count
            hasNewest = isLast
            start = isLast ? 0 : start.map { max(0, $0 - received.count) }
            dropOldest()
        }
    }

    private mutating func replace(with received: [Listing], start: Int?, selected: Int) {
        rows = received
        self.start = start
        self.selected = max(0, selected)
        top = 0
        endChoice()
        isSeeking = false
    }

    /// Says that articles have come; the rows take them in where they belong, and what is selected stays selected.
    mutating func expectArrivals() { hasArrivals = true }

    private mutating func merge(_ received: [Listing], isLast: Bool) {
        let known = Set(rows.map(\.id))
        let end = rows.last?.position
        let fresh = received.filter { row in
            !known.contains(row.id) && (hasOldest || end.map { precedes(row.position, $0) } ?? true)
        }
        if rows.isEmpty { hasOldest = isLast }
        let selection = selection?.id
        rows = (rows + fresh).sorted { precedes($0.position, $1.position) }
        total = total.map { $0 + fresh.count }
        guard let index = rows.firstIndex(where: { $0.id == selection }) else { return }
        // At its top a list shows what comes; further down nothing moves under the reader's eyes.
        if top > 0 { top += index - selected }
        selected = index
    }

    func precedes(_ left: ListPosition, _ right: ListPosition) -> Bool {
        order == .oldestFirst ? right < left : left < right
    }

    private mutating func dropNewest() {
        let surplus = min(rows.count - ListPane.capacity, selected - 2 * ListPane.margin, top)
        guard surplus > 0 else { return }
        rows.removeFirst(surplus)
        selected -= surplus
        top -= surplus
        start = start.map { $0 + surplus }
        hasNewest = false
    }

    private mutating func dropOldest() {
        let surplus = min(rows.count - ListPane.capacity, rows.count - selected - 2 * ListPane.margin)
        guard surplus > 0 else { return }
        rows.removeLast(surplus)
        hasOldest = false
    }

    /// Shows rows as they are now; they stay where they are until the list is opened anew.
    mutating func reload(_ listings: [Listing]) {
        let current = Dictionary(listings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        unfolded { list in
            for index in list.rows.indices {
                list.rows[index] = current[list.rows[index].id] ?? list.rows[index]
            }
        }
    }

    /// Shows marks that were changed; rows stay where they are until the list is opened anew.
    mutating func apply(_ change: MarkChange, to ids: Set<ArticleID>) {
        for index in rows.indices where ids.contains(rows[index].id) { rows[index].apply(change) }
        for index in hidden.indices where ids.contains(hidden[index].id) { hidden[index].apply(change) }
    }
}

extension ListOrder {
    /// What the screen calls it.
    var name: String {
        switch self {
        case .newestFirst: "Newest first"
        case .oldestFirst: "Oldest first"
        case .bestFirst: "Best match first"
        }
    }
}

extension ListPane {
    /// Whether rows are chosen by hand.
    var hasChoice: Bool { !choices.isEmpty || rangeStart != nil }

    /// The chosen rows, from the top.
    var chosen: [Listing] {
        let range = rangeRows
        return rows.indices.filter { choices.contains(rows[$0].id) || range.contains($0) }.map { rows[$0] }
    }

    /// Whether a row is chosen.
    func isChosen(_ index: Int) -> Bool {
        hasChoice && (choices.contains(rows[index].id) || rangeRows.contains(index))
    }

    private var rangeRows: ClosedRange<Int> {
        guard let rangeStart, let start = rows.firstIndex(where: { $0.id == rangeStart }) else {
            return -1...(-1)
        }
        return min(start, selected)...max(start, selected)
    }

    /// Chooses the selected row, or no longer.
    mutating func toggleChoice() {
        guard let id = selection?.id else { return }
        if choices.remove(id) == nil { choices.insert(id) }
    }

    /// Begins a range here, or keeps the one that was begun.
    mutating func toggleRange() {
        if rangeStart == nil {
            rangeStart = selection?.id
        } else {
            choices.formUnion(chosen.map(\.id))
            rangeStart = nil
        }
    }

    /// Nothing is chosen any more.
    mutating func endChoice() {
        choices = []
        rangeStart = nil
    }
}

extension Listing {
    /// Shows a mark.
    mutating func apply(_ change: MarkChange) {
        switch change {
        case .read(let isRead): self.isRead = isRead
        case .starred(let isStarred): self.isStarred = isStarred
        case .tagged: break
        }
    }
}
