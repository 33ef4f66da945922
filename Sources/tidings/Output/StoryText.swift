import Library
import News

/// A story on the command line.
enum StoryText {
    /// `6 articles, 4 sources, 2026-05-12 – 2026-05-13, 2 unread, followed: Headline`.
    static func summary(_ story: Story) -> String {
        "\(measure(story)): \(story.headline)"
    }

    private static func measure(_ story: Story) -> String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        let days = [story.articles.first, story.articles.last].compactMap { $0 }
            .map { Surroundings.localTime($0.moment).date }
        var parts = [
            count(story.articles.count, "article"), count(story.sourceCount, "source"),
            Set(days).count == 1 ? days[0] : days.joined(separator: " – "),
        ]
        if story.unread > 0 { parts.append("\(story.unread) unread") }
        if story.isFollowed { parts.append("followed") }
        return parts.joined(separator: ", ")
    }

    /// The headline, how large it is, then day by day who told it when; ◆ stands for the story.
    static func timeline(_ story: Story, _ terms: [StoryReasons.Term]) -> String {
        var lines = [story.headline.text, "story \(story.id): \(measure(story))"]
        if !terms.isEmpty {
            lines.append(
                "in common: " + terms.map { "\($0.text) (\($0.count))" }.joined(separator: " · "))
        }
        var day = ""
        for listing in story.articles {
            let time = Surroundings.localTime(listing.moment)
            if time.date != day {
                day = time.date
                lines += ["", day]
            }
            let marks =
                (listing.isRead ? "○" : "●") + (listing.id == story.representative ? " ◆ " : "   ")
                + (listing.isStarred ? "★ " : "")
            lines.append(
                "  \(time.time()) \(marks)\(listing.id) \(listing.headline) — \(listing.sourceTitle)")
        }
        return lines.joined(separator: "\n")
    }

    /// One object; `articles` are addresses, the oldest first.
    static func object(_ story: Story) -> String { JSONText.object(fields(of: story)).description }

    /// One object with a row of each article, and what they have in common.
    static func timelineObject(_ story: Story, _ terms: [StoryReasons.Term]) -> String {
        var pairs = fields(of: story)
        pairs.append(("timeline", .list(story.articles.map { .object(ListingText.json($0)) })))
        if !terms.isEmpty { pairs.append(("why", .texts(terms.map(\.text)))) }
        return JSONText.object(pairs).description
    }

    private static func fields(of story: Story) -> [(String, JSONText)] {
        let representative = story.articles.first { $0.id == story.representative }
        return [
            ("story", .string(story.id.description)), ("headline", .string(story.headline.text)),
            ("articles", .list(story.articles.map { .text($0.address) })),
            ("size", .integer(Int64(story.articles.count))),
            ("sources", .integer(Int64(story.sourceCount))), ("unread", .integer(Int64(story.unread))),
            ("first", .time(story.articles.first?.moment)), ("last", .time(story.articles.last?.moment)),
            ("followed", .bool(story.isFollowed)), ("representative", .text(representative?.address)),
        ]
    }
}
