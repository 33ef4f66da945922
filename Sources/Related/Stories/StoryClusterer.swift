import News

/// Puts articles into stories as they come: each into the nearest story of the last days, or into one of its own.
///
/// A single pass: stories never fall apart and keep their number. Only stories made of headlines are joined later,
/// since a headline alone often does not show what it belongs to.
struct StoryClusterer {
    /// How near an article must be to a story.
    ///
    /// Headlines have fewer words to agree in.
    static let nearness: Float = 0.15
    static let headlineNearness: Float = 0.15
    /// How near two stories of headlines must be to be one.
    static let joinNearness: Float = 0.13
    /// Words up to which an item is hardly more than a headline.
    static let headlineLength = 25

    let documents: Int
    var frequencies: Frequencies
    private var window = StoryWindow()
    private var days: [Int64: StoryDay] = [:]
    private var changedDays: Set<Int64> = []
    /// Hours that the batch can be compared with.
    private var reach: ClosedRange<Int32> = 0...0

    init(documents: Int, frequencies: Frequencies) {
        self.documents = documents
        self.frequencies = frequencies
    }

    /// Assigns the articles of a batch, oldest first.
    mutating func assign(
        _ documents: [RelatedDocument], _ vectors: [TermVector],
        in store: inout PendingStore<some RelatedStore>
    ) throws {
        let items = zip(documents, vectors).map {
            (article: $0.id, hour: $1.hour, vector: $1)
        }
        let undated = items.filter { $0.hour == nil }.sorted { $0.article < $1.article }
        let dated = items.filter { $0.hour != nil }
            .sorted { ($0.hour ?? 0, $0.article) < ($1.hour ?? 0, $1.article) }
        if !undated.isEmpty {
            try load(StoryDay.undated, in: store)
            for item in undated { try assign(item.article, nil, item.vector, in: &store) }
            joinHeadlines(in: &store)
            window = StoryWindow()
        }
        let hours = dated.compactMap(\.hour)
        let (first, last) = (hours.first ?? 0, hours.last ?? 0)
        reach = (first &- StoryWindow.silence)...(last &+ StoryWindow.silence)
        var today: Int64?
        for item in dated {
            let day = StoryDay.place(of: item.hour)
            if day != today, let hour = item.hour {
                joinHeadlines(in: &store)
                window = window.without(before: hour - StoryWindow.silence - 24)
                for place in max(1, day - 2)...(day + 2) { try load(place, in: store) }
                today = day
            }
            try assign(item.article, item.hour, item.vector, in: &store)
        }
        joinHeadlines(in: &store)
        for place in changedDays {
            store.write(days[place]?.bytes ?? [], for: RelatedKey(.storyDay, place))
        }
    }

    private mutating func load(_ place: Int64, in store: PendingStore<some RelatedStore>) throws {
        guard days[place] == nil else { return }
        let bytes = try store.value(for: RelatedKey(.storyDay, place)) ?? []
        let day = StoryDay(bytes: bytes, place: place)
        days[place] = day
        let limit = place == StoryDay.undated ? Limits.undatedStoryMembers : Limits.storyMembersPerDay
        for member in day.members.suffix(limit) {
            if let hour = member.hour, !reach.contains(hour) { continue }
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
        let threshold = isHeadline ? Self.headlineNearness : Self.nearness
        if let best = window.best(for: products, at: hour), best.nearness >= threshold {
            story = window.stories[best.story].id
        }
        let member = StoryDay.Member(article: article, story: story, hour: hour)
        window.add(member, terms, isHeadline: isHeadline, products: products)
        put(member, in: &store)
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
        for entry in vector.entries {
            let count = try frequencies.count(of: entry.term, in: store)
            guard SearchQuery.isTelling(count, documents: documents, isKept: false) else { continue }
            let weight = Float(
                TermWeight.ofFrequency[Int(entry.frequency)]
                    * TermWeight.rarity(count: count, documents: documents))
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
        for _ in 0..<3 {
            let pairs = alikeHeadlines()
            var joined: Set<Int> = []
            for pair in pairs where !joined.contains(pair.one) && !joined.contains(pair.other) {
                joined.insert(pair.one)
                joined.insert(pair.other)
                for member in window.join(pair.one, pair.other, product: pair.product) {
                    put(member, in: &store)
                }
            }
            if joined.isEmpty { return }
        }
    }

    private func alikeHeadlines() -> [Pair] {
        var pairs: [Pair] = []
        for (one, story) in window.stories.enumerated() where story.joined == nil && story.isHeadlines {
            var sum: [UInt32: Float] = [:]
            for member in story.members {
                for term in window.vectors[member.article] ?? [] {
                    sum[term.number, default: 0] += term.weight
                }
            }
            let terms = sum.map { StoryWindow.Term(number: $0.key, weight: $0.value) }
                .sorted { $0.number < $1.number }
            let products = window.products(terms)
            for other in (one + 1)..<max(one + 1, products.count) where products[other] > 0 {
                let second = window.stories[other]
                guard second.joined == nil, second.isHeadlines else { continue }
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
