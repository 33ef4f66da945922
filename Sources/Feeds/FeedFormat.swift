/// The formats a feed may be in.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    /// Netscape's first, in RDF.
    case rss090 = "rss0.90"
    /// Netscape's and Userland's.
    case rss091 = "rss0.91"
    /// Userland's.
    case rss092 = "rss0.92"
    /// Userland's.
    case rss093 = "rss0.93"
    /// Userland's.
    case rss094 = "rss0.94"
    /// The RDF one with modules.
    case rss10 = "rss1.0"
    /// The one most feeds are in.
    case rss20 = "rss2.0"
    /// `<rss>` of a version nobody knows.
    case rss
    /// The draft of 2003.
    case atom03 = "atom0.3"
    /// RFC 4287.
    case atom10 = "atom1.0"
    /// A draft before 0.3.
    case atom
    /// JSON Feed 1.
    case json10 = "json1.0"
    /// JSON Feed 1.1.
    case json11 = "json1.1"

    /// Whether it is one of the Atom family.
    var isAtom: Bool { self == .atom03 || self == .atom10 || self == .atom }
}
