/// A file that comes with an article: an episode, a film, a picture, a document.
public struct Enclosure: Sendable, Hashable, Codable {
    /// Where the file is.
    public var address: WebAddress
    /// Its media type as the feed states it, such as `audio/mpeg`.
    public var type: Line?
    /// Its size in bytes as the feed states it.
    public var length: Int64?

    /// An enclosure by its address.
    public init(address: WebAddress, type: Line? = nil, length: Int64? = nil) {
        self.address = address
        self.type = type
        self.length = length
    }
}
