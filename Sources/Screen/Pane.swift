/// The panes, numbered as their keys.
public enum Pane: Int, Sendable, CaseIterable {
    /// Smart views, folders and sources.
    case sources = 1
    /// The article list.
    case list = 2
    /// The reader.
    case reader = 3
    /// Related news.
    case related = 4

    /// The name in the frame.
    var title: String {
        switch self {
        case .sources: "Sources"
        case .list: "Articles"
        case .reader: "Reader"
        case .related: "Related"
        }
    }
}
