import Library
import News

extension ScreenState {
    /// The articles that a verb is for: those that were selected by hand, or the one under the cursor.
    var targets: [Listing] {
        if focus == .list, list.hasChoice { return list.chosen }
        return target.map { [$0] } ?? []
    }

    /// Asks for marks; what is on the disk is shown when the answer comes.
    mutating func mark(_ ids: [ArticleID], _ change: MarkChange) -> [ScreenEffect] {
        guard !ids.isEmpty else { return [] }
        wishes.add(ids, change)
        return [.mark(ids, change)]
    }

    /// Asks for an article that is read now to be marked so, if it is not and the person leaves it to the screen.
    mutating func markRead(_ listing: Listing) -> [ScreenEffect] {
        settings.reading == .byHand || wishes.isRead(listing) ? [] : mark([listing.id], .read(true))
    }

    mutating func toggleRead() -> [ScreenEffect] {
        let targets = takeTargets()
        let isRead = targets.contains { !wishes.isRead($0) }
        return mark(targets.map(\.id), .read(isRead))
    }

    mutating func toggleStar() -> [ScreenEffect] {
        let targets = takeTargets()
        let isStarred = targets.contains { !wishes.isStarred($0) }
        return mark(targets.map(\.id), .starred(isStarred))
    }

    /// The articles for a verb; the choice by hand ends with it.
    mutating func takeTargets() -> [Listing] {
        defer { list.endChoice() }
        return targets
    }

    /// Marks that are on the disk now.
    mutating func receive(
        marks ids: [ArticleID], _ change: MarkChange, copies: [ArticleID]
    ) -> [ScreenEffect] {
        wishes.remove(ids, change)
        let changed = Set(ids + copies)
        list.apply(change, to: changed)
        reader.apply(change, to: changed)
        related.apply(change, to: changed)
        if ids.count > 1 || change.isTagging {
            notice = Line("\(change.summary(changed.count)); \(key(.undo)) takes it back")
        } else if !copies.isEmpty {
            let what = copies.count == 1 ? "a copy" : "\(copies.count) copies"
            notice = Line("Marked read with \(what) in other sources; \(key(.undo)) takes it back")
        }
        return ids.isEmpty ? [] : [.count(list.scope), .loadSources]
    }

    /// All of a list were marked.
    mutating func receive(markedAll change: MarkChange, count: Int) -> [ScreenEffect] {
        notice =
            count == 0
            ? "Nothing to change here" : Line("\(change.summary(count)); \(key(.undo)) takes it back")
        return reloadAll()
    }

    /// A change was taken back, or made again.
    mutating func receive(reversal change: PersonalChange?, count: Int, isRedo: Bool) -> [ScreenEffect] {
        guard let change else {
            notice = isRedo ? "Nothing to do again" : "Nothing to undo"
            return []
        }
        notice = Line("\(isRedo ? "done again" : "undone"): \(change.summary(count))")
        wishes = MarkWishes()
        list.expectArrivals()
        guard case .stories = change else { return reloadAll() }
        return reloadAll() + (reader.reading.map { [.relate($0.listing.id)] } ?? [])
    }

    /// Asks for all rows that show as they are now.
    func reloadAll() -> [ScreenEffect] {
        let shown = list.allIDs + [reader.reading?.listing.id].compactMap { $0 }
        return [.reload(shown + related.listings.map(\.id)), .count(list.scope), .loadSources]
    }
}

extension PersonalChange {
    /// What was done, as a toast says it.
    func summary(_ count: Int) -> String {
        switch self {
        case .marks(let mark): mark.summary(count)
        case .stories(.apart): "two articles kept apart"
        case .stories(.together): "two articles put into one story"
        case .stories(.followed(true)): "story followed"
        case .stories(.followed(false)): "story not followed any more"
        case .rules(let change): change.summary
        }
    }
}

extension MarkChange {
    /// `318 marked read`, as a toast says it.
    func summary(_ count: Int) -> String {
        switch self {
        case .read(true): "\(count) marked read"
        case .read(false): "\(count) marked unread"
        case .starred(true): "\(count) starred"
        case .starred(false): "\(count) unstarred"
        case .tagged(let tag, true): "\(count) tagged \(tag)"
        case .tagged(let tag, false): "\(count) untagged \(tag)"
        }
    }

    fileprivate var isTagging: Bool {
        if case .tagged = self { true } else { false }
    }
}
