/// A mark that a person sets or takes away.
public enum MarkChange: Sendable, Hashable {
    /// Read or unread.
    case read(Bool)
    /// Starred or not.
    case starred(Bool)
    /// With a tag or without it.
    case tagged(Tag, Bool)

    /// The same mark the other way.
    public var reversed: MarkChange {
        switch self {
        case .read(let value): .read(!value)
        case .starred(let value): .starred(!value)
        case .tagged(let tag, let value): .tagged(tag, !value)
        }
    }
}
