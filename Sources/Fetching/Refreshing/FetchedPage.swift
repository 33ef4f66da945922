import News

/// A body that any address gave: a page to look for feeds, an article to read in full.
public struct FetchedPage: Sendable {
    /// The bytes, unpacked.
    public let body: [UInt8]
    /// Where they stood in the end.
    public let address: WebAddress
    /// `Content-Type`, with its charset.
    public let contentType: String?
    /// The links of the `Link` header fields.
    public let links: LinkHeader
}
