/// Finds the text of a letter among its parts (RFC 2046): HTML before plain text.
struct MailBody {
    /// The HTML of the letter.
    private(set) var html: String?
    /// Its plain text.
    private(set) var text: String?
    private var parts = 0

    /// Reads the lines behind a header.
    init(_ header: MailHeader, _ lines: ArraySlice<[UInt8]>) {
        var open: [(header: MailHeader, lines: ArraySlice<[UInt8]>, depth: Int)] = [(header, lines, 0)]
        // A stack in place of recursion: parts hold parts, as deep as their writer likes.
        while let (header, lines, depth) = open.popLast() {
            parts += 1
            guard parts <= Limits.mailParts else { return }
            if header.word("content-type").hasPrefix("multipart/"), depth < Limits.mailDepth,
                let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty
            {
                for part in MailBody.split(lines, at: boundary).reversed() {
                    var lines = part
                    open.append((MailHeader(&lines), lines, depth + 1))
                }
            } else {
                take(header, lines)
            }
        }
    }

    private mutating func take(_ header: MailHeader, _ lines: ArraySlice<[UInt8]>) {
        let type = header.word("content-type")
        guard !header.word("content-disposition").hasPrefix("attachment") else { return }
        if type == "text/html" || type == "application/xhtml+xml" {
            if html == nil { html = MailBody.text(header, lines) }
        } else if type.isEmpty || type == "text/plain" {
            if text == nil { text = MailBody.text(header, lines) }
        }
    }

    private static func text(_ header: MailHeader, _ lines: ArraySlice<[UInt8]>) -> String {
        let bytes =
            switch header.word("content-transfer-encoding") {
            case "base64": TransferEncoding.base64(lines.joined())
            case "quoted-printable": TransferEncoding.quotedPrintable(lines)
            default: Array(lines.joined(separator: [0x0A]))
            }
        return EncodedWords.text(bytes, charset: header.parameter("charset", of: "content-type") ?? "")
    }

    /// The parts between lines `--boundary`.
    private static func split(_ lines: ArraySlice<[UInt8]>, at boundary: String) -> [ArraySlice<[UInt8]>] {
        let mark = Array("--".utf8) + Array(boundary.utf8)
        var parts: [ArraySlice<[UInt8]>] = []
        var start: Int?
        for index in lines.indices where lines[index].starts(with: mark) {
            let rest = lines[index].dropFirst(mark.count)
            guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") }) else { continue }
            if let start { parts.append(lines[start..<index]) }
            start = rest.starts(with: Array("--".utf8)) ? nil : index + 1
            if start == nil || parts.count > Limits.mailParts { break }
        }
        if let start, start < lines.endIndex { parts.append(lines[start...]) }
        return parts
    }
}
