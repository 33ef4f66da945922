import Markup
import Packing

/// An answer of a web server as an archive keeps it (RFC 9112), with its body unpacked.
struct HTTPAnswer {
    /// Why an answer cannot be read.
    struct Unreadable: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// The status, as 200.
    let status: Int
    private let header: MailHeader
    private let packed: ArraySlice<UInt8>

    /// Reads an answer's first lines.
    ///
    /// - Throws: `Unreadable` where it does not begin like one.
    init(_ bytes: [UInt8]) throws(Unreadable) {
        var lines: [[UInt8]] = []
        var start = 0
        while start < bytes.count, lines.count < Limits.webHeaderLines {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            start = min(end + 1, bytes.count)
            lines.append(Array(line.last == 0x0D ? line.dropLast() : line))
            if lines.last?.isEmpty == true { break }
        }
        let words = String(decoding: lines.first ?? [], as: UTF8.self).split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
            throw Unreadable(description: "this record is no answer of a web server")
        }
        var fields = lines.dropFirst()
        header = MailHeader(&fields)
        self.status = status
        packed = bytes[start...]
    }

    /// Whether it says, or looks like, a web page.
    var isPage: Bool {
        let type = header.word("content-type")
        if !type.isEmpty { return type == "text/html" || type == "application/xhtml+xml" }
        let start = String(decoding: packed.prefix(1_024), as: UTF8.self).lowercased()
        return start.contains("<html") || start.contains("<!doctype html")
    }

    /// The page in UTF-8.
    ///
    /// - Throws: `Unreadable` where the body cannot be unpacked.
    func page() throws(Unreadable) -> [UInt8] {
        DecodedText(page: try body(), contentType: header.text("content-type")).utf8
    }

    private func body() throws(Unreadable) -> [UInt8] {
        var body = Array(packed)
        // Some archivers keep the word and take the chunks away.
        if header.word("transfer-encoding").contains("chunked"), let whole = HTTPAnswer.joined(packed) {
            body = whole
        }
        do {
            switch header.word("content-encoding") {
            case "", "identity": return body
            case "gzip", "x-gzip":
                return Packing.isGzip(body) ? try Packing.gunzip(body, limit: Limits.webRecord) : body
            case "deflate":
                // RFC 9110 means zlib's form with two bytes in front; some servers send the bare one.
                let isZlib =
                    body.count > 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 + Int(body[1])) % 31 == 0
                return try Packing.unpack(isZlib ? Array(body.dropFirst(2)) : body, limit: Limits.webRecord)
            case let other:
                throw Unreadable(description: "it is packed as “\(other.prefix(20))”, which is not read")
            }
        } catch let error as PackingError {
            throw Unreadable(description: error.description)
        } catch let error as Unreadable {
            throw error
        } catch {
            throw Unreadable(description: "\(error)")
        }
    }

    /// The chunks put together (RFC 9112 §7.1); nothing where there are none.
    private static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var body: [UInt8] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[..<end].prefix(100), as: UTF8.self)
            let digits = line.prefix { $0 != ";" }.filter { !$0.isWhitespace }
            guard let count = Int(digits, radix: 16), count >= 0 else { return body.isEmpty ? nil : body }
            if count == 0 { return body }
            rest = rest[(end + 1)...]
            body += rest.prefix(count)
            rest = rest.dropFirst(count)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            if rest.first == 0x0A { rest = rest.dropFirst() }
        }
        return body.isEmpty ? nil : body
    }
}
