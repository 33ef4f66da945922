import News

/// A store with the changes of one batch laid over it, so that later steps of the batch see the earlier ones.
struct PendingStore<Base: RelatedStore>: RelatedStore {
    private let base: Base
    private(set) var change = RelatedChange()

    init(_ base: Base) { self.base = base }

    func value(for key: RelatedKey) throws -> [UInt8]? {
        if let written = change.writes[key] { return written }
        return change.removals.contains(key) ? nil : try base.value(for: key)
    }

    func termNumbers(for keys: [UInt64]) throws -> [UInt64: UInt32] { try base.termNumbers(for: keys) }

    func separations() throws -> Separations { try base.separations() }

    mutating func apply(_ change: RelatedChange) {
        for key in change.removals { remove(key) }
        for (key, bytes) in change.writes { write(bytes, for: key) }
        self.change.terms.merge(change.terms) { _, new in new }
        self.change.stories.merge(change.stories) { _, new in new }
    }

    mutating func write(_ bytes: [UInt8], for key: RelatedKey) {
        change.writes[key] = bytes
        change.removals.remove(key)
    }

    mutating func remove(_ key: RelatedKey) {
        change.writes[key] = nil
        change.removals.insert(key)
    }

    mutating func add(terms: [UInt64: UInt32]) { change.terms.merge(terms) { _, new in new } }

    mutating func put(_ article: ArticleID, in story: StoryID) { change.stories[article] = story }
}
