/// An absolute `http` or `https` address: the only kind of place Tidings fetches or opens.
///
/// Whatever else a feed names (`javascript:`, `file:`, `exec:`, `data:`) cannot become a value of this type.
/// User name and password are cut, the host is lower case and ASCII (IDNA), and what could deceive is escaped;
/// letters of all scripts stay readable in the path (RFC 3987), and `encoded` is the form for the wire.
public struct WebAddress: Sendable, Hashable, Codable {
    /// The whole address, as shown and as opened.
    public let text: String

    /// Reads an absolute address; nothing for any other scheme, a missing host or more than 8 KiB.
    public init?(_ raw: String) {
        if WebAddress.isPlain(raw.utf8.span) {
            text = raw
            return
        }
        guard let parts = AddressParts(raw), let address = WebAddress(parts: parts) else { return nil }
        self = address
    }

    /// Reads an absolute address that is a part of some text.
    public init?(_ raw: some StringProtocol) { self.init(String(raw)) }

    /// Reads a reference as RFC 3986 §5 resolves it against `base`; without a base it has to be absolute.
    public init?(_ reference: String, relativeTo base: WebAddress?) {
        if WebAddress.isPlain(reference.utf8.span) {
            text = reference
            return
        }
        if let base, let address = base.withPlainFragment(reference) {
            self = address
            return
        }
        guard let parts = AddressParts(reference) else { return nil }
        if let absolute = WebAddress(parts: parts) {
            self = absolute
            return
        }
        guard let base, parts.scheme == nil || parts.scheme == base.scheme,
            let baseParts = AddressParts(base.text)
        else { return nil }
        guard let address = WebAddress(parts: parts.resolved(against: baseParts)) else { return nil }
        self = address
    }

    /// This page at `#fragment`, as footnotes link, where nothing has to be escaped.
    private func withPlainFragment(_ reference: String) -> WebAddress? {
        let bytes = reference.utf8.span
        guard bytes.count > 1, bytes[0] == UInt8(ascii: "#") else { return nil }
        for index in bytes.indices where AddressParts.isEscaped(bytes[index]) { return nil }
        let page = text.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(text[..<$0]) } ?? text
        guard page.utf8.count + bytes.count <= Limits.addressLength else { return nil }
        return WebAddress(whole: page + reference)
    }

    private init(whole: String) { text = whole }

    /// Reads a reference that is a part of some text.
    public init?(_ reference: some StringProtocol, relativeTo base: WebAddress?) {
        self.init(String(reference), relativeTo: base)
    }

    /// Whether an absolute address is already written as it would be kept: nothing to escape, to cut or to lower.
    public static func isPlain(_ raw: Span<UInt8>) -> Bool {
        guard raw.count > 8, raw.count <= Limits.addressLength else { return false }
        guard raw[0] == UInt8(ascii: "h"), raw[1] == UInt8(ascii: "t"), raw[2] == UInt8(ascii: "t"),
            raw[3] == UInt8(ascii: "p")
        else { return false }
        var index = raw[4] == UInt8(ascii: "s") ? 5 : 4
        guard raw[index] == UInt8(ascii: ":"), raw[index + 1] == UInt8(ascii: "/"),
            raw[index + 2] == UInt8(ascii: "/")
        else { return false }
        index += 3
        let host = index
        while index < raw.count, raw[index] != UInt8(ascii: "/") {
            switch raw[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "."), UInt8(ascii: "-"): break
            default: return false
            }
            index += 1
        }
        if index == host { return false }
        while index < raw.count {
            if AddressParts.isEscaped(raw[index]) { return false }
            index += 1
        }
        return true
    }

    private init?(parts: AddressParts) {
        guard let scheme = parts.scheme, scheme == "http" || scheme == "https" else { return nil }
        guard
            let authority = parts.authority.flatMap(AddressParts.withoutUserInfo).flatMap(HostName.wire),
            !authority.isEmpty, authority.utf8.first != UInt8(ascii: ":")
        else { return nil }
        var whole = scheme + "://" + authority + (parts.path.isEmpty ? "" : parts.path)
        if let query = parts.query { whole += "?" + query }
        if let fragment = parts.fragment { whole += "#" + fragment }
        guard whole.utf8.count <= Limits.addressLength else { return nil }
        text = whole
    }

    /// The address as it goes over the wire and to other programs: everything past ASCII escaped.
    public var encoded: String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : AddressParts.escaped(text.utf8)
    }

    /// `http` or `https`.
    public var scheme: String { String(text.prefix { $0 != ":" }) }

    /// The host in lower case, without port.
    public var host: String {
        let afterScheme = text.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
        let authority = afterScheme.prefix { !"/?#".utf8.contains($0) }
        let port = UInt8(ascii: ":")
        if authority.first == UInt8(ascii: "[") {
            return String(
                decoding: authority.prefix { $0 != UInt8(ascii: "]") } + [UInt8(ascii: "]")], as: UTF8.self)
        }
        return String(decoding: authority.prefix { $0 != port }, as: UTF8.self)
    }

    /// The host as a person reads it: in its own letters, unless they mix scripts as look-alikes do.
    public var shownHost: String { HostName.shown(host) }

    /// The address without its `#fragment`.
    public var withoutFragment: WebAddress {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return self }
        return WebAddress(String(text[..<mark])) ?? self
    }

    /// Checks on the way in: a stored address is not trusted either.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = WebAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an http(s) address")
        }
        self = address
    }

    /// A plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension WebAddress: CustomStringConvertible {
    /// The address itself.
    public var description: String { text }
}
