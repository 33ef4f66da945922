import News

/// The address of one value of the index: a small number that fits a database's row identifier.
public struct RelatedKey: Sendable, Hashable {
    /// The address.
    ///
    /// Never negative.
    public let number: Int64

    /// An address read back from a store.
    public init(number: Int64) { self.number = number }

    enum Shelf: Int64 {
        case ledger = 1
        case frequencies, roster, contents, postings, vector, storyDay
    }

    init(_ shelf: Shelf, _ number: Int64 = 0) {
        self.number = shelf.rawValue << 56 | (number & 0x00FF_FFFF_FFFF_FFFF)
    }

    init(segment: Int64, block: Int) {
        self.init(.postings, segment << 28 | Int64(block & 0x0FFF_FFFF))
    }
}

/// All that one batch changes.
///
/// A store applies it in one transaction, so that the index is whole at every moment.
public struct RelatedChange: Sendable, Hashable {
    /// Values to insert or replace.
    public internal(set) var writes: [RelatedKey: [UInt8]] = [:]
    /// Values to forget.
    ///
    /// None of them is among `writes`.
    public internal(set) var removals: Set<RelatedKey> = []
    /// New terms: the term's key and its number.
    ///
    /// Never changed afterwards.
    public internal(set) var terms: [UInt64: UInt32] = [:]
    /// The story of each article of the batch, and of articles whose story was joined to another.
    public internal(set) var stories: [ArticleID: StoryID] = [:]

    init() {}
}

/// Of each article those that a person said it has nothing to do with, both ways.
public typealias Separations = [ArticleID: Set<ArticleID>]

/// Where the index is kept.
///
/// The archive implements it on its tables; tests use `InMemoryStore`.
public protocol RelatedStore {
    /// A value, or nil where there is none.
    func value(for key: RelatedKey) throws -> [UInt8]?
    /// The numbers of those terms that have one.
    func termNumbers(for keys: [UInt64]) throws -> [UInt64: UInt32]
    /// What people said has nothing to do with each other: of each article the others, both ways.
    func separations() throws -> Separations
    /// Applies the whole change, or none of it.
    mutating func apply(_ change: RelatedChange) throws
}
