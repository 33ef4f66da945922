import Glibc
import News

/// Puts articles into stories as they come: each into the nearest story of the last days, or into one of its own.
///
/// A single pass: stories never fall apart and keep their number. Only stories made of headlines are joined later,
/// since a headline alone often does not show what it belongs to.
struct StoryClusterer {
    /// How near an article must be to a story.
    static let nearness: Float = 0.15
    /// How near two stories of headlines must be to be one.
    static let joinNearness: Float = 0.13
    /// Words up to which an item is hardly more than a headline.
    static let headlineLength = 25
    /// The exponent of rarity in headlines: of so few words the rarest alone would decide, which is often not the event's.
    ///
    /// Measured on an archive of headlines and on both halves of it (B³-F1 0.836 became 0.862, and 0.842 and 0.843 became
    /// 0.883 and 0.900); 0.6 and 0.8 give less.
    static let headlineFlatness = 0.7

    let documents: Int
    /// Articles in the archive when the first of the window were weighed.
    private var weighedAt: Int
    private var frequencies: Frequencies
    private var window = StoryWindow()
    private var days: [Int64: StoryDay] = [:]
    private var changedDays: Set<Int64> = []
    /// Stories that got an article since headlines were last joined.
    private var touched: Set<Int> = []
    /// Articles that never come into one story.
    private let apart: Separations

    private typealias Item = (article: ArticleID, hour: Int32?, vector: TermVector)

    /// A clusterer that goes on from where an earlier one stopped, or from the store alone.
    init(documents: Int, frequencies: Frequencies, memory: StoryMemory?, apart: Separations = [:]) {
        self.documents = documents
        self.apart = apart
        self.frequencies = frequencies
        weighedAt = documents
        if let memory, Double(documents) <= Double(memory.documents) * StoryMemory.growth {
            weighedAt = memory.documents
            window = memory.window
            days = memory.days
        }
    }

    /// What the next clusterer can go on from.
    func memory(ledger: [UInt8]) -> StoryMemory {
        StoryMemory(ledger: ledger, documents: weighedAt, window: window, days: days)
    }

    /// Assigns the articles of a batch, oldest first.
    mutating func assign(
        _ documents: [RelatedDocument], _ vectors: [TermVector],
        in store: inout PendingStore<some RelatedStore>
    ) throws {
        let items: [Item] = zip(documents, vectors).map { ($0.id, $1.hour, $1) }
        let undated = items.filter { $0.hour == nil }.sorted { $0.article < $1.article }
        let dated = items.filter { $0.hour != nil }
            .sorted { ($0.hour ?? 0, $0.article) < ($1.hour ?? 0, $1.article) }
        try assignUndated(undated, in: &store)
        var today: Int64?
        for item in dated {
            let day = StoryDay.place(of: item.hour)
            if day != today, let hour = item.hour {
                joinHeadlines(in: &store)
                try move(to: day, hour: hour, in: &store)
                today = day
            }
            try assign(item.article, item.hour, item.vector, in: &store)
        }
        joinHeadlines(in: &store)
        writeDays(to: &store)
    }

    /// Articles without a date are compared with each other only.
    private mutating func assignUndated(
        _ items: [Item], in store: inout PendingStore<some RelatedStore>
    ) throws {
        guard !items.isEmpty else { return }
        let dated = window
        window = StoryWindow()
        try load(StoryDay.undated, in: store)
        for item in items { try assign(item.article, nil, item.vector, in: &store) }
        joinHeadlines(in: &store)
        window = dated
        writeDays(to: &store)
        days[StoryDay.undated] = nil
    }

    /// Forgets what is over on a day, and reads what may still go on.
    private mutating func move(
        to day: Int64, hour: Int32, in store: inout PendingStore<some RelatedStore>
    ) throws {
        let first = max(1, day - 2)
        if days.keys.contains(where: { $0 < first || $0 > day + 2 }) {
            writeDays(to: &store)
            days = days.filter { $0.key >= first && $0.key <= day + 2 }
            window.keep(from: hour - StoryWindow.reach, to: hour + StoryWindow.reach)
        }
        for place in first...(day + 2) { try load(place, in: store) }
    }

    private mutating func writeDays(to store: inout PendingStore<some RelatedStore>) {
        for place in changedDays { store.write(days[place]?.bytes ?? [], for: RelatedKey(.storyDay, place)) }
        changedDays = []
    }

    private mutating func load(_ place: Int64, in store: PendingStore<some RelatedStore>) throws {
        guard days[place] == nil else { return }
        let bytes = try store.value(for: RelatedKey(.storyDay, place)) ?? []
        let day = StoryDay(bytes: bytes, place: place)
        days[place] = day
        let limit = place == StoryDay.undated ? Limits.undatedStoryMembers : Limits.storyMembersPerDay
        for member in day.members.suffix(limit) {
            guard let vector = try store.value(for: RelatedKey(.vector, member.article.number)) else {
                continue
            }
            let known = TermVector(bytes: vector)
            window.add(
                member, try unitVector(known, in: store), isHeadline: known.length < Self.headlineLength)
        }
    }

