/// How the text of an element is to be read.
enum TextType {
    /// As it stands.
    case plain
    /// As HTML, once decoded.
    case html
    /// Markup right in the feed.
    case xhtml
    /// Packed in base64, then as HTML.
    case base64
    /// Packed in base64, then as it stands.
    case base64Plain
    /// Not text at all.
    case foreign

    /// By the `type` and `mode` of an Atom text (RFC 4287 §3.1.1, §4.1.3.3; Atom 0.3 §3.1).
    init(atomType: String?, mode: String?) {
        let type = (atomType ?? "text").lowercased()
        let mode = mode?.lowercased()
        let isMarkup = TextType.markup.contains(type)
        if mode == "base64" {
            self = isMarkup ? .base64 : .base64Plain
            return
        }
        if type == "xhtml" || type == "application/xhtml+xml" && mode != "escaped" {
            self = .xhtml
        } else if isMarkup {
            self = mode == "xml" ? .xhtml : .html
        } else if type == "text" || type.hasPrefix("text/") || type.isEmpty {
            self = mode == "escaped" && atomType == nil ? .html : .plain
        } else if type.hasSuffix("xml") {
            self = .xhtml
        } else {
            self = type.contains("/") && mode == nil ? .base64Plain : .plain
        }
    }
}

extension TextType {
    private static let markup: Set<String> = [
        "html", "text/html", "xhtml", "application/xhtml+xml", "text/xhtml",
    ]
}

/// Base64 (RFC 4648 §4), leniently: other characters are passed over.
enum Base64 {
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 4)
        var value: UInt32 = 0
        var bits = 0
        for byte in bytes {
            guard let digit = digit(byte) else { continue }
            value = (value << 6 | UInt32(digit)) & 0xFF_FFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
            }
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 0x41
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x61 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
