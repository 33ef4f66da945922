/// The stories of the last batch's days, remembered so that the next batch need not read them again.
///
/// It is valid for one state of the index only, which the ledger tells, and until the archive has grown so much that
/// its words are rarer than they were; otherwise it is thrown away.
struct StoryMemory: Sendable {
    /// Growth of the archive that the weights of the words outlive.
    static let growth = 1.1

    var ledger: [UInt8]
    /// Articles in the archive when the weights were made.
    var documents: Int
    var window: StoryWindow
    var days: [Int64: StoryDay]
}
