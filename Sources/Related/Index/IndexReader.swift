import News

/// Reads the index for one question, and remembers what does not change: segments are immutable.
struct IndexReader<Store: RelatedStore> {
    let store: Store
    let ledger: Ledger
    var frequencies = Frequencies()

    init(_ store: Store) throws {
        self.store = store
        ledger = Ledger(bytes: try store.value(for: RelatedKey(.ledger)) ?? [])
    }

    func vector(of article: ArticleID) throws -> TermVector? {
        try store.value(for: RelatedKey(.vector, article.number)).map(TermVector.init(bytes:))
    }

    mutating func count(of term: UInt32) throws -> UInt32 { try frequencies.count(of: term, in: store) }

    mutating func rarity(of term: UInt32) throws -> Double {
        TermWeight.rarity(count: try count(of: term), documents: ledger.documents)
    }
}

/// What is remembered of a segment between questions: about twenty bytes an article.
struct SegmentHead: Sendable {
    var roster: [Roster.Entry]
    var firstTerms: [UInt32]
}

/// The heads of all segments of the moment.
struct SegmentHeads: Sendable {
    private var heads: [Int64: SegmentHead] = [:]

    /// Reads what is new and forgets what is gone.
    mutating func update(for ledger: Ledger, from store: some RelatedStore) throws {
        var current: [Int64: SegmentHead] = [:]
        for segment in ledger.segments {
            if let known = heads[segment.roster] {
                current[segment.roster] = known
                continue
            }
            let roster = Roster(bytes: try store.value(for: RelatedKey(.roster, segment.roster)) ?? [])
            let contents = try store.value(for: RelatedKey(.contents, segment.number)) ?? []
            current[segment.roster] = SegmentHead(
                roster: roster.entries, firstTerms: PostingBlockWriter.firstTerms(ofContents: contents))
        }
        heads = current
    }

    subscript(segment: Ledger.Segment) -> SegmentHead? { heads[segment.roster] }
}
