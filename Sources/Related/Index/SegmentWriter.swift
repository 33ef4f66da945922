/// Puts segments into a store: new ones, and many joined into one.
struct SegmentWriter {
    var ledger: Ledger

    /// Writes a batch as a segment.
    ///
    /// `postings` are packed as term, document and frequency, and sorted.
    mutating func add(
        roster: Roster, packed postings: [UInt64], to store: inout PendingStore<some RelatedStore>
    ) {
        var blocks = PostingBlockWriter()
        var index = 0
        while index < postings.count {
            let term = UInt32(truncatingIfNeeded: postings[index] >> 32)
            var list: [Postings.Posting] = []
            while index < postings.count, UInt32(truncatingIfNeeded: postings[index] >> 32) == term {
                let low = UInt32(truncatingIfNeeded: postings[index])
                list.append(Postings.Posting(document: Int(low >> 4), frequency: UInt8(low & 15)))
                index += 1
            }
            blocks.append(term: term, bytes: Postings(term: term, postings: list).bytes)
        }
        write(blocks, roster: roster, to: &store)
    }

    static func pack(term: UInt32, document: Int, frequency: UInt8) -> UInt64 {
        UInt64(term) << 32 | UInt64(document) << 4 | UInt64(frequency & 15)
    }

    private mutating func write(
        _ blocks: PostingBlockWriter, roster: Roster, to store: inout PendingStore<some RelatedStore>
    ) {
        var blocks = blocks
        blocks.close()
        let segment = Ledger.Segment(
            number: ledger.nextSegment, roster: ledger.nextRoster, documents: roster.entries.count)
        ledger.nextSegment += 1
        ledger.nextRoster += 1
        ledger.segments.append(segment)
        for (place, bytes) in blocks.blocks.enumerated() {
            store.write(bytes, for: RelatedKey(segment: segment.number, block: place))
        }
        store.write(blocks.contents, for: RelatedKey(.contents, segment.number))
        store.write(roster.bytes, for: RelatedKey(.roster, segment.roster))
    }

    // MARK: Joining

    /// Joins segments of about one size until there are fewer than eight of each size.
    ///
    /// Every posting is rewritten once a size, so adding an article costs the same however large the archive is.
    mutating func joinSegments(in store: inout PendingStore<some RelatedStore>) throws {
        while let group = segmentsToJoin() {
            ledger.segments.removeAll { segment in group.contains { $0.number == segment.number } }
            try join(group, in: &store)
        }
    }

    private func segmentsToJoin() -> [Ledger.Segment]? {
        let groups = Dictionary(grouping: ledger.segments) { Self.size(of: $0.documents) }
        for size in groups.keys.sorted() {
            guard let group = groups[size], group.count >= Limits.segmentsPerMerge else { continue }
            let joined = group.reduce(0) { $0 + $1.documents }
            if joined <= Limits.documentsPerSegment { return group }
        }
        return nil
    }

    /// The power of eight below.
    private static func size(of documents: Int) -> Int {
        (Int.bitWidth - 1 - max(documents, 1).leadingZeroBitCount) / 3
    }

    private mutating func join(
        _ group: [Ledger.Segment], in store: inout PendingStore<some RelatedStore>
    ) throws {
        var cursors: [SegmentCursor] = []
        var bases: [Int] = []
        var roster = Roster()
        for segment in group {
            bases.append(roster.entries.count)
            roster.entries +=
                Roster(bytes: try store.value(for: RelatedKey(.roster, segment.roster)) ?? []).entries
            var cursor = try SegmentCursor(segment, in: store)
            try cursor.advance(in: store)
            cursors.append(cursor)
        }
        var blocks = PostingBlockWriter()
        while let term = cursors.compactMap(\.term).min() {
            var list: [Postings.Posting] = []
            for index in cursors.indices where cursors[index].term == term {
                cursors[index].append(to: &list, from: bases[index], below: roster.entries.count)
                try cursors[index].advance(in: store)
            }
            blocks.append(term: term, bytes: Postings(term: term, postings: list).bytes)
        }
        for cursor in cursors { forget(cursor, in: &store) }
        write(blocks, roster: roster, to: &store)
    }

    private func forget(_ cursor: SegmentCursor, in store: inout PendingStore<some RelatedStore>) {
        let segment = cursor.segment
        for place in cursor.firstTerms.indices {
            store.remove(RelatedKey(segment: segment.number, block: place))
        }
        store.remove(RelatedKey(.contents, segment.number))
        store.remove(RelatedKey(.roster, segment.roster))
    }
}

extension SegmentCursor {
    /// Adds the present postings to a longer segment's, in which this one begins at `base`.
    fileprivate func append(to list: inout [Postings.Posting], from base: Int, below end: Int) {
        guard var reader = postings else { return }
        while let (document, frequency) = reader.read(), base + document < end {
            list.append(Postings.Posting(document: base + document, frequency: UInt8(frequency)))
        }
    }
}
