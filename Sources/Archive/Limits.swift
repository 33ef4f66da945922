/// Bounds of the archive, each with its reason.
enum Limits {
    /// How long one program waits for another that writes; longer, and a person wonders.
    static let busySeconds = 5.0
    /// KiB of pages that a connection keeps which mostly reads: the system keeps the file's pages anyway.
    static let readerCache = 768
    /// KiB of pages that the writer keeps: a batch's changes are to fit.
    static let writerCache = 2_000
    /// A body's size when unpacked; a feed's or a page's own ceiling is lower.
    static let bodyBytes = 64 << 20
    /// Articles stored in one transaction: long enough to be quick, short enough not to hold up a mark.
    static let storedAtOnce = 500
    /// Articles from which on a dictionary takes less room than it saves; with ten times as many another one is learnt.
    static let articlesToLearnFrom = 2_000
    /// Articles that a dictionary is learnt from: their passages fill it.
    static let learntTexts = 300
    /// Longer texts are not learnt from: what texts have in common stands in short ones as well.
    static let learntBytes = 64 << 10
    /// A file up to this size is looked through before a batch is written: a tenth of a second.
    static let verifiedBytes = 64 << 20
    /// Changes that can be undone; older ones are forgotten.
    static let journaledChanges: Int64 = 1_000
    /// Matches that are ranked: newest first beyond that.
    static let rankedMatches = 2_000
    /// Nesting of a query; deeper ones are a mistake or an attack.
    static let queryDepth = 64
    /// Letters of a query.
    static let queryLength = 4_096
    /// Feeds of another reader's database; far more than anybody has.
    static let foreignFeeds = 100_000
    /// Letters of one value of another reader's database: its longest bodies, and no bomb.
    static let foreignText = 4 << 20
    /// Fields in one column of another reader's database.
    static let foreignFields = 4_096
}
