/// Where an attribute of the current tag stands.
struct XMLAttribute {
    let name: Range<Int>
    let value: Range<Int>
    let declaresNamespace: Bool
}

extension XMLReader {
    /// Whether the current tag has any attributes.
    public var hasAttributes: Bool { !attributes.isEmpty }

    /// The decoded value of an attribute, by its whole name (`xml:base`) in any case of letters.
    public mutating func attribute(_ name: String) -> String? {
        for attribute in attributes where attribute.name.count == name.utf8.count {
            if hasName(attribute.name, name) { return value(of: attribute) }
        }
        return nil
    }

    /// The decoded value of an attribute by its name without prefix: `about` finds `rdf:about`.
    public mutating func attribute(local name: String) -> String? {
        for attribute in attributes where attribute.name.count >= name.utf8.count {
            let start = attribute.name.upperBound - name.utf8.count
            let isWhole =
                start == attribute.name.lowerBound || bytes[start - 1] == UInt8(ascii: ":")
            if isWhole, hasName(start..<attribute.name.upperBound, name) { return value(of: attribute) }
        }
        return nil
    }

    /// Appends the current start tag as markup, without its prefix.
    public func appendTag(to result: inout [UInt8]) {
        result.append(UInt8(ascii: "<"))
        result.append(contentsOf: name.local.utf8)
        result.append(contentsOf: bytes[attributeSource])
        result.append(UInt8(ascii: ">"))
    }

    private func hasName(_ range: Range<Int>, _ name: String) -> Bool {
        var index = range.lowerBound
        for byte in name.utf8 {
            if bytes[index].lowercasedASCII != byte.lowercasedASCII { return false }
            index += 1
        }
        return true
    }

    private mutating func value(of attribute: XMLAttribute) -> String {
        let raw = bytes[attribute.value]
        guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
        var value: [UInt8] = []
        appendDecoded(attribute.value, to: &value)
        return String(decoding: value, as: UTF8.self)
    }

    /// Reads attributes up to the end of the tag.
    ///
    /// False if the document stops before.
    mutating func readAttributes(from start: Int) -> Bool {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                let isEmpty = index > start && bytes[index - 1] == UInt8(ascii: "/")
                isEmptyElement = isEmpty
                attributeSource = start..<(isEmpty ? index - 1 : index)
                position = index + 1
                return true
            }
            if byte == UInt8(ascii: "<") {
                // `<title<link>`: a start tag without its end.
                repairs.insert(.unbalancedTags)
                attributeSource = start..<index
                position = index
                return true
            }
            if byte.isMarkupSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                index += 1
                continue
            }
            index = readAttribute(from: index)
        }
        return false
    }

    private mutating func readAttribute(from start: Int) -> Int {
        var index = start
        while index < bytes.count, !endsAttributeName(bytes[index]) { index += 1 }
        if index == start { return start + 1 }
        let name = start..<index
        while index < bytes.count, bytes[index].isMarkupSpace { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            keep(name, value: index..<index)
            return index
        }
        index += 1
        while index < bytes.count, bytes[index].isMarkupSpace { index += 1 }
        guard index < bytes.count else { return index }
        if let end = closingQuote(from: index) {
            keep(name, value: (index + 1)..<end)
            return end + 1
        }
        let valueStart = index
        while index < bytes.count, !bytes[index].isMarkupSpace, bytes[index] != UInt8(ascii: ">") {
            index += 1
        }
        keep(name, value: valueStart..<index)
        return index
    }

    /// Where the quotation that begins at `start` ends; a search that failed once is not tried again.
    private mutating func closingQuote(from start: Int) -> Int? {
        let quote = bytes[start]
        let isDouble = quote == UInt8(ascii: "\"")
        guard isDouble || quote == UInt8(ascii: "'") else { return nil }
        if isDouble ? hasNoMore.double : hasNoMore.single { return nil }
        let end = ByteSearch.next(quote, in: bytes.span, from: start + 1)
        if end < bytes.count { return end }
        if isDouble { hasNoMore.double = true } else { hasNoMore.single = true }
        return nil
    }

    private func endsAttributeName(_ byte: UInt8) -> Bool {
        byte.isMarkupSpace || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: "<")
    }

    private mutating func keep(_ name: Range<Int>, value: Range<Int>) {
        guard attributes.count < Limits.attributesPerTag else {
            repairs.insert(.tooManyAttributes)
            return
        }
        let first = bytes[name.lowerBound] | 0x20
        var declares = false
        if first == UInt8(ascii: "x") {
            if StaticPattern.xmlPrefix.stands(in: bytes.span, at: name.lowerBound) { hasXMLAttributes = true }
            let isXMLNS = StaticPattern.xmlns.stands(in: bytes.span, at: name.lowerBound)
            declares = isXMLNS && (name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
        }
        attributes.append(XMLAttribute(name: name, value: value, declaresNamespace: declares))
    }
}

extension StaticPattern {
    static let xmlPrefix: StaticPattern = "xml:"
    static let xmlns: StaticPattern = "xmlns"
}
