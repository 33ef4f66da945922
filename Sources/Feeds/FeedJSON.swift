import News

/// A parsed feed as one line of JSON, the contract of `tidings parse`.
public enum FeedJSON {
    /// The line, without a line feed.
    public static func line(_ file: String, _ result: Result<ParsedFeed, FeedError>) -> String {
        var json = JSONWriter()
        json.open("{")
        json.member("file", file)
        switch result {
        case .failure(let error): json.member("error", error.description)
        case .success(let parsed): write(parsed, &json)
        }
        json.close("}")
        return json.text
    }

    private static func write(_ parsed: ParsedFeed, _ json: inout JSONWriter) {
        json.member("format", parsed.format.rawValue)
        json.member("title", parsed.feed.title?.text)
        json.member("link", parsed.feed.link?.text)
        json.member("description", parsed.feed.description?.text)
        json.member("language", parsed.feed.language?.text)
        json.member("updated", parsed.feed.updated?.iso8601)
        json.list("entries", parsed.entries) { entry, json in write(entry, &json) }
        json.list("warnings", parsed.warnings) { line, json in json.value(line.text) }
    }

    private static func write(_ entry: Entry, _ json: inout JSONWriter) {
        json.open("{")
        json.member("id", entry.id)
        json.member("title", entry.title?.text)
        json.member("link", entry.link?.text)
        json.member("author", Line(nonEmpty: entry.authors.map(\.name.text).joined(separator: ", "))?.text)
        json.member("published", entry.published?.iso8601)
        json.member("updated", entry.updated?.iso8601)
        json.member("summary", entry.summary)
        json.member("content", entry.content)
        json.list("categories", entry.categories) { line, json in json.value(line.text) }
        json.list("enclosures", entry.enclosures) { file, json in
            json.open("{")
            json.member("url", file.address.text)
            json.member("type", file.type?.text)
            json.member("length", number: file.length)
            json.close("}")
        }
        json.close("}")
    }
}

/// Writes JSON without spaces.
struct JSONWriter {
    private var bytes: [UInt8] = []
    private var needsComma = false

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    mutating func member(_ name: String, _ text: String?) {
        begin(name)
        value(text)
    }

    mutating func member(_ name: String, number: Int64?) {
        begin(name)
        bytes.append(contentsOf: (number.map(String.init) ?? "null").utf8)
        needsComma = true
    }

    mutating func list<Element>(
        _ name: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
    ) {
        begin(name)
        open("[")
        for element in elements { write(element, &self) }
        close("]")
    }

    mutating func value(_ text: String?) {
        separate()
        needsComma = true
        guard let text else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case ..<0x20, 0x7F:
            let hex = Array("0123456789abcdef".utf8)
            bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}
