import News

/// One GET request: a single hop, sent as it stands.
public struct FetchRequest: Sendable, Hashable {
    /// What is asked for; its fragment stays at home.
    public var address: WebAddress
    /// What makes it conditional.
    public var validators: Validators
    /// Name and password, if they belong to this very place.
    public var credentials: Credentials?
    /// What else the user wants sent.
    public var options: RequestOptions
    /// The media types that are welcome.
    public var accept: Accept
    /// Whether the connection may lead into a private network.
    public var allowsPrivateNetwork: Bool
    /// Seconds until the whole exchange is given up.
    public var seconds: Double

    /// What kind of document is welcome.
    public enum Accept: Sendable, Hashable {
        /// A feed.
        case feed
        /// A web page, or a feed.
        case page
        /// A picture, of the formats that are shown.
        case picture

        /// The value of the `Accept` field.
        var value: String {
            switch self {
            case .feed:
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                    + "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
            case .page: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
            // Servers that can choose send what every system decodes.
            case .picture: "image/jpeg, image/png, image/gif;q=0.9, image/webp;q=0.8, */*;q=0.1"
            }
        }
    }

    /// Bytes of the body beyond which it is given up.
    var mostBytes: Int { accept == .picture ? Limits.pictureBytes : .max }

    /// A request.
    public init(
        _ address: WebAddress, validators: Validators = Validators(), credentials: Credentials? = nil,
        options: RequestOptions = RequestOptions(), accept: Accept = .feed, allowsPrivateNetwork: Bool = true,
        seconds: Double = Limits.exchangeSeconds
    ) {
        self.address = address
        self.validators = validators
        self.credentials = credentials
        self.options = options
        self.accept = accept
        self.allowsPrivateNetwork = allowsPrivateNetwork
        self.seconds = seconds
    }
}
