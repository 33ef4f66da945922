/// Who a source is, as far as its feed, an OPML outline, another program or an export of this one says.
public struct SourceIdentity: Sendable, Hashable {
    /// The feed's address.
    public var address: WebAddress?
    /// The publication's name.
    public var title: Line
    /// The publication's page.
    public var link: WebAddress?
    /// The folder's path, parts joined by `/`; nil leaves a known source where it is.
    public var folder: String?
    /// Whether it is to be fetched from now on.
    public var isSubscribed: Bool

    /// A source.
    public init(
        address: WebAddress? = nil, title: Line, link: WebAddress? = nil, folder: String? = nil,
        isSubscribed: Bool = false
    ) {
        self.address = address
        self.title = title
        self.link = link
        self.folder = folder
        self.isSubscribed = isSubscribed
    }

    /// Where records of a feed go that is named by one text: by address when that is one.
    public init(named name: String) {
        guard let address = WebAddress(name) else {
            self.init(title: Line(nonEmpty: name) ?? "Imported")
            return
        }
        let path = address.text.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
        self.init(address: address, title: Line(address.host + path))
    }
}
