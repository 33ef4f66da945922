import Library
import News

/// Twelve articles that do not change, for scenes: answers a screen's effects at once, as the library would.
struct SceneNewsstand {
    static let now = Timestamp(CivilTime(year: 2026, month: 5, day: 12, hour: 14, minute: 22))

    private var readings: [Reading]

    init(isEmpty: Bool = false) { readings = isEmpty ? [] : SceneNewsstand.articles }

    /// How far articles were read.
    var places: [ArticleID: Int] = [:]

    /// The article of a number.
    func reading(_ id: ArticleID) -> Reading? {
        var reading = readings.first { $0.listing.id == id }
        reading?.place = places[id] ?? 0
        return reading
    }

    /// Articles whose full text is held.
    private var fullTexts: Set<ArticleID> = []

    mutating func fetchText(of id: ArticleID) { fullTexts.insert(id) }

    /// The article with one of its texts.
    func reading(_ id: ArticleID, _ choice: TextChoice) -> Reading? {
        guard var reading = reading(id) else { return nil }
        reading.hasFullText = fullTexts.contains(id)
        guard reading.hasFullText, choice != .feed else { return reading }
        reading.fullText = FullTextNotes(pages: 2)
        reading.blocks.append(.paragraph([.text("This stands on the page, and not in the feed.")]))
        return reading
    }

    /// Gives an article more text than fits.
    mutating func lengthen(_ id: ArticleID, paragraphs: Int) {
        guard let index = readings.firstIndex(where: { $0.listing.id == id }) else { return }
        readings[index].blocks += (1...paragraphs).map { number in
            let text =
                "Paragraph \(number) of many, with words enough to be set on more than one line anywhere."
            return .paragraph([.text(Prose(text))])
        }
    }

    var listings: [Listing] { readings.map(\.listing).sorted { $0.position < $1.position } }

    /// Makes an article another one.
    mutating func change(_ id: ArticleID, _ change: (inout Reading) -> Void) {
        for index in readings.indices where readings[index].listing.id == id { change(&readings[index]) }
    }

    mutating func remove(_ id: ArticleID) { readings.removeAll { $0.listing.id == id } }

    /// A change that can be taken back.
    struct Step {
        var ids: [ArticleID]
        var change: PersonalChange
        var count: Int { ids.count }
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    private var tags: [ArticleID: Set<Tag>] = [:]

    /// Changes marks; says how many changed.
    @discardableResult
    mutating func mark(_ ids: [ArticleID], _ change: MarkChange) -> Int {
        let changing = ids.filter { !has($0, change) }
        guard !changing.isEmpty else { return 0 }
        set(changing, change)
        done.append(Step(ids: changing, change: .marks(change)))
        undone = []
        return changing.count
    }

    mutating func undo() -> Step? {
        guard let step = done.popLast() else { return nil }
        set(step, isReversed: true)
        undone.append(step)
        return step
    }

    mutating func redo() -> Step? {
        guard let step = undone.popLast() else { return nil }
        set(step, isReversed: false)
        done.append(step)
        return step
    }

    private mutating func set(_ step: Step, isReversed: Bool) {
        switch step.change {
        case .marks(let mark): set(step.ids, isReversed ? mark.reversed : mark)
        case .stories(let change): set(change, step.ids, isReversed: isReversed)
        case .rules(let change): set(change, step.ids, isReversed: isReversed)
        }
    }

    // MARK: Rules

    private(set) var rules: [Rule] = []

    func suggestions(for id: ArticleID) -> [RuleSuggestion] {
        guard let listing = reading(id)?.listing else { return [] }
        let rule = Rule(.mute, "source:\"\(listing.sourceTitle)\"")
        let count = listings.count { $0.source == listing.source && !$0.isRead }
        return [
            RuleSuggestion(kind: "source", name: listing.sourceTitle, rule: rule, count: count),
            RuleSuggestion(
                kind: "author", name: "Mara Lindqvist", rule: Rule(.mute, "author:\"Mara Lindqvist\""),
                count: 2),
            RuleSuggestion(kind: "term", name: "Storm", rule: Rule(.mute, "title:storm"), count: 3),
        ]
    }

