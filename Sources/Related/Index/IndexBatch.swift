import News

/// The indexing of one batch of articles: everything is worked out first, then applied as one change.
struct IndexBatch<Store: RelatedStore> {
    private var store: PendingStore<Store>
    private var ledger: Ledger
    private var frequencies = Frequencies()

    init(_ base: Store) throws {
        store = PendingStore(base)
        ledger = Ledger(bytes: try base.value(for: RelatedKey(.ledger)) ?? [])
    }

    /// What has to be written for these articles.
    ///
    /// `remembered` knows the numbers of common terms, `memory` the stories of the batch before.
    mutating func plan(
        _ documents: [RelatedDocument], remembered: inout [UInt64: UInt32], memory: inout StoryMemory?
    ) throws -> RelatedChange {
        if memory?.ledger != ledger.bytes { memory = nil }
        let counts = documents.map { TermCounts(title: $0.title, text: $0.text) }
        let numbers = try termNumbers(for: counts, remembered: &remembered)
        let vectors = zip(documents, counts).map {
            TermVector($1, numbers: numbers, hour: Roster.hour(of: $0.published))
        }
        for (document, vector) in zip(documents, vectors) {
            try replaceVector(of: document.id, by: vector)
        }
        try addSegment(documents, vectors)
        var writer = SegmentWriter(ledger: ledger)
        try writer.joinSegments(in: &store)
        ledger = writer.ledger
        if NormRefresh.isDue(ledger) {
            var refresh = NormRefresh(documents: ledger.documents, frequencies: frequencies)
            try refresh.run(&ledger, in: &store)
        }
        var stories = StoryClusterer(
            documents: ledger.documents, frequencies: frequencies, memory: memory,
            apart: try store.separations())
        memory = nil
        try stories.assign(documents, vectors, in: &store)
        memory = stories.memory(ledger: ledger.bytes)
        return finished()
    }

    /// What has to be written to forget these articles.
    mutating func plan(removing articles: [ArticleID]) throws -> RelatedChange {
        for article in articles {
            let key = RelatedKey(.vector, article.number)
            guard let bytes = try store.value(for: key) else { continue }
            try count(TermVector(bytes: bytes), by: -1)
            ledger.documents = max(0, ledger.documents - 1)
            store.remove(key)
        }
        return finished()
    }

    private mutating func finished() -> RelatedChange {
        store.write(ledger.bytes, for: RelatedKey(.ledger))
        var change = store.change
        frequencies.write(to: &change)
        return change
    }

    // MARK: Terms

    /// Numbers for all terms of the batch; new ones in the order of their frequency, which keeps common numbers small.
    private mutating func termNumbers(
        for counts: [TermCounts], remembered: inout [UInt64: UInt32]
    ) throws -> [UInt64: UInt32] {
        var occurrences: [UInt64: Int] = [:]
        for document in counts {
            for entry in document.entries { occurrences[entry.key, default: 0] += 1 }
        }
        var numbers: [UInt64: UInt32] = [:]
        numbers.reserveCapacity(occurrences.count)
        var unknown: [UInt64] = []
        for key in occurrences.keys {
            if let number = remembered[key] { numbers[key] = number } else { unknown.append(key) }
        }
        let known = try store.termNumbers(for: unknown)
        if remembered.count < Limits.rememberedTerms { remembered.merge(known) { old, _ in old } }
        numbers.merge(known) { old, _ in old }
        let new = unknown.filter { known[$0] == nil }
            .map { (key: $0, count: occurrences[$0] ?? 0) }
            .sorted { ($0.count, $1.key) > ($1.count, $0.key) }
        var added: [UInt64: UInt32] = [:]
        for term in new {
            added[term.key] = ledger.termCount
            ledger.termCount &+= 1
        }
        store.add(terms: added)
        return numbers.merging(added) { old, _ in old }
    }

    // MARK: Articles

    private mutating func replaceVector(of article: ArticleID, by vector: TermVector) throws {
        let key = RelatedKey(.vector, article.number)
        if let old = try store.value(for: key) {
            try count(TermVector(bytes: old), by: -1)
        } else {
            ledger.documents += 1
        }
        try count(vector, by: 1)
        store.write(vector.bytes, for: key)
    }

    private mutating func count(_ vector: TermVector, by difference: Int) throws {
        for entry in vector.entries { try frequencies.add(difference, to: entry.term, in: store) }
    }

    private mutating func addSegment(_ documents: [RelatedDocument], _ vectors: [TermVector]) throws {
        var roster = Roster()
        var packed: [UInt64] = []
        packed.reserveCapacity(vectors.reduce(0) { $0 + $1.entries.count })
        for (place, (document, vector)) in zip(documents, vectors).enumerated() {
            var full = 0.0
            var flat = 0.0
            for entry in vector.entries {
                let count = try frequencies.count(of: entry.term, in: store)
                let weight = TermWeight.ofFrequency[Int(entry.frequency)]
                let rarity = TermWeight.rarity(count: count, documents: ledger.documents)
                full += weight * weight * rarity * rarity
                flat += weight * weight * TermWeight.flat(rarity * rarity)
                packed.append(
                    SegmentWriter.pack(term: entry.term, document: place, frequency: entry.frequency))
            }
            ledger.normSum += full.squareRoot()
            roster.entries.append(
                Roster.Entry(
                    article: document.id, hour: vector.hour,
                    norm: Float(full.squareRoot()), flatNorm: Float(flat.squareRoot())))
        }
        packed.sort()
        var writer = SegmentWriter(ledger: ledger)
        writer.add(roster: roster, packed: packed, to: &store)
        ledger = writer.ledger
    }
}
