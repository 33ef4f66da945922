import News

/// The links that an answer's `Link` fields name (RFC 8288): `rel=self`, `hub`, `next`.
public struct LinkHeader: Sendable, Hashable {
    /// One link: where it leads, and as what.
    public struct Link: Sendable, Hashable {
        /// Where it leads.
        public let target: WebAddress
        /// Its relation types, in lower case.
        public let relations: [String]
    }

    /// The links in their order.
    public let links: [Link]

    /// Reads the fields' text; what cannot be read is passed over.
    public init(_ text: String, base: WebAddress) {
        var scanner = LinkScanner(bytes: Array(text.utf8))
        var found: [Link] = []
        while found.count < Limits.links, let (reference, relations) = scanner.next() {
            guard let target = WebAddress(reference, relativeTo: base) else { continue }
            found.append(Link(target: target, relations: relations))
        }
        links = found
    }

    /// Where the first link of a relation leads.
    public func first(_ relation: String) -> WebAddress? {
        links.first { $0.relations.contains(relation) }?.target
    }
}

/// Walks through `<target>; name=value; name="quoted, value", <target>…`.
private struct LinkScanner {
    let bytes: [UInt8]
    var index = 0

    mutating func next() -> (reference: String, relations: [String])? {
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        guard index < bytes.count else { return nil }
        let reference = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        var relations: [String] = []
        while skipSpace(), bytes[index] == UInt8(ascii: ";") {
            index += 1
            let (name, value) = parameter()
            // RFC 8288 §3.3: of several `rel` the first counts.
            if name == "rel", relations.isEmpty {
                relations = value.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" }).map(
                    String.init)
            }
        }
        return (reference, relations)
    }

    private mutating func parameter() -> (name: String, value: String) {
        guard skipSpace() else { return ("", "") }
        let name = token()
        guard skipSpace(), bytes[index] == UInt8(ascii: "=") else { return (name, "") }
        index += 1
        guard skipSpace() else { return (name, "") }
        return (name, bytes[index] == UInt8(ascii: "\"") ? quoted() : token())
    }

    private mutating func token() -> String {
        let start = index
        while index < bytes.count, !";,= \t".utf8.contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func quoted() -> String {
        var value: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
            value.append(bytes[index])
            index += 1
        }
        index = min(index + 1, bytes.count)
        return String(decoding: value, as: UTF8.self)
    }

    /// Whether something is left behind the space.
    private mutating func skipSpace() -> Bool {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index < bytes.count
    }
}
