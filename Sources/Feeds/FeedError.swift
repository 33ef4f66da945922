import News

/// Why something is no feed; each says in one sentence what it is instead.
public enum FeedError: Error, Sendable, Equatable {
    /// No bytes, or nothing but white space.
    case empty
    /// More bytes than are read.
    case tooLarge
    /// A web page, which may name feeds.
    case webPage(feeds: [WebAddress])
    /// A list of subscriptions where a feed was expected.
    case subscriptionList
    /// XML of another kind, with its outermost element.
    case otherXML(root: Line)
    /// JSON without a list of items.
    case otherJSON
    /// Packed data: gzip, zip and the like.
    case compressed(kind: Line)
    /// Nothing that could be read as text.
    case binary
    /// Text that is neither XML nor JSON.
    case plainText
    /// A file that holds no list of subscriptions.
    case noSubscriptionList
}

extension FeedError: CustomStringConvertible {
    /// One sentence a person can act on.
    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .tooLarge: "the file is larger than the \(Limits.documentBytes >> 20) MiB that are read"
        case .webPage(let feeds): FeedError.describe(pageWith: feeds)
        case .subscriptionList: "this is a list of subscriptions (OPML), not a feed; import it instead"
        case .otherXML(let root): "this is XML but no feed: its outermost element is <\(root)>"
        case .otherJSON: "this is JSON but no feed: it has no list of items"
        case .compressed(let kind): "this is \(kind) data, not a feed; unpack it first"
        case .binary: "this is binary data, not a feed"
        case .plainText: "this is plain text, not a feed"
        case .noSubscriptionList: "this is no list of subscriptions (OPML)"
        }
    }

    private static func describe(pageWith feeds: [WebAddress]) -> String {
        guard !feeds.isEmpty else { return "this is an HTML page, not a feed; it names no feed" }
        let named = feeds.prefix(Limits.namedFeeds).map(\.text).joined(separator: ", ")
        let more = feeds.count > Limits.namedFeeds ? ", …" : ""
        let count = feeds.count == 1 ? "a feed" : "\(feeds.count) feeds"
        return "this is an HTML page; it names \(count): \(named)\(more)"
    }
}
