import News

/// Addresses as feeds write them, some without their scheme.
enum LooseAddress {
    /// The address a reference stands for.
    ///
    /// `www.gazette.example` is a host, whatever RFC 3986 says; `//gazette.example` is read as `https` where
    /// the feed's own scheme is not known.
    static func read(_ reference: String, base: WebAddress?) -> WebAddress? {
        let bytes = reference.utf8.span
        if bytes.count > 4, bytes[3] == UInt8(ascii: "."), reference.lowercased().hasPrefix("www.") {
            return WebAddress("http://" + reference)
        }
        if base == nil, bytes.count > 2, bytes[0] == UInt8(ascii: "/"), bytes[1] == UInt8(ascii: "/") {
            return WebAddress("https:" + reference)
        }
        return WebAddress(reference, relativeTo: base)
    }
}
