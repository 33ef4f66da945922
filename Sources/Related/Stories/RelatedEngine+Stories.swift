import News

extension RelatedEngine {
    /// Puts articles into other stories because a person said so.
    ///
    /// What comes later is compared with the stories as they are then. Articles that are not indexed are left out.
    public static func move(_ stories: [ArticleID: StoryID], in store: inout some RelatedStore) throws {
        var change = RelatedChange()
        var days: [Int64: StoryDay] = [:]
        for (article, story) in stories {
            guard let bytes = try store.value(for: RelatedKey(.vector, article.number)) else { continue }
            let hour = TermVector(bytes: bytes).hour
            let place = StoryDay.place(of: hour)
            var day =
                try days[place]
                ?? StoryDay(bytes: store.value(for: RelatedKey(.storyDay, place)) ?? [], place: place)
            day.put(StoryDay.Member(article: article, story: story, hour: hour))
            days[place] = day
            change.stories[article] = story
        }
        guard !days.isEmpty else { return }
        for (place, day) in days { change.writes[RelatedKey(.storyDay, place)] = day.bytes }
        var ledger = Ledger(bytes: try store.value(for: RelatedKey(.ledger)) ?? [])
        ledger.storyChanges += 1
        change.writes[RelatedKey(.ledger)] = ledger.bytes
        try store.apply(change)
    }

    /// The articles that have nearly the words of one: the same text, printed elsewhere.
    ///
    /// Another telling of the event is no copy, and neither is an item too short to tell.
    public static func copies(
        of article: ArticleID, among others: some Sequence<ArticleID>, in store: some RelatedStore
    ) throws -> [ArticleID] {
        func vector(_ id: ArticleID) throws -> TermVector? {
            guard let bytes = try store.value(for: RelatedKey(.vector, id.number)) else { return nil }
            let vector = TermVector(bytes: bytes)
            return vector.entries.count >= HitList.fewestTerms ? vector : nil
        }
        guard let original = try vector(article) else { return [] }
        return try others.filter { other in
            guard other != article, let vector = try vector(other) else { return false }
            return HitList.overlap(original, vector) >= HitList.copy
        }
    }
}
