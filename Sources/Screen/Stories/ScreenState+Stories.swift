import Library
import News

extension ScreenState {
    /// The story that the selected row of the list stands for; nothing for an article alone.
    var selectedStory: StoryID? {
        guard focus == .list, let row = list.selection, let story = row.story,
            list.stories.sizes[story, default: 0] > 1
        else { return nil }
        return story
    }

    /// Why: the story of a row in the list, elsewhere the related article.
    mutating func explain() -> [ScreenEffect] {
        if let selectedStory { return [.explainStory(selectedStory)] }
        return showReasons()
    }

    /// Follows the story of the article that is read, or no longer.
    mutating func toggleFollowing() -> [ScreenEffect] {
        guard let story = reader.reading?.listing.story else { return [] }
        return [.followStory(story, !sources.isFollowed(story))]
    }

    /// Says of the selected related article that it has nothing to do with the one that is read, or tells the same story.
    mutating func tell(_ change: StoryChange) -> [ScreenEffect] {
        guard let article = reader.reading?.listing.id, let other = related.selection?.listing?.id else {
            return []
        }
        return [.tell(change, other, beside: article)]
    }

    /// What a person said of stories is on the disk.
    mutating func receive(_ change: StoryChange, isNew: Bool) -> [ScreenEffect] {
        notice =
            switch change {
            case .apart:
                isNew ? Line("Kept apart; \(key(.undo)) takes it back") : "They are kept apart already"
            case .together: Line("One story now; \(key(.undo)) takes it back")
            case .followed(true): Line("Following this story; \(key(.followStory)) ends it")
            case .followed(false): "Not followed any more"
            }
        if case .followed = change { return [.loadSources] }
        return reloadAll() + (reader.reading.map { [.relate($0.listing.id)] } ?? [])
    }

    /// Why articles are one story.
    mutating func show(_ found: StoryReasons?) -> [ScreenEffect] {
        guard let found else {
            notice = "This story is not in the library any more"
            return []
        }
        let story = found.story
        let count = story.articles.count
        var paragraphs: [[TextOverlay.Run]] = [
            [TextOverlay.Run(story.headline.text, .heading)], [TextOverlay.Run(measure(story), .faint)], [],
            [TextOverlay.Run(found.terms.isEmpty ? "No single word stands out." : "They speak of:")],
        ]
        paragraphs += found.terms.map { term in
            [
                TextOverlay.Run("\(glyphs.dot) \(term.text)"),
                TextOverlay.Run("\(term.count == count ? "all" : "\(term.count) of \(count)")", .faint),
            ]
        }
        paragraphs.append([])
        paragraphs += story.articles.map { listing in
            let mark = listing.isRead ? glyphs.read : glyphs.unread
            let sign = listing.id == story.representative ? " \(glyphs.story)" : ""
            return [
                TextOverlay.Run(
                    "\(mark) \(times.whole(listing.moment, now: now)) \(listing.sourceTitle)\(sign):", .faint),
                TextOverlay.Run(listing.headline.text),
            ]
        }
        reasons = TextOverlay(title: "One story", paragraphs: paragraphs)
        return []
    }

    /// `6 articles · 4 sources · 12 May 09:14 to 13 May 10:00 · followed`.
    private func measure(_ story: Story) -> String {
        let moments = [story.articles.first?.moment, story.articles.last?.moment].compactMap { $0 }
            .map { times.whole($0, now: now) }
        let parts = [
            "\(story.articles.count) articles",
            "\(story.sourceCount) \(story.sourceCount == 1 ? "source" : "sources")",
            Set(moments).count == 1 ? moments[0] : moments.joined(separator: " to "),
        ]
        return (parts + (story.isFollowed ? ["followed"] : [])).joined(separator: " \(glyphs.dot) ")
    }
}
