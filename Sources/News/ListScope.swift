/// Which articles a list shows.
public enum ListScope: Sendable, Hashable {
    /// Everything in the library.
    case all
    /// What has not been read.
    case unread
    /// What is starred.
    case starred
    /// What appeared since a moment (“today”).
    case since(Timestamp)
    /// One source.
    case source(SourceID)
    /// One folder of sources, by its path; folders inside count.
    case folder(String)
    /// What a query finds.
    case query(String)

    /// Whether articles leave the list when their marks change.
    public var dependsOnMarks: Bool {
        switch self {
        case .unread, .starred, .query: true
        case .all, .since, .source, .folder: false
        }
    }
}
