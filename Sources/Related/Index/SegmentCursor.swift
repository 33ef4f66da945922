/// Reads one segment's postings, term after term, or by looking terms up in ascending order.
struct SegmentCursor {
    let segment: Ledger.Segment
    let firstTerms: [UInt32]
    private var block = -1
    private var reader: PostingBlockReader?

    /// The present term, nil before the first and after the last.
    private(set) var term: UInt32?

    init(_ segment: Ledger.Segment, firstTerms: [UInt32]) {
        self.segment = segment
        self.firstTerms = firstTerms
    }

    init(_ segment: Ledger.Segment, in store: some RelatedStore) throws {
        let contents = try store.value(for: RelatedKey(.contents, segment.number)) ?? []
        self.init(segment, firstTerms: PostingBlockWriter.firstTerms(ofContents: contents))
    }

    /// The postings of the present term.
    var postings: PostingReader? { reader?.postings }

    /// Moves to the next term.
    mutating func advance(in store: some RelatedStore) throws {
        while true {
            if reader?.advance() == true {
                term = reader?.term
                return
            }
            guard block + 1 < firstTerms.count else {
                term = nil
                reader = nil
                return
            }
            try open(block + 1, in: store)
        }
    }

    /// Moves to a term if the segment has it.
    ///
    /// Terms must be sought in ascending order.
    mutating func seek(_ target: UInt32, in store: some RelatedStore) throws -> Bool {
        let place = lastBlock(startingAtOrBefore: target)
        guard place >= 0 else { return false }
        if place != block { try open(place, in: store) }
        while (term ?? 0) < target || term == nil {
            guard reader?.advance() == true else { return false }
            term = reader?.term
        }
        return term == target
    }

    private mutating func open(_ place: Int, in store: some RelatedStore) throws {
        block = place
        term = nil
        let bytes = try store.value(for: RelatedKey(segment: segment.number, block: place)) ?? []
        reader = PostingBlockReader(bytes, firstTerm: firstTerms[place])
    }

    private func lastBlock(startingAtOrBefore target: UInt32) -> Int {
        var low = 0
        var high = firstTerms.count
        while low < high {
            let middle = (low + high) / 2
            if firstTerms[middle] <= target { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
