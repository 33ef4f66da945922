import Library
import News

/// The sources pane: smart views, saved queries, then folders and sources with what is unread in them.
struct SourcesPane: Sendable {
    /// Where a row leads.
    enum Destination: Sendable, Hashable {
        case list(ListScope)
        /// What several sources tell.
        case stories
    }

    /// How a feed is, where that is worth a sign.
    enum Health: Sendable {
        case failing, resting
    }

    /// One row.
    struct PaneRow: Sendable, Equatable {
        var title: String
        var destination: Destination
        var unread: Int?
        var depth = 0
        var health: Health?
        /// The query behind a saved one.
        var saved: SavedQuery?
        var isFolded = false

        /// The list it leads to, if it is one.
        var scope: ListScope? {
            guard case .list(let scope) = destination else { return nil }
            return scope
        }
    }

    private(set) var rows: [PaneRow] = []
    private(set) var selected = 0
    private(set) var top = 0
    private(set) var overview = SourcesOverview()
    /// Whether the sources are known.
    private(set) var hasCome = false
    private var today = Timestamp(seconds: 0)
    private var counts: [ListScope: Int] = [:]
    private var foldedFolders: Set<String> = []

    /// Takes the sources in, by folder and name.
    mutating func receive(_ overview: SourcesOverview, today: Timestamp) {
        self.overview = overview
        hasCome = true
        self.today = today
        arrange()
    }

    /// Takes counts of views in.
    mutating func receive(_ counts: [ListScope: Int]) {
        self.counts.merge(counts) { _, new in new }
        arrange()
    }

    /// The views whose unread articles have to be counted one by one.
    var countedViews: [ListScope] {
        [.since(today), .starred] + overview.saved.map { .query($0.query) }
    }

    private mutating func arrange() {
        let before = selection?.destination
        let all = overview.sources.reduce(0) { $0 + $1.unread }
        rows = [
            PaneRow(title: "Unread", destination: .list(.unread), unread: all), view("Today", .since(today)),
            view("Starred", .starred), PaneRow(title: "All articles", destination: .list(.all), unread: nil),
        ]
        rows += storyRows
        for saved in overview.saved {
            var row = view(saved.name.text, .query(saved.query))
            row.saved = saved
            rows.append(row)
        }
        arrangeFolders()
        if let before, let place = rows.firstIndex(where: { $0.destination == before }) { selected = place }
        select(selected)
    }

    private func view(_ title: String, _ scope: ListScope) -> PaneRow {
        PaneRow(title: title, destination: .list(scope), unread: counts[scope])
    }

    private mutating func arrangeFolders() {
        let sources = overview.sources.map { ($0.folder.split(separator: "/").map(String.init), $0) }
        var unread: [String: Int] = [:]
        for (parts, source) in sources {
            for length in parts.indices {
                unread[parts[...length].joined(separator: "/"), default: 0] += source.unread
            }
        }
        var open: [String] = []
        // By parts, so that no other folder comes between one and what is in it.
        for (parts, source) in sources.enumerated().sorted(by: {
            $0.element.0 == $1.element.0
                ? $0.offset < $1.offset : $0.element.0.lexicographicallyPrecedes($1.element.0)
        }).map(\.element) {
            let shared = zip(open, parts).prefix { $0 == $1 }.count
            for length in parts.indices.dropFirst(shared)
            where !isFolded(parts[..<length]) {
                let path = parts[...length].joined(separator: "/")
                rows.append(
                    PaneRow(
                        title: parts[length], destination: .list(.folder(path)), unread: unread[path],
                        depth: length, isFolded: foldedFolders.contains(path)))
            }
            open = parts
            guard !isFolded(parts[...]) else { continue }
            let health: Health? =
                overview.failing.contains(source.id)
                ? .failing : overview.resting.contains(source.id) ? .resting : nil
            rows.append(
                PaneRow(
                    title: source.title.text, destination: .list(.source(source.id)), unread: source.unread,
                    depth: parts.count, health: health))
        }
    }

    /// Whether a folder or one around it is folded.
    private func isFolded(_ parts: ArraySlice<String>) -> Bool {
        parts.indices.contains { foldedFolders.contains(parts[...$0].joined(separator: "/")) }
    }

    /// Folds the selected folder, or the one around the selected source; unfolds a folded one.
    ///
    /// - Returns: Whether there is one.
    mutating func toggleFold() -> Bool {
        guard case .list(let scope)? = selection?.destination else { return false }
        let folder: String
        switch scope {
        case .folder(let path): folder = path
        case .source(let id): folder = overview.sources.first { $0.id == id }?.folder ?? ""
        default: return false
        }
        guard !folder.isEmpty else { return false }
        if foldedFolders.remove(folder) == nil { foldedFolders.insert(folder) }
        arrange()
        if let place = rows.firstIndex(where: { $0.scope == .folder(folder) }) { select(place) }
        return true
    }

    /// The source of the selected row.
    var selectedSource: Source? {
        guard case .source(let id)? = selection?.scope else { return nil }
        return overview.sources.first { $0.id == id }
    }

    /// A row's count as text; nothing for none.
    func label(_ row: PaneRow) -> String {
        guard let unread = row.unread, unread > 0 else { return "" }
        // Counts of queries end there.
        let isCapped = unread >= Library.largestViewCount && countedViews.contains { $0 == row.scope }
        return isCapped ? "\(unread)+" : String(unread)
    }

    /// The name of a list, for the status line.
    func title(of scope: ListScope) -> String {
        switch scope {
        case .all: "All articles"
        case .unread: "Unread"
        case .starred: "Starred"
        case .since: "Today"
        case .folder(let path): path
        case .query(let query): overview.saved.first { $0.query == query }?.name.text ?? query
        case .source(let id): overview.sources.first { $0.id == id }?.title.text ?? "Source"
        }
    }

    // MARK: Stories

    /// Whether a person follows a story.
    func isFollowed(_ story: StoryID) -> Bool { overview.stories.contains { $0.id == story } }

    /// The stories, and under them those that are followed with what is unread in each.
    private var storyRows: [PaneRow] {
        let followed = overview.stories
        let unread = followed.isEmpty ? nil : followed.reduce(0) { $0 + $1.unread }
        return [PaneRow(title: "Stories", destination: .stories, unread: unread)]
            + followed.map { story in
                PaneRow(
                    title: story.headline.text, destination: .list(.query("story:\(story.id)")),
                    unread: story.unread, depth: 1)
            }
    }

    /// Whether a row is a source, or a story that is followed like one.
    private func isSource(_ row: PaneRow) -> Bool {
        switch row.scope {
        case .source: true
        case .query: row.depth == 1
        default: false
        }
    }

    /// The next source with unread articles, before or after the list that shows.
    func withUnread(_ step: Int, from scope: ListScope) -> ListScope? {
        let place = rows.firstIndex { $0.scope == scope } ?? -1
        let candidates = rows.indices.filter { index in
            guard isSource(rows[index]) else { return false }
            return (rows[index].unread ?? 0) > 0 && index != place
        }
        let ahead = step > 0 ? candidates.first { $0 > place } : candidates.last { $0 < place }
        // Round at the ends.
        return (ahead ?? (step > 0 ? candidates.first : candidates.last)).flatMap { rows[$0].scope }
    }

    var selection: PaneRow? { rows.indices.contains(selected) ? rows[selected] : nil }

    mutating func select(_ index: Int) { selected = max(0, min(index, rows.count - 1)) }

    mutating func move(by step: Int) { select(selected + step) }

    mutating func settle(height: Int) {
        top = max(0, min(top, rows.count - height))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
    }
}
