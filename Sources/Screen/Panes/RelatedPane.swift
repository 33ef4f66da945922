import Canvas
import Library
import News
import Typesetting

/// The sidebar: what else there is to the article in the reader.
struct RelatedPane: Sendable {
    /// Something that can be selected.
    enum Entry: Sendable, Hashable {
        case item(RelatedNews.Item)
        case linked(Listing)
        case recent(Reference)

        /// The archived article it opens.
        var listing: Listing? {
            switch self {
            case .item(let item): item.listing
            case .linked(let listing): listing
            case .recent: nil
            }
        }
    }

    /// One line of the pane and the entry that it belongs to.
    struct PaneLine: Sendable {
        enum Role { case label, source, headline, reason, blank }
        var text: String
        var role: Role
        var entry: Int?
    }

    /// The article it belongs to; while its news is on the way the pane is empty.
    private(set) var article: ArticleID?
    private(set) var news: RelatedNews?
    private(set) var entries: [Entry] = []
    private(set) var selected = 0
    private(set) var top = 0
    /// The lines as they were set last, and what for.
    private(set) var lines: [PaneLine] = []
    private var setting: Setting?
    /// Whether a person follows the story of its article.
    var isFollowed = false

    /// What the lines depend on beside the entries.
    private struct Setting: Equatable {
        var width: Int
        var glyphs: Glyphs
        var now: Timestamp
        var isFollowed: Bool
    }

    /// Another article stands in the reader.
    mutating func want(_ id: ArticleID?) {
        guard id != article else { return }
        article = id
        setting = nil
        news = nil
        entries = []
        selected = 0
        top = 0
    }

    mutating func receive(_ id: ArticleID, _ received: RelatedNews) {
        guard id == article else { return }
        let known = selection
        setting = nil
        news = received
        entries =
            RelatedNews.Group.allCases.flatMap { received.items(in: $0) }.map(Entry.item)
            + received.linked.map(Entry.linked) + received.recentNews.map(Entry.recent)
        selected = known.flatMap { entries.firstIndex(of: $0) } ?? 0
    }

    var selection: Entry? { entries.indices.contains(selected) ? entries[selected] : nil }

    mutating func select(_ index: Int) { selected = max(0, min(index, entries.count - 1)) }

    mutating func move(by step: Int) { select(selected + step) }

    mutating func apply(_ change: MarkChange, to ids: Set<ArticleID>) {
        guard var changed = news else { return }
        for index in changed.items.indices where ids.contains(changed.items[index].listing.id) {
            changed.items[index].listing.apply(change)
        }
        for index in changed.linked.indices where ids.contains(changed.linked[index].id) {
            changed.linked[index].apply(change)
        }
        let place = selected
        if let article { receive(article, changed) }
        select(place)
    }

    /// All articles that it names.
    var listings: [Listing] { entries.compactMap(\.listing) }

    /// Shows rows as they are now.
    mutating func reload(_ listings: [Listing]) {
        guard var changed = news, let article else { return }
        let current = Dictionary(listings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in changed.items.indices {
            changed.items[index].listing =
                current[changed.items[index].listing.id] ?? changed.items[index].listing
        }
        for index in changed.linked.indices {
            changed.linked[index] = current[changed.linked[index].id] ?? changed.linked[index]
        }
        let place = selected
        receive(article, changed)
        select(place)
    }

    /// Sets the lines, where something has changed, and scrolls so that the selected entry shows.
    mutating func settle(
        width: Int, height: Int, glyphs: Glyphs, now: Timestamp, time: (Timestamp) -> String
    ) {
        let setting = Setting(width: width, glyphs: glyphs, now: now, isFollowed: isFollowed)
        if self.setting != setting {
            lines = lines(width: width, glyphs: glyphs, time: time)
            self.setting = setting
        }
        top = max(0, min(top, lines.count - height))
        guard let first = lines.firstIndex(where: { $0.entry == selected }),
            let last = lines.lastIndex(where: { $0.entry == selected })
        else { return }
        if last >= top + height { top = last - height + 1 }
        // The label above a group's first entry comes into sight with it.
        let above = first > 0 && lines[first - 1].role == .label ? first - 1 : first
        if above < top { top = above }
    }

    /// The counts for the strip under the reader: `6 same story · 2 background · 3 links`.
    func summary(_ glyphs: Glyphs) -> String? {
        guard let news, !news.isEmpty else { return nil }
        let parts = [
            (news.items(in: .story).count, "same story"), (news.items(in: .background).count, "background"),
            (news.items(in: .followUp).count, "since"), (news.linked.count, "linked"),
            (news.recentNews.count, "from the page"),
        ]
        let text = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " \(glyphs.dot) ")
        return "\(glyphs.story) \(text)"
    }
}
