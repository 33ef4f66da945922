import News

/// The sources pane: smart views, then folders and sources with what is unread in them.
struct SourcesPane: Sendable {
    /// One row.
    struct PaneRow: Sendable, Equatable {
        var title: String
        var scope: ListScope
        var unread: Int?
        var depth: Int
    }

    private(set) var rows: [PaneRow] = []
    private(set) var selected = 0
    private(set) var top = 0
    private var followed: [FollowedStory] = []

    /// Takes the sources in, by folder and name.
    mutating func receive(_ sources: [Source], stories: [FollowedStory] = [], today: Timestamp) {
        followed = stories
        let unread = sources.reduce(0) { $0 + $1.unread }
        rows =
            [
                PaneRow(title: "Unread", scope: .unread, unread: unread, depth: 0),
                PaneRow(title: "Today", scope: .since(today), unread: nil, depth: 0),
                PaneRow(title: "Starred", scope: .starred, unread: nil, depth: 0),
                PaneRow(title: "All articles", scope: .all, unread: nil, depth: 0),
            ] + storyRows
        var folder = ""
        for source in sources {
            if source.folder != folder {
                folder = source.folder
                let inside = sources.filter { $0.folder == folder || $0.folder.hasPrefix(folder + "/") }
                rows.append(
                    PaneRow(
                        title: folder, scope: .folder(folder), unread: inside.reduce(0) { $0 + $1.unread },
                        depth: 0))
            }
            rows.append(
                PaneRow(
                    title: source.title.text, scope: .source(source.id), unread: source.unread,
                    depth: folder.isEmpty ? 0 : 1))
        }
        select(selected)
    }

    /// The name of a list, for the status line.
    func title(of scope: ListScope) -> String {
        switch scope {
        case .all: "All articles"
        case .unread: "Unread"
        case .starred: "Starred"
        case .since: "Today"
        case .folder(let path): path
        case .query(let query): query
        case .source: rows.first { $0.scope == scope }?.title ?? "Source"
        }
    }

    // MARK: Stories

    /// Whether a person follows a story.
    func isFollowed(_ story: StoryID) -> Bool { followed.contains { $0.id == story } }

    /// The followed stories: all of them, then each with what is unread in it.
    private var storyRows: [PaneRow] {
        guard !followed.isEmpty else { return [] }
        let all = followed.map { "story:\($0.id)" }.joined(separator: " or ")
        let unread = followed.reduce(0) { $0 + $1.unread }
        // One story by itself is no other list than its part.
        let head = PaneRow(
            title: "Stories", scope: .query(followed.count == 1 ? "(\(all))" : all), unread: unread, depth: 0)
        return [head]
            + followed.map { story in
                PaneRow(
                    title: story.headline.text, scope: .query("story:\(story.id)"), unread: story.unread,
                    depth: 1)
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
        return (ahead ?? (step > 0 ? candidates.first : candidates.last)).map { rows[$0].scope }
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
