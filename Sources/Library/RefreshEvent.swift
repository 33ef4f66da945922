import News

/// Which sources are asked.
public enum RefreshChoice: Sendable, Hashable {
    /// Those that are due.
    case due
    /// All, whatever their schedule; a server's `Retry-After` is kept even so.
    case all
    /// These, as with `all`.
    case sources([SourceID])
}

/// What came of one source in a refresh.
public struct RefreshEvent: Sendable, Hashable {
    /// What can come of it.
    public enum Outcome: Sendable, Hashable {
        /// It was read; so many articles are new, so many had changed.
        case read(added: Int, updated: Int)
        /// It has not changed.
        case unchanged
        /// It is not asked now.
        case waiting(SourceWait)
        /// It is not asked any more: gone for good.
        case stopped
        /// It failed; a sentence with its address.
        case failed(Line)
    }

    /// The source.
    public var source: SourceID
    /// Its name.
    public var title: Line
    /// Where it was asked.
    public var address: WebAddress
    /// What came of it.
    public var outcome: Outcome
    /// How far the refresh has come.
    public var progress: RefreshProgress
}

/// How far a refresh has come; those that need not be asked do not count.
public struct RefreshProgress: Sendable, Hashable {
    /// Sources done.
    public var done = 0
    /// Sources in all.
    public var total = 0
    /// Sources that failed.
    public var failing = 0

    /// Nothing yet.
    public init() {}

    /// How far.
    public init(done: Int, total: Int, failing: Int) {
        self.done = done
        self.total = total
        self.failing = failing
    }
}

/// What a refresh did.
public struct RefreshReport: Sendable, Hashable {
    /// Sources asked, and how many of them failed.
    public var progress = RefreshProgress()
    /// New articles.
    public var added = 0
    /// Articles that had changed.
    public var updated = 0
    /// Sources that were not due.
    public var waiting = 0
    /// Sources that are gone for good and were not asked.
    public var stopped = 0

    /// Nothing yet.
    public init() {}
}
