/// A mark that a person sets or takes away.
public enum MarkChange: Sendable, Hashable {
    /// Read or unread.
    case read(Bool)
    /// Starred or not.
    case starred(Bool)
}
