import News

/// A store for tests and measuring; forgets everything at the end.
public struct InMemoryStore: RelatedStore, Sendable {
    /// All values.
    public private(set) var values: [RelatedKey: [UInt8]] = [:]
    /// All terms.
    public private(set) var terms: [UInt64: UInt32] = [:]
    /// The story of every article.
    public private(set) var stories: [ArticleID: StoryID] = [:]

    /// What belongs apart.
    public var apart: Separations = [:]

    /// An empty store.
    public init() {}

    /// A value, or nil where there is none.
    public func value(for key: RelatedKey) -> [UInt8]? { values[key] }

    /// The numbers of those terms that have one.
    public func termNumbers(for keys: [UInt64]) -> [UInt64: UInt32] {
        var numbers: [UInt64: UInt32] = [:]
        numbers.reserveCapacity(keys.count)
        for key in keys { numbers[key] = terms[key] }
        return numbers
    }

    /// What belongs apart.
    public func separations() -> Separations { apart }

    /// Applies the whole change.
    public mutating func apply(_ change: RelatedChange) {
        for key in change.removals { values[key] = nil }
        values.merge(change.writes) { _, new in new }
        terms.merge(change.terms) { _, new in new }
        stories.merge(change.stories) { _, new in new }
    }
}
