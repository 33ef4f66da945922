import Library
import News

/// A row of a list on the command line.
enum ListingText {
    /// `12 ● 2026-05-12 15:58 ★ Headline — Source`.
    static func line(_ listing: Listing) -> String {
        let time = Surroundings.localTime(listing.moment)
        let marks =
            (listing.isRead ? "○" : "●") + " \(time.date) \(time.time()) " + (listing.isStarred ? "★ " : "")
            + (listing.hasFullText ? "⇩ " : "")
        return "\(listing.id) \(marks)\(listing.headline) — \(listing.sourceTitle)"
    }

    /// The keys that `list --json` has.
    static func json(_ listing: Listing) -> [(String, JSONText)] {
        [
            ("id", .string(listing.id.description)), ("url", .text(listing.address)),
            ("title", .string(listing.headline.text)), ("feed", .string(listing.sourceTitle.text)),
            ("published", .time(listing.published)), ("read", .bool(listing.isRead)),
            ("starred", .bool(listing.isStarred)),
            ("story", .text(listing.story.map { String($0.number) })),
            ("fulltext", .bool(listing.hasFullText)),
        ]
    }
}
