/// Bounds on what a feed may make its reader do.
enum Limits {
    /// Bytes of a document; the largest real feeds have a few million.
    static let documentBytes = 64 << 20
    /// Entries of one feed; the longest seen in the wild has about 20,000.
    static let entries = 200_000
    /// Open elements of a body; deeper tags are left out, their text stays.
    static let bodyDepth = 256
    /// Attributes read of one tag of a body.
    static let bodyAttributes = 64
    /// Bytes of a `mailto:` link; longer ones carry a letter, not an address.
    static let mailAddress = 512
    /// Bytes of a title, a name or another short text; the rest is cut off.
    static let shortText = 1 << 16
    /// Authors, categories, links or enclosures of one entry.
    static let partsPerEntry = 256
    /// `xml:base` attributes of one feed that are remembered.
    static let bases = 1 << 16
    /// Bytes of a date; longer texts are no dates.
    static let dateLength = 128
    /// The farthest that a zone is from Greenwich; the Line Islands are 14 hours away, and some add summer time.
    static let zoneSeconds = 86_400
    /// Bytes of a document searched for what kind of document it is.
    static let sniffedBytes = 1 << 16
    /// Minutes of a `ttl`; what asks for more than a year says nothing.
    static let scheduleMinutes = 525_600
    /// Feeds that an error about a web page names.
    static let namedFeeds = 5
    /// Nested outlines of a subscription list.
    static let folderDepth = 16
    /// Outlines of a subscription list that are read.
    static let outlines = 100_000
    /// Refusals of a subscription list that are listed one by one.
    static let listedRefusals = 1000
}
