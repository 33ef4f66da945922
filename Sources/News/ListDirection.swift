/// Which way from a place a window of a list goes on.
public enum ListDirection: Sendable, Hashable {
    /// Older articles, down the list.
    case older
    /// Newer articles, up the list.
    case newer
}
