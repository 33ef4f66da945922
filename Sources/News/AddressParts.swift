/// The five parts of a URI reference (RFC 3986 §3), leniently split and escaped, and their resolution (§5.2).
struct AddressParts {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    /// Splits a reference.
    ///
    /// Tabs and line breaks inside are dropped, as browsers do; nothing for an empty one.
    init?(_ raw: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        for byte in raw.utf8 where byte != 0x09 && byte != 0x0A && byte != 0x0D { bytes.append(byte) }
        var rest = bytes[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        guard rest.count <= Limits.addressLength else { return nil }

        scheme = AddressParts.takeScheme(&rest)
        let isWeb = scheme == nil || scheme == "http" || scheme == "https"
        if isWeb {
            for index in rest.indices where rest[index] == UInt8(ascii: "\\") {
                if let query = rest.firstIndex(where: { "?#".utf8.contains($0) }), query < index { break }
                rest[index] = UInt8(ascii: "/")
            }
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = AddressParts.readable(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = AddressParts.readable(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = AddressParts.escaped(rest[..<end])
            rest = rest[end...]
        }
        path = AddressParts.readable(rest)
    }

    /// RFC 3986 §5.2.2, with the dots removed.
    func resolved(against base: AddressParts) -> AddressParts {
        var result = self
        result.scheme = base.scheme
        if authority != nil {
            result.path = AddressParts.withoutDots(path)
            return result
        }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            if query == nil { result.query = base.query }
        } else if path.utf8.first == UInt8(ascii: "/") {
            result.path = AddressParts.withoutDots(path)
        } else {
            let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? "/"
            result.path = AddressParts.withoutDots(folder + path)
        }
        return result
    }

    /// The authority in lower case, without `user:password@`.
    static func withoutUserInfo(_ authority: String) -> String? {
        let host = authority.utf8.lastIndex(of: UInt8(ascii: "@")).map {
            authority[authority.utf8.index(after: $0)...]
        }
        return (host.map(String.init) ?? authority).lowercased()
    }

    private static func takeScheme(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), let first = rest.first, isLetter(first)
        else {
            return nil
        }
        let name = rest[..<colon]
        guard name.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }) else { return nil }
        rest = rest[(colon + 1)...]
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// RFC 3986 §5.2.4 on an absolute or empty path.
    private static func withoutDots(_ path: some StringProtocol) -> String {
        var kept: [Substring] = []
        let segments = Substring(path).split(separator: "/", omittingEmptySubsequences: false)
        for (number, segment) in segments.enumerated() {
            let isLast = number == segments.count - 1
            switch segment {
            case ".", "%2e", "%2E":
                if isLast { kept.append("") }
            case "..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", ".%2E", "%2E.":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default:
                kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// Escapes what may not stand in an address: controls, spaces, quotes, angle brackets and bytes past ASCII.
    static func escaped(_ bytes: some Sequence<UInt8>) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in bytes {
            if AddressParts.isEscaped(byte) {
                result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Escapes the same, but leaves letters, marks and signs of all scripts as they are (RFC 3987).
    private static func readable(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(where: { $0 >= 0x80 }), let text = String(validating: bytes, as: UTF8.self)
        else {
            return escaped(bytes)
        }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value >= 0xA0, isReadable(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += escaped(Array(String(scalar).utf8))
            }
        }
        return result
    }

    private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }

    /// Whether a byte may not stand in an address as it is.
    static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, 0x7F...: true
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): true
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
