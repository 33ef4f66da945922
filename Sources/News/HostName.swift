/// A host name on the wire, where only ASCII travels, and on the screen, where it must not pretend (UTS #46).
///
/// Letters are put into lower case and full-width forms into plain ones; they are not composed (NFC), because
/// names in addresses nearly always are.
enum HostName {
    /// The ASCII form of an authority whose letters past ASCII were percent-escaped; nothing if no host can
    /// be so.
    static func wire(_ authority: String) -> String? {
        guard authority.utf8.contains(UInt8(ascii: "%")) else { return authority }
        guard let decoded = unescaped(authority) else { return nil }
        var labels: [String] = []
        for label in mapped(decoded).split(separator: ".", omittingEmptySubsequences: false) {
            let isPlain = label.utf8.allSatisfy { $0 < 0x80 }
            guard let ascii = isPlain ? String(label) : Punycode.encode(String(label)).map({ "xn--" + $0 })
            else { return nil }
            labels.append(ascii)
        }
        let result = labels.joined(separator: ".")
        return result.utf8.contains(where: isForbidden) ? nil : result
    }

    /// The host in its own letters where that deceives nobody, else as it stands.
    static func shown(_ host: String) -> String {
        guard host.contains("xn--") else { return host }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            guard label.hasPrefix("xn--"), let decoded = Punycode.decode(String(label.dropFirst(4))) else {
                return String(label)
            }
            // What would not be encoded to the same label again is a disguise.
            let isOneScript = Script.isHonest(decoded) && wire(escaped(decoded)) == String(label)
            return isOneScript ? decoded : String(label)
        }
        return labels.joined(separator: ".")
    }

    private static func mapped(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: result.append(".")
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
            default: result.append(scalar)
            }
        }
        return String(result).lowercased()
    }

    private static func unescaped(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
                rest = rest.dropFirst(2)
                bytes.append(value)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "%" + String($0, radix: 16) }.joined()
    }

    /// WHATWG URL, “forbidden domain code points”; colon and brackets belong to ports and numbers.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "#/<>?@\\^|%\"`{}".utf8.contains(byte)
    }
}
