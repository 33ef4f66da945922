/// What came back for one request, redirects and errors among it.
public struct FetchResponse: Sendable, Hashable {
    /// The status.
    public var status: Int
    /// The header fields.
    public var headers: HeaderFields
    /// The body as it travelled, packed where `Content-Encoding` says so.
    public var body: [UInt8]
    /// Who answered; unknown behind a proxy.
    public var peer: IPAddress?

    /// A response.
    public init(
        status: Int, headers: HeaderFields = HeaderFields(), body: [UInt8] = [], peer: IPAddress? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.peer = peer
    }
}