    /// Knows rules for one source only.
    mutating func change(_ change: RuleChange) -> Int {
        let ids = listings.filter { change.rule.query.contains($0.sourceTitle.text) && !$0.isRead }.map(\.id)
        set(change, ids, isReversed: false)
        done.append(Step(ids: ids, change: .rules(change)))
        undone = []
        return ids.count
    }

    private mutating func set(_ change: RuleChange, _ ids: [ArticleID], isReversed: Bool) {
        rules.removeAll { $0 == change.rule }
        let isAdded = if case .added = change { !isReversed } else { isReversed }
        if isAdded { rules.append(change.rule) }
        guard case .added(let rule) = change else { return }
        set(ids, isReversed ? rule.action.change.reversed : rule.action.change)
    }

    // MARK: Stories

    private var apart: Set<Set<ArticleID>> = []
    private var joined: Set<Set<ArticleID>> = []
    private var isFollowed = false

    var followed: [FollowedStory] { isFollowed ? stories.map(\.asSource) : [] }

    mutating func tell(_ change: StoryChange, _ id: ArticleID, beside other: ArticleID) {
        set(change, [id, other], isReversed: false)
        done.append(Step(ids: [id, other], change: .stories(change)))
        undone = []
    }

    mutating func follow(_ story: StoryID, _ isFollowed: Bool) {
        set(.followed(isFollowed), [], isReversed: false)
        done.append(Step(ids: [ArticleID(story.number)], change: .stories(.followed(isFollowed))))
        undone = []
    }

    private mutating func set(_ change: StoryChange, _ ids: [ArticleID], isReversed: Bool) {
        switch change {
        case .apart: if isReversed { apart.remove(Set(ids)) } else { apart.insert(Set(ids)) }
        case .together: if isReversed { joined.remove(Set(ids)) } else { joined.insert(Set(ids)) }
        case .followed(let value): isFollowed = value != isReversed
        }
    }

    private func has(_ id: ArticleID, _ change: MarkChange) -> Bool {
        let listing = reading(id)?.listing
        return switch change {
        case .read(let isRead): listing?.isRead == isRead
        case .starred(let isStarred): listing?.isStarred == isStarred
        case .tagged(let tag, let isSet): tags[id, default: []].contains(tag) == isSet
        }
    }

    private mutating func set(_ ids: [ArticleID], _ change: MarkChange) {
        for index in readings.indices where ids.contains(readings[index].listing.id) {
            switch change {
            case .read(let isRead): readings[index].listing.isRead = isRead
            case .starred(let isStarred): readings[index].listing.isStarred = isStarred
            case .tagged(let tag, true): tags[readings[index].listing.id, default: []].insert(tag)
            case .tagged(let tag, false): tags[readings[index].listing.id]?.remove(tag)
            }
        }
    }

    var stories: [Story] {
        let articles = listings.filter { $0.id.number <= 3 }
        guard let first = articles.first else { return [] }
        return [
            Story(
                id: StoryID(1), articles: articles.sorted { $0.moment < $1.moment }, representative: first.id,
                isFollowed: isFollowed)
        ]
    }

    func tags(of id: ArticleID?) -> [Tag] {
        guard let id else {
            let known = ["storm", "sea", "seaside", "to-read"].compactMap { Tag($0) }
            return Set(known + tags.values.flatMap { $0 }).sorted()
        }
        return tags[id, default: []].sorted()
    }

    /// The letter, from 1, where a query cannot be read: the only field here is `is:`.
    func fault(in query: String) -> Int? {
        let fields = ["is:", "story:"]
        for word in query.split(separator: " ")
        where word.contains(":") && !fields.contains(where: word.hasPrefix) {
            return query.distance(from: query.startIndex, to: word.startIndex) + 1
        }
        return nil
    }

