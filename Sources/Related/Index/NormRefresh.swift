/// Makes the norms of all articles exact again when the archive has grown enough to change what is rare.
///
/// Norms are frozen when an article is indexed, so that its coming changes no other; stale ones are harmless, very
/// stale ones favour the articles of an archive's first days.
struct NormRefresh {
    /// Growth of the archive between two refreshes.
    ///
    /// Each reads all postings, so an article costs five passes in all.
    static let growth = 1.25

    /// Articles in the archive of now.
    private let documents: Int
    private var frequencies: Frequencies

    static func isDue(_ ledger: Ledger) -> Bool {
        Double(ledger.documents) >= Double(ledger.documentsAtRefresh) * growth
    }

    init(documents: Int, frequencies: Frequencies) {
        self.documents = documents
        self.frequencies = frequencies
    }

    /// Writes all rosters anew.
    mutating func run(_ ledger: inout Ledger, in store: inout PendingStore<some RelatedStore>) throws {
        ledger.normSum = 0
        for place in ledger.segments.indices {
            let segment = ledger.segments[place]
            let oldKey = RelatedKey(.roster, segment.roster)
            var roster = Roster(bytes: try store.value(for: oldKey) ?? [])
            let sums = try sumsOfSquares(segment, roster.entries.count, in: store)
            for index in roster.entries.indices {
                roster.entries[index].norm = Float(sums[index].full.squareRoot())
                roster.entries[index].flatNorm = Float(sums[index].flat.squareRoot())
                ledger.normSum += sums[index].full.squareRoot()
            }
            store.remove(oldKey)
            ledger.segments[place].roster = ledger.nextRoster
            store.write(roster.bytes, for: RelatedKey(.roster, ledger.nextRoster))
            ledger.nextRoster += 1
        }
        ledger.documentsAtRefresh = ledger.documents
    }

    private mutating func sumsOfSquares(
        _ segment: Ledger.Segment, _ count: Int, in store: some RelatedStore
    ) throws -> [(full: Double, flat: Double)] {
        var sums = [(full: Double, flat: Double)](repeating: (0, 0), count: count)
        var cursor = try SegmentCursor(segment, in: store)
        try cursor.advance(in: store)
        while let term = cursor.term {
            let rarity = TermWeight.rarity(
                count: try frequencies.count(of: term, in: store), documents: documents)
            let full = rarity * rarity
            let flat = TermWeight.flat(full)
            if var reader = cursor.postings {
                while let (document, frequency) = reader.read(), document < count {
                    let weight = TermWeight.ofFrequency[frequency]
                    sums[document].full += full * weight * weight
                    sums[document].flat += flat * weight * weight
                }
            }
            try cursor.advance(in: store)
        }
        return sums
    }
}
