import Glibc
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
    /// Hours around an article whose stories are kept at hand.
    static let reach: Int32 = silence + 24
    /// Hours in which an article's nearness to a silent story halves.
    static let halfLife: Float = 30
    /// What stands for the closeness in time of articles without a date.
    static let undatedCloseness: Float = 0.75

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

    /// The nearest story that was not silent for long at that hour: alike, and lately told.
    func best(
        for products: [Float], at hour: Int32?, except apart: Set<Int> = []
    ) -> (story: Int, nearness: Float)? {
        var best: (story: Int, nearness: Float)?
        for place in products.indices where products[place] > 0 && !apart.contains(place) {
            let story = stories[place]
            guard story.joined == nil, story.square > 0 else { continue }
            let closeness = Self.closeness(story, first: hour, last: hour)
            let nearness = products[place] / story.square.squareRoot() * closeness
            if nearness > best?.nearness ?? 0 { best = (place, nearness) }
        }
        return best
    }

    /// How near in time a story is to a span of hours: 1 where they touch, 0 after a long silence.
    ///
    /// Tellings of one event come within a day; the later one comes, the more alike it has to be.
    static func closeness(_ story: Story, first: Int32?, last: Int32?) -> Float {
        guard let from = story.first, let to = story.last, let first, let last else {
            return undatedCloseness
        }
        let gap = max(0, first - to, from - last)
        return gap > silence ? 0 : exp2(-Float(gap) / halfLife)
    }

    /// Adds an article to the story with that number, which may be new.
    mutating func add(_ member: StoryDay.Member, _ terms: [Term], isHeadline: Bool, products: [Float]? = nil)
    {
        guard storyOf[member.article] == nil else { return }
        let place = placeOfStory(member.story)
        let product =
            if let products {
                place < products.count ? products[place] : 0
            } else {
                self.product(of: terms, with: place)
            }
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
            let occurrence = Occurrence(story: Int32(truncatingIfNeeded: place), weight: term.weight)
            Self.add(occurrence, to: &occurrences[term.number, default: []])
        }
    }

    /// One story's members one after the other are as good as one of them with the weight of all.
    private static func add(_ occurrence: Occurrence, to list: inout [Occurrence]) {
        if let last = list.indices.last, list[last].story == occurrence.story {
            list[last].weight += occurrence.weight
        } else if list.count < Limits.occurrencesPerTerm {
            list.append(occurrence)
        }
    }

    /// The product with one story only, from its members where they are few.
    private func product(of terms: [Term], with place: Int) -> Float {
        let members = stories[place].members
        guard members.count <= Limits.storyMembersMultiplied else { return products(terms)[place] }
        return members.reduce(0) { $0 + Self.product(terms, vectors[$1.article] ?? []) }
    }

    private static func product(_ one: [Term], _ other: [Term]) -> Float {
        var sum: Float = 0
        var index = 0
        for term in one {
            while index < other.count, other[index].number < term.number { index += 1 }
            guard index < other.count else { break }
            if other[index].number == term.number { sum += term.weight * other[index].weight }
        }
        return sum
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

    /// Forgets the stories that have no article between two hours.
    ///
    /// What stays is as long as it was and is about the same, so nothing has to be multiplied again.
    mutating func keep(from first: Int32, to last: Int32) {
        var kept: [Story] = []
        var placesNow = [Int32](repeating: Self.gone, count: stories.count)
        for (place, story) in stories.enumerated() where story.joined == nil {
            if story.last ?? last >= first, story.first ?? first <= last {
                placesNow[place] = Int32(truncatingIfNeeded: kept.count)
                kept.append(story)
            } else {
                for member in story.members {
                    vectors[member.article] = nil
                    storyOf[member.article] = nil
                }
            }
        }
        for place in stories.indices { placesNow[place] = placesNow[root(place)] }
        stories = kept
        storyOf = storyOf.mapValues { Int(placesNow[$0]) }
        places = places.compactMapValues { placesNow[$0] == Self.gone ? nil : Int(placesNow[$0]) }
        occurrences = occurrences.compactMapValues { list in
            let list = list.compactMap { occurrence in
                let place = placesNow[Int(occurrence.story)]
                return place == Self.gone ? nil : Occurrence(story: place, weight: occurrence.weight)
            }
            return list.isEmpty ? nil : list
        }
    }

    /// The place of a story that was forgotten.
    private static let gone: Int32 = -1
}
