import News

extension RelatedEngine {
    /// Why a hit is shown beside the article asked about, from the two texts; made only for what is on the screen.
    ///
    /// Every reason occurs in both texts in the same letters. Where `suffice` is false the hit should not be shown.
    public func reasons(
        for query: RelatedDocument, hit: RelatedDocument, in store: some RelatedStore
    ) throws -> RelatedReasons {
        let queryText = ReadText(query)
        let hitText = ReadText(hit)
        let shared = queryText.frequencies.keys.filter { hitText.frequencies[$0] != nil }
        var reader = try IndexReader(store)
        let numbers = try store.termNumbers(for: shared)
        let documents = reader.ledger.documents
        var counts: [UInt64: UInt32] = [:]
        for key in shared { counts[key] = try numbers[key].map { try reader.count(of: $0) } ?? 0 }
        // What is not shared is rare, so the shared words alone tell how large their language is.
        let community = LanguageCommunity(
            counts.map { (queryText.frequencies[$0] ?? 0, $1) }, length: queryText.words.count,
            documents: documents)
        let rarity = counts.mapValues { count in
            community.isSmallWord(count) ? 0 : TermWeight.rarity(count: count, documents: documents)
        }
        let finder = ReasonFinder(
            query: queryText, hit: hitText, rarity: rarity,
            leastRarity: TermWeight.rarity(count: UInt32(clamping: documents / 12), documents: documents))
        return RelatedReasons(
            terms: finder.find(), time: TimeDistance.words(from: query.published, to: hit.published))
    }
}
