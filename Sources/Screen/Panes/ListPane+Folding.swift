import News

extension ListPane {
    /// Stories of the rows that are here: how many tell each, and which row stands first.
    struct Stories: Sendable {
        private(set) var sizes: [StoryID: Int] = [:]
        private var leaders: Set<ArticleID> = []

        /// Stories of rows, in their order.
        init(_ rows: [Listing] = []) {
            for row in rows {
                guard let story = row.story else { continue }
                if sizes[story] == nil { leaders.insert(row.id) }
                sizes[story, default: 0] += 1
            }
        }

        /// How many articles a row stands before; nothing for one that stands alone or is not the first.
        func size(led row: Listing) -> Int? {
            guard let story = row.story, let size = sizes[story], size > 1, leaders.contains(row.id) else {
                return nil
            }
            return size
        }
    }

    /// All articles that are here, shown or folded away.
    var allIDs: [ArticleID] { (rows + hidden).map(\.id) }

    /// Whether the story of a row is folded.
    func isFolded(_ row: Listing) -> Bool { row.story.map(folded.contains) ?? false }

    /// Folds the selected row's story to one row, or unfolds it.
    ///
    /// - Returns: Whether there was something to fold.
    mutating func toggleFold() -> Bool {
        guard let story = selection?.story, stories.sizes[story, default: 0] > 1 else { return false }
        var folds = folded
        if folds.remove(story) == nil { folds.insert(story) }
        unhide()
        hide(folds)
        return true
    }

    /// Changes rows as if nothing were folded.
    mutating func unfolded<Result>(_ change: (inout ListPane) -> Result) -> Result {
        let folds = folded
        unhide()
        defer { hide(folds) }
        return change(&self)
    }

    private mutating func unhide() {
        folded = []
        guard !hidden.isEmpty else { return }
        let places = (selection?.id, rows.indices.contains(top) ? rows[top].id : nil)
        rows = (rows + hidden).sorted { precedes($0.position, $1.position) }
        hidden = []
        restore(places)
    }

    private mutating func hide(_ folds: Set<StoryID>) {
        stories = Stories(rows)
        // A story that is not here any more cannot be unfolded either.
        folded = folds.filter { stories.sizes[$0, default: 0] > 1 }
        guard !folded.isEmpty else { return }
        var seen: [StoryID: ArticleID] = [:]
        var shown: [Listing] = []
        let selectedStory = selection?.story
        let places = (selection?.id, rows.indices.contains(top) ? rows[top].id : nil)
        for row in rows {
            guard let story = row.story, folded.contains(story) else {
                shown.append(row)
                continue
            }
            if seen[story] == nil {
                seen[story] = row.id
                shown.append(row)
            } else {
                hidden.append(row)
            }
        }
        rows = shown
        let isHidden = hidden.contains { $0.id == places.0 }
        restore((isHidden ? selectedStory.flatMap { seen[$0] } : places.0, places.1))
    }

    private mutating func restore(_ places: (selected: ArticleID?, top: ArticleID?)) {
        top = places.top.flatMap { id in rows.firstIndex { $0.id == id } } ?? min(top, max(0, rows.count - 1))
        selected =
            places.selected.flatMap { id in rows.firstIndex { $0.id == id } }
            ?? max(0, min(selected, rows.count - 1))
    }

    /// The furthest row that is here.
    var lastPosition: ListPosition? {
        guard let last = rows.last?.position, let away = hidden.last?.position else {
            return rows.last?.position ?? hidden.last?.position
        }
        return precedes(last, away) ? away : last
    }

    /// The number of the selected row in the whole list, from 1.
    var place: Int? {
        guard let start, let selection else { return nil }
        return start + selected + hidden.count { precedes($0.position, selection.position) } + 1
    }
}
