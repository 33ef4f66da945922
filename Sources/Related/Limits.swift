/// Bounds on what one article, one batch or one question may cost.
enum Limits {
    /// Words of an article that count; a newspaper's longest reports have about 20,000.
    static let wordsPerDocument = 40_000
    /// Different terms kept of one article, so that a dictionary posing as an article stays small.
    static let termsPerDocument = 4096
    /// Bytes of a word that tell it from others; longer runs are addresses, keys and rubbish.
    static let wordBytes = 64
    /// Articles in one segment; beyond it segments are no longer merged, so that a merge fits in memory.
    static let documentsPerSegment = 65_536
    /// Segments of about one size that are merged into one.
    static let segmentsPerMerge = 8
    /// Terms looked for in the archive in the first stage of a search.
    static let searchedTerms = 64
    /// Candidates that the second stage weighs exactly.
    static let candidates = 200
    /// Candidates whose headlines are compared too: a list never shows more.
    static let headlineCandidates = 64
    /// Hits a caller may ask for.
    static let hits = 100
    /// Term numbers remembered between batches, about two megabytes.
    static let rememberedTerms = 65_536
    /// Articles without a date that are still compared for stories.
    static let undatedStoryMembers = 2000
    /// Members of one day that are compared for stories: ten times what a very large library gets.
    static let storyMembersPerDay = 4000
    /// Articles of a few days in which one term is still compared for stories; bounds the work on a day of spam.
    static let occurrencesPerTerm = 1000
    /// Members up to which a story read back is summed by pairs.
    static let storyMembersMultiplied = 16
    /// Words of a text read for reasons; the beginnings of two long texts suffice.
    static let wordsForReasons = 8000
    /// Different phrases weighed for reasons.
    static let phrasesForReasons = 4000
}
