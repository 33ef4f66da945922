import News

/// HTML being written.
///
/// What it is given is escaped and passes the gate for text; names of elements and attributes are our own.
struct HTMLOutput {
    private var bytes: [UInt8] = []

    var text: String { Prose(utf8: bytes).text }

    mutating func open(_ name: String, attributes: [(String, String)] = []) {
        bytes += "<\(name)".utf8
        for (attribute, value) in attributes {
            bytes += " \(attribute)=\"".utf8
            escape(Array(value.utf8)[...])
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
        // A parser drops the first line feed of a `<pre>`.
        if name == "pre" { bytes.append(0x0A) }
    }

    mutating func close(_ name: String) {
        bytes += "</\(name)>".utf8
        switch name {
        case "p", "li", "ul", "ol", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr",
            "figure",
            "dl", "dt", "dd":
            bytes.append(0x0A)
        default: break
        }
    }

    mutating func add(text: ArraySlice<UInt8>) { escape(text) }

    mutating func breakLine(inPreformatted: Bool = false) {
        bytes += inPreformatted ? "\n".utf8 : "<br>".utf8
    }

    private mutating func escape(_ text: ArraySlice<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case ..<0x20 where byte != 0x0A && byte != 0x09, 0x7F: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
    }
}
