/// The header of a letter or of a part of one (RFC 5322 §2.2, RFC 2045).
struct MailHeader {
    private var fields: [(name: String, value: [UInt8])] = []

    /// Reads the lines up to the first empty one, and leaves in `lines` what follows.
    init(_ lines: inout ArraySlice<[UInt8]>) {
        var count = 0
        while let line = lines.first {
            lines.removeFirst()
            if line.isEmpty { return }
            count += 1
            guard count <= Limits.headerLines else { continue }
            if line.first == 0x20 || line.first == 0x09 {
                // Folded: the line belongs to the field before.
                let last = fields.count - 1
                if last >= 0, fields[last].value.count + line.count < Limits.headerField {
                    fields[last].value += line
                }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                fields.append((name.trimmingSpaces, Array(line[(colon + 1)...].prefix(Limits.headerField))))
            }
        }
    }

    /// Whether there was nothing like a header.
    var isEmpty: Bool { fields.isEmpty }

    /// The first field of a name as text: encoded words are decoded.
    func text(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let text = EncodedWords.decode(value).trimmingSpaces
        return text.isEmpty ? nil : text
    }

    /// The value in front of the first `;`, in lower case.
    func word(_ name: String) -> String {
        (text(name) ?? "").prefix { $0 != ";" }.lowercased().trimmingSpaces
    }

    /// A parameter of a field, as `boundary` in `Content-Type`.
    func parameter(_ parameter: String, of name: String) -> String? {
        guard let text = text(name) else { return nil }
        for part in MailHeader.parameters(of: text) {
            guard let equals = part.firstIndex(of: "=") else { continue }
            guard part[..<equals].lowercased().trimmingSpaces == parameter else { continue }
            let value = String(part[part.index(after: equals)...]).trimmingSpaces
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
        }
        return nil
    }

    /// The parts between semicolons that stand in no quotation marks.
    private static func parameters(of text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        return Array((parts + [part]).dropFirst().prefix(50))
    }
}
