/// What comes first in a list.
public enum ListOrder: Sendable, Hashable {
    /// What appeared last.
    case newestFirst
    /// What appeared first.
    case oldestFirst
    /// What fits the words of a query best; the list ends after the best.
    case bestFirst
}
