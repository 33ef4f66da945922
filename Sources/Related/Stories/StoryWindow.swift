import News

/// The stories of a few days and what they are about.
///
/// A story is the sum of its members' unit vectors. The sum is never written out: the members' terms stand in lists,
/// so the product with every story falls out of one walk, and the length of a sum follows from the products.
struct StoryWindow {
    /// One story.
    struct Story {
        var id: StoryID
        /// Square of the length of the sum of its members.
        var square: Float = 0
        var first: Int32?
        var last: Int32?
        var members: [StoryDay.Member] = []
        /// Whether all its members are hardly more than a headline.
        var isHeadlines = true
        /// The story that took it in.
        var joined: Int?
    }

    /// A member's term in the lists.
    struct Occurrence {
        var story: Int32
        var weight: Float
    }

    /// A term of a unit vector.
    struct Term {
        var number: UInt32
        var weight: Float
    }

    /// Hours without news after which a story is over.
    static let silence: Int32 = 48

    private(set) var stories: [Story] = []
    private(set) var occurrences: [UInt32: [Occurrence]] = [:]
    private(set) var vectors: [ArticleID: [Term]] = [:]
    private(set) var storyOf: [ArticleID: Int] = [:]
    private var places: [StoryID: Int] = [:]

    /// The story that stands for another after joining.
    func root(_ story: Int) -> Int {
        var place = story
        while let next = stories[place].joined { place = next }
        return place
    }

    /// The products of a unit vector with all stories.
    func products(_ terms: [Term]) -> [Float] {
        var products = [Float](repeating: 0, count: stories.count)
        for term in terms {
            for occurrence in occurrences[term.number] ?? [] {
                products[Int(occurrence.story)] += term.weight * occurrence.weight
            }
        }
        for place in stories.indices where stories[place].joined != nil {
            products[root(place)] += products[place]
            products[place] = 0
        }
        return products
    }

    /// The most similar story that was not silent for long at that hour.
    func best(for products: [Float], at hour: Int32?) -> (story: Int, similarity: Float)? {
        var best: (story: Int, similarity: Float)?
        for place in products.indices where products[place] > 0 {
            let story = stories[place]
            guard story.joined == nil, story.square > 0, isNear(story, hour) else { continue }
            let similarity = products[place] / story.square.squareRoot()
            if similarity > best?.similarity ?? 0 { best = (place, similarity) }
        }
        return best
    }

    private func isNear(_ story: Story, _ hour: Int32?) -> Bool {
        guard let hour, let first = story.first, let last = story.last else { return true }
        return hour - last <= Self.silence && first - hour <= Self.silence
    }

    /// Adds an article to the story with that number, which may be new.
    mutating func add(_ member: StoryDay.Member, _ terms: [Term], isHeadline: Bool, products: [Float]? = nil)
    {
        guard storyOf[member.article] == nil else { return }
        let products = products ?? self.products(terms)
        let place = placeOfStory(member.story)
        let product = place < products.count ? products[place] : 0
        stories[place].square += 2 * product + terms.reduce(0) { $0 + $1.weight * $1.weight }
        stories[place].members.append(member)
        stories[place].isHeadlines = stories[place].isHeadlines && isHeadline
        if let hour = member.hour {
            stories[place].first = min(stories[place].first ?? hour, hour)
            stories[place].last = max(stories[place].last ?? hour, hour)
        }
        storyOf[member.article] = place
        vectors[member.article] = terms
        for term in terms {
            occurrences[term.number, default: []].append(
                Occurrence(story: Int32(truncatingIfNeeded: place), weight: term.weight))
        }
    }

    private mutating func placeOfStory(_ id: StoryID) -> Int {
        if let place = places[id] { return root(place) }
        places[id] = stories.count
        stories.append(Story(id: id))
        return stories.count - 1
    }

    /// Makes one story of two; returns the members that thereby changed their story.
    mutating func join(_ one: Int, _ other: Int, product: Float) -> [StoryDay.Member] {
        let keepsOne =
            (stories[one].members.count, -stories[one].id.number)
            >= (stories[other].members.count, -stories[other].id.number)
        let (kept, taken) = keepsOne ? (one, other) : (other, one)
        let moved = stories[taken].members.map { member in
            StoryDay.Member(article: member.article, story: stories[kept].id, hour: member.hour)
        }
        stories[kept].square += stories[taken].square + 2 * product
        stories[kept].members += moved
        stories[kept].first = [stories[kept].first, stories[taken].first].compactMap(\.self).min()
        stories[kept].last = [stories[kept].last, stories[taken].last].compactMap(\.self).max()
        stories[taken].joined = kept
        stories[taken].members = []
        return moved
    }

    /// The window without the stories that were over before an hour.
    func without(before hour: Int32) -> StoryWindow {
        var kept = StoryWindow()
        for story in stories where story.joined == nil && (story.last ?? hour) >= hour {
            for member in story.members {
                guard let terms = vectors[member.article] else { continue }
                kept.add(member, terms, isHeadline: story.isHeadlines)
            }
        }
        return kept
    }
}