    private func words(of query: String) -> [String] {
        query.lowercased().split(separator: " ").filter { !$0.contains(":") }.map { word in
            String(word.filter { $0 != "*" })
        }
    }

    private func isFound(_ listing: Listing, _ query: String) -> Bool {
        if query.contains("is:unread"), listing.isRead { return false }
        if query.contains("story:"), listing.id.number > 3 { return false }
        guard let reading = reading(listing.id) else { return false }
        let text = (listing.headline.text + " " + text(reading)).lowercased()
        return words(of: query).allSatisfy { text.contains($0) }
    }

    private func text(_ reading: Reading) -> String {
        reading.blocks.compactMap { block in
            guard case .paragraph(let content) = block else { return nil }
            return content.compactMap { inline in
                guard case .text(let text) = inline else { return nil }
                return text.text
            }.joined()
        }.joined(separator: " ")
    }

    func excerpts(of ids: [ArticleID], _ query: String) -> [ArticleID: SearchExcerpt] {
        var excerpts: [ArticleID: SearchExcerpt] = [:]
        for reading in readings where ids.contains(reading.listing.id) {
            let body = Line(text(reading))
            excerpts[reading.listing.id] = SearchExcerpt(
                headlineHits: hits(query, in: reading.listing.headline.text),
                snippet: Snippet(text: body, hits: hits(query, in: body.text)))
        }
        return excerpts
    }

    private func hits(_ query: String, in text: String) -> [Range<Int>] {
        words(of: query).compactMap { word in
            guard let range = text.lowercased().firstRange(of: word) else { return nil }
            let start = text.lowercased().distance(from: text.lowercased().startIndex, to: range.lowerBound)
            return start..<(start + word.count)
        }
    }

    /// What article 2 said first.
    func firstVersion(of id: ArticleID) -> FirstVersion? {
        guard id.number == 2 else { return nil }
        return FirstVersion(
            replaced: SceneNewsstand.now, headline: "Evacuation order widened to two districts",
            text: "This is all there is to say about it.",
            currentText: "This is what there is to say about it, and it is not much.")
    }

    func listings(_ scope: ListScope) -> [Listing] {
        listings.filter { listing in
            switch scope {
            case .all, .folder: true
            case .query(let query): isFound(listing, query)
            case .unread: !listing.isRead
            case .starred: listing.isStarred
            case .since(let moment): listing.moment >= moment
            case .source(let source): listing.source == source
            }
        }
    }

    var overview: SourcesOverview {
        guard !readings.isEmpty else { return SourcesOverview() }
        return SourcesOverview(
            sources: sources, failing: [SourceID(3)], resting: [SourceID(2)],
            saved: [SavedQuery(name: "Storms", query: "storm")], stories: followed)
    }

    private var sources: [Source] {
        zip(SceneNewsstand.sources, 1...).map { title, number in
            let id = SourceID(Int64(number))
            let unread = listings.filter { $0.source == id && !$0.isRead }.count
            return Source(
                id: id, address: nil, title: Line(title), link: nil, folder: number < 3 ? "World" : "",
                unread: unread)
        }.sorted { ($0.folder, $0.title) < ($1.folder, $1.title) }
    }

    /// The others that name the storm, by age; what the page itself recommends.
    func related(to id: ArticleID) -> RelatedNews {
        guard let article = reading(id), article.article.headline.text.contains("Aila") else {
            return RelatedNews()
        }
        let others = listings.filter {
            $0.id != id && $0.headline.text.contains("storm") || $0.id.number == 2 && id.number != 2
        }.filter { !apart.contains([$0.id, id]) }
        let items = others.map { listing in
            let age = article.listing.moment - listing.moment
            let isStory = abs(age) < 172_800 || joined.contains([listing.id, id])
            let group: RelatedNews.Group = isStory ? .story : age > 0 ? .background : .followUp
            return RelatedNews.Item(
                listing: listing, group: group, score: 0.5, terms: ["Vell", "evacuation"], time: "same day")
        }
        return RelatedNews(items: items, recentNews: [Reference(title: "Port strike enters day 3")])
    }

