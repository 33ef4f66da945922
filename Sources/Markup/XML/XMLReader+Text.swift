/// Text and what stands for text.
extension XMLReader {
    /// Appends the current text, with its references replaced.
    public mutating func appendText(to result: inout [UInt8]) {
        if textIsCDATA {
            result.append(contentsOf: bytes[text])
        } else {
            appendDecoded(text, to: &result)
        }
    }

    /// Appends the current text as markup: references stay, a CDATA section is escaped.
    public func appendTextAsMarkup(to result: inout [UInt8]) {
        guard textIsCDATA else {
            result.append(contentsOf: bytes[text])
            return
        }
        for byte in bytes[text] {
            switch byte {
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            default: result.append(byte)
            }
        }
    }

    /// Takes text up to the next `<`.
    ///
    /// False if it is not inside any element.
    mutating func readText() -> Bool {
        let start = position
        let isBare = bytes[start] == UInt8(ascii: "<")
        if isBare { repairs.insert(.bareLessThan) }
        position = ByteSearch.next(UInt8(ascii: "<"), in: bytes.span, from: isBare ? start + 1 : start)
        guard depth > 0 else { return false }
        text = start..<position
        textIsCDATA = false
        return true
    }

    mutating func appendDecoded(_ range: Range<Int>, to result: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            index = CharacterReferences.copyText(
                of: bytes.span, from: index, until: range.upperBound, to: &result)
            guard index < range.upperBound else { return }
            index = appendReference(at: index, end: range.upperBound, to: &result)
        }
    }

    private mutating func appendReference(at mark: Int, end: Int, to result: inout [UInt8]) -> Int {
        if !entities.isEmpty, let name = XMLEntities.name(in: bytes, at: mark, end: end),
            entities.expand(name.text, into: &result)
        {
            repairs.formUnion(entities.repairs)
            return name.behind
        }
        if let behind = CharacterReferences.decode(bytes, at: mark, end: end, in: .xml, into: &result) {
            return behind
        }
        repairs.insert(.bareAmpersand)
        result.append(bytes[mark])
        return mark + 1
    }
}