    private mutating func assign(
        _ article: ArticleID, _ hour: Int32?, _ vector: TermVector,
        in store: inout PendingStore<some RelatedStore>
    ) throws {
        let isHeadline = vector.length < Self.headlineLength
        // An article that changed stays where readers found it.
        guard window.storyOf[article] == nil else { return }
        let terms = try unitVector(vector, in: store)
        let products = window.products(terms)
        var story = StoryID(beganBy: article)
        if let best = window.best(for: products, at: hour, except: storiesApart(from: [article])),
            best.nearness >= Self.nearness
        {
            story = window.stories[best.story].id
        }
        let member = StoryDay.Member(article: article, story: story, hour: hour)
        window.add(member, terms, isHeadline: isHeadline, products: products)
        if let place = window.storyOf[article] { touched.insert(window.root(place)) }
        put(member, in: &store)
    }

    /// The stories of articles that a person wants apart from any of these.
    private func storiesApart(from articles: some Sequence<ArticleID>) -> Set<Int> {
        guard !apart.isEmpty else { return [] }
        return Set(
            articles.flatMap { apart[$0] ?? [] }.compactMap { window.storyOf[$0] }.map { window.root($0) })
    }

    private mutating func put(_ member: StoryDay.Member, in store: inout PendingStore<some RelatedStore>) {
        let place = StoryDay.place(of: member.hour)
        days[place, default: StoryDay()].put(member)
        changedDays.insert(place)
        store.put(member.article, in: member.story)
    }

    /// The telling terms of an article, weighted, of length one.
    private mutating func unitVector(
        _ vector: TermVector, in store: some RelatedStore
    ) throws -> [StoryWindow.Term] {
        var terms: [StoryWindow.Term] = []
        var square: Float = 0
        let isHeadline = vector.length < Self.headlineLength
        let counts = try vector.entries.map { try frequencies.count(of: $0.term, in: store) }
        let community = LanguageCommunity(
            zip(vector.entries, counts).map { (Int($0.frequency), $1) }, length: vector.length,
            documents: documents)
        for (entry, count) in zip(vector.entries, counts) {
            guard SearchQuery.isTelling(count, documents: documents, isKept: false),
                !community.isSmallWord(count)
            else { continue }
            let rarity = TermWeight.rarity(count: count, documents: documents)
            let weight = Float(
                TermWeight.ofFrequency[Int(entry.frequency)]
                    * (isHeadline ? pow(rarity, Self.headlineFlatness) : rarity))
            square += weight * weight
            terms.append(StoryWindow.Term(number: entry.term, weight: weight))
        }
        let length = max(square.squareRoot(), 0.001)
        return terms.map { StoryWindow.Term(number: $0.number, weight: $0.weight / length) }
    }

    // MARK: Headlines

    private struct Pair {
        var one: Int
        var other: Int
        var product: Float
        var nearness: Float
    }

    /// Joins stories made of headlines that turn out to be about the same, the most alike first.
    private mutating func joinHeadlines(in store: inout PendingStore<some RelatedStore>) {
        defer { touched = [] }
        for _ in 0..<3 {
            let pairs = alikeHeadlines()
            touched = []
            var joined: Set<Int> = []
            for pair in pairs where !joined.contains(pair.one) && !joined.contains(pair.other) {
                joined.insert(pair.one)
                joined.insert(pair.other)
                for member in window.join(pair.one, pair.other, product: pair.product) {
                    put(member, in: &store)
                }
                touched.insert(window.root(pair.one))
            }
            if joined.isEmpty { return }
        }
    }

    private func alikeHeadlines() -> [Pair] {
        var pairs: [Pair] = []
        for one in touched.sorted() {
            let story = window.stories[one]
            guard story.joined == nil, story.isHeadlines else { continue }
            var sum: [UInt32: Float] = [:]
            for member in story.members {
                for term in window.vectors[member.article] ?? [] {
                    sum[term.number, default: 0] += term.weight
                }
            }
            let terms = sum.map { StoryWindow.Term(number: $0.key, weight: $0.value) }
                .sorted { $0.number < $1.number }
            let products = window.products(terms)
            let apart = storiesApart(from: story.members.map(\.article))
            for other in products.indices where products[other] > 0 && other != one {
                // Two touched stories meet once.
                if other < one, touched.contains(other) { continue }
                let second = window.stories[other]
                guard second.joined == nil, second.isHeadlines, !apart.contains(other) else { continue }
                let nearness =
                    products[other] / (story.square * second.square).squareRoot()
                    * StoryWindow.closeness(story, first: second.first, last: second.last)
                if nearness >= Self.joinNearness {
                    pairs.append(Pair(one: one, other: other, product: products[other], nearness: nearness))
                }
            }
        }
        return pairs.sorted { ($0.nearness, $1.one, $1.other) > ($1.nearness, $0.one, $0.other) }
    }
}