    private static let sources = ["The Harbour Post", "Kanal Nord", "Weather Row", "東京夕刊"]

    private static let articles: [Reading] = [
        make(
            1, 1, "Storm Aila reaches category four as coastal towns empty", hoursAgo: 1,
            dek: "A third evacuation order in two days covers 41,000 people.", authors: ["Mara Lindqvist"],
            sections: ["World", "Climate"],
            body: [
                .paragraph([
                    .text(
                        "The harbour at Vell was empty by midday. Fishing boats that had not left for the north were tied three deep along the inner quay."
                    )
                ]),
                .heading(level: 2, [.text("What we know")]),
                .list(
                    Block.List(
                        marker: .bullet,
                        items: [
                            Block.List.Item(
                                number: 1,
                                blocks: [.paragraph([.text("Landfall is expected between 02:00 and 04:00.")])]
                            ),
                            Block.List.Item(
                                number: 2, blocks: [.paragraph([.text("Ferries stopped at noon.")])]),
                        ])),
                .quote([.paragraph([.text("We left with the dog and the deeds.")])]),
                .paragraph([
                    .text("The "),
                    .link([.text("harbour authority")], address("https://harbour.example/notice")),
                    .text(" closed the gates at one."),
                ]),
            ]),
        make(2, 2, "Evacuation order widened to three districts", hoursAgo: 2),
        make(3, 3, "What a category four storm means", hoursAgo: 4),
        make(4, 3, "After the storm of 2024: what went wrong at Vell", hoursAgo: 14_000),
        make(5, 1, "Parliament passes the repair act", hoursAgo: 5, isStarred: true),
        make(6, 4, "東京株、3日続伸　半導体に買い", hoursAgo: 7),
        make(7, 2, "Zentralbank lässt den Zins unverändert", hoursAgo: 26, isRead: true),
        make(8, 1, "Opinion: the ferry that never was", hoursAgo: 30),
        make(
            9, 1, "A very long headline that goes on and on until there is no room left for it in any column",
            hoursAgo: 50),
        make(10, 3, "עננים מעל הים", hoursAgo: 60),
        make(11, 2, "Neun Jahre Warten auf 300 Quadratmeter", hoursAgo: 80, isRead: true),
        make(12, 1, "Old boats, new owners", hoursAgo: 9_000),
    ]

    private static func make(
        _ id: Int64, _ source: Int64, _ headline: String, hoursAgo: Int64, dek: Line? = nil,
        authors: [Line] = [],
        sections: [Line] = [], isRead: Bool = false, isStarred: Bool = false, body: [Block]? = nil
    ) -> Reading {
        let moment = now.advanced(by: -hoursAgo * 3600)
        let listing = Listing(
            id: ArticleID(id), source: SourceID(source), sourceTitle: Line(sourceName(source)),
            headline: Line(headline), address: address("https://post.example/\(id)"),
            moment: moment, published: moment, isRead: isRead, isStarred: isStarred,
            story: id <= 3 ? StoryID(1) : nil)
        let sound = Enclosure(
            address: address("https://post.example/\(id).mp3"), type: "audio/mpeg", length: 12_000_000)
        let article = Article(
            identity: String(id), headline: Line(headline), address: address("https://post.example/\(id)"),
            dek: dek,
            authors: authors.map { Author(name: $0) }, published: moment, sections: sections,
            enclosures: id == 8 ? [sound] : [])
        let blocks =
            body ?? [.paragraph([.text(Prose("This is what there is to say about it, and it is not much."))])]
        return Reading(listing: listing, article: article, blocks: blocks, minutes: 1)
    }

    private static func sourceName(_ number: Int64) -> String { sources[Int(number) - 1] }

    private static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }
}
