import Markup
import News

/// Writes out the attributes of a tag that a body may keep.
struct AttributeWriter {
    private var found: [AttributeScanner.Attribute] = []
    private var value: [UInt8] = []

    /// Reads the attributes of a tag.
    mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
        AttributeScanner.read(bytes, range, into: &found)
    }

    /// The base that an `xml:base` among the attributes sets.
    func base(in bytes: [UInt8], outer: WebAddress?) -> WebAddress? {
        for attribute in found where attribute.number == AttributeWriter.base {
            return WebAddress(attribute.value(in: bytes), relativeTo: outer)
        }
        return nil
    }

    /// Writes those attributes of the tag that are `allowed`, each once.
    mutating func write(
        _ bytes: [UInt8], allowed: BodyAttributes, base: WebAddress?, to result: inout [UInt8]
    ) {
        guard !allowed.isEmpty else { return }
        var written: BodyAttributes = []
        for attribute in found {
            let kind = BodyAttributes.named(attribute.number)
            guard !kind.isEmpty, allowed.contains(kind), !written.contains(kind) else { continue }
            written.insert(kind)
            value.removeAll(keepingCapacity: true)
            attribute.appendValue(in: bytes, to: &value)
            if BodyAttributes.addresses.contains(kind) {
                writeAddress(kind, base: base, to: &result)
            } else {
                writeText(kind, to: &result)
            }
        }
    }

    private func writeAddress(_ kind: BodyAttributes, base: WebAddress?, to result: inout [UInt8]) {
        if WebAddress.isPlain(value.span) {
            result.append(contentsOf: kind.name)
            SafeText.appendEscaped(value.span, to: &result)
            result.append(UInt8(ascii: "\""))
            return
        }
        let raw = String(decoding: value, as: UTF8.self)
        guard let address = SafeLink.address(raw, base: base, allowsMail: kind == .href) else { return }
        result.append(contentsOf: kind.name)
        SafeText.appendEscaped(address.utf8.span, to: &result)
        result.append(UInt8(ascii: "\""))
    }

    private func writeText(_ kind: BodyAttributes, to result: inout [UInt8]) {
        result.append(contentsOf: kind.name)
        if value.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            SafeText.appendEscaped(value.span, to: &result)
        } else {
            let line = Line(String(decoding: value, as: UTF8.self))
            SafeText.appendEscaped(line.text.utf8.span, to: &result)
        }
        result.append(UInt8(ascii: "\""))
    }

    private static let base = TagName.number("xml:base")
}

/// The links a body may have.
enum SafeLink {
    /// The address to write out; nothing if it leads to no web page and no mailbox.
    static func address(_ raw: String, base: WebAddress?, allowsMail: Bool) -> String? {
        if let address = LooseAddress.read(raw, base: base) { return address.text }
        guard allowsMail else { return nil }
        let line = Line(raw).text
        guard line.utf8.count <= Limits.mailAddress, line.lowercased().hasPrefix("mailto:") else {
            return nil
        }
        return "mailto:" + line.dropFirst(7)
    }
}
