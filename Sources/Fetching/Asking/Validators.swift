/// What a server gave to recognise an answer by (RFC 9110 §8.8): opaque, and given back byte for byte.
public struct Validators: Sendable, Hashable, Codable {
    /// The entity tag.
    ///
    /// Each byte of the field is one code point (Latin-1), so that none is lost.
    public private(set) var entityTag: String?
    /// `Last-Modified`, never read as a date and never written anew.
    public private(set) var lastModified: String?

    /// Validators by their field values.
    public init(entityTag: String? = nil, lastModified: String? = nil) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// What a 200 gave: the newest answer wins, even if it gave nothing.
    init(of headers: HeaderFields) {
        entityTag = Validators.kept(headers.first("etag"))
        lastModified = Validators.kept(headers.first("last-modified"))
    }

    /// Whether a request with them is conditional.
    public var isEmpty: Bool { entityTag == nil && lastModified == nil }

    /// What holds after a 304: it may renew what it names and leaves the rest (RFC 9111 §4.3.4).
    func renewed(by headers: HeaderFields) -> Validators {
        let newer = Validators(of: headers)
        return Validators(
            entityTag: newer.entityTag ?? entityTag, lastModified: newer.lastModified ?? lastModified)
    }

    /// The request fields that carry them.
    var fields: [(name: String, value: [UInt8])] {
        var result: [(String, [UInt8])] = []
        if let entityTag { result.append(("If-None-Match", Validators.bytes(entityTag))) }
        if let lastModified { result.append(("If-Modified-Since", Validators.bytes(lastModified))) }
        return result
    }

    private static func kept(_ value: [UInt8]?) -> String? {
        guard let value, !value.isEmpty, value.count <= Limits.validatorBytes,
            value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { return nil }
        return String(String.UnicodeScalarView(value.map { Unicode.Scalar($0) }))
    }

    /// A stored value is not trusted either: what is no byte, or could end a line, is left out.
    private static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }.filter { $0 >= 0x20 || $0 == 0x09 }
    }
}
