import News

/// Marks that were asked for and are not on the disk yet.
///
/// A second press of a key means the other way round from what was wished last, not from what still shows.
struct MarkWishes: Sendable {
    private struct Wish {
        var value: Bool
        /// Answers that have to come.
        var waiting: Int
    }

    private var read: [ArticleID: Wish] = [:]
    private var starred: [ArticleID: Wish] = [:]

    /// Marks were asked for.
    mutating func add(_ ids: [ArticleID], _ change: MarkChange) {
        switch change {
        case .read(let value): MarkWishes.add(ids, value, to: &read)
        case .starred(let value): MarkWishes.add(ids, value, to: &starred)
        case .tagged: break
        }
    }

    /// Marks are on the disk.
    mutating func remove(_ ids: [ArticleID], _ change: MarkChange) {
        switch change {
        case .read: MarkWishes.remove(ids, from: &read)
        case .starred: MarkWishes.remove(ids, from: &starred)
        case .tagged: break
        }
    }

    func isRead(_ listing: Listing) -> Bool { read[listing.id]?.value ?? listing.isRead }

    func isStarred(_ listing: Listing) -> Bool { starred[listing.id]?.value ?? listing.isStarred }

    private static func add(_ ids: [ArticleID], _ value: Bool, to wishes: inout [ArticleID: Wish]) {
        for id in ids { wishes[id] = Wish(value: value, waiting: (wishes[id]?.waiting ?? 0) + 1) }
    }

    private static func remove(_ ids: [ArticleID], from wishes: inout [ArticleID: Wish]) {
        for id in ids {
            guard var wish = wishes[id] else { continue }
            wish.waiting -= 1
            wishes[id] = wish.waiting > 0 ? wish : nil
        }
    }
}
