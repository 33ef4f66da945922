import News

/// A change of what is followed, as it is asked for on the screen.
public enum SubscriptionChange: Sendable, Hashable {
    /// Follow a feed or a site, keep a page, or read a file, as `tidings add` does.
    case add(String)
    /// Another name for a source.
    case rename(SourceID, String)
    /// Another folder for a source.
    case move(SourceID, folder: String)
    /// Another name or place for a folder, with all that is in it.
    case renameFolder(String, to: String)
    /// Follow a source no longer; its articles stay.
    case remove(SourceID, Line)
    /// Keep a query as a view.
    case save(SavedQuery)
    /// Another name for a saved query.
    case renameSaved(SavedQuery, String)
    /// Forget a saved query.
    case forget(SavedQuery)
}
