// Tags and their attributes (WHATWG HTML §13.2.5.6–8, 32–40). A tag the input ends in yields nothing.
extension HTMLTokenizer {
    /// The tag at the position; nil if the input ends within.
    mutating func tag(_ bytes: Span<UInt8>, _ arena: inout HTMLArena, isEnd: Bool) -> HTMLToken? {
        var token = HTMLToken(kind: isEnd ? .endTag : .startTag)
        token.attributeStart = UInt32(truncatingIfNeeded: arena.attributes.count)
        position &+= isEnd ? 2 : 1
        tagName(bytes, &arena, &token)
        guard attributes(bytes, &arena, &token) else {
            position = bytes.count
            return nil
        }
        if isEnd {
            arena.attributes.removeSubrange(Int(token.attributeStart)...)
        } else {
            token.attributeCount = UInt32(truncatingIfNeeded: arena.attributes.count) &- token.attributeStart
        }
        return token
    }

    /// Reads the name at the position and finds its tag or number.
    private mutating func tagName(_ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ token: inout HTMLToken) {
        var key = HTMLTagTable.Key()
        let start = position
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x3e, byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
                break
            }
            key.append(byte.asciiLowercased)
            index &+= 1
        }
        position = index
        token.tag = tags.tag(key)
        if token.tag == .other {
            token.nameNumber = arena.number(ofName: arena.lowercasedName(start..<index))
        }
    }

    /// Reads attributes up to and with the `>`; false if the input ends before.
    private mutating func attributes(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ token: inout HTMLToken
    ) -> Bool {
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                position = index &+ 1
                return true
            }
            if byte.isHTMLSpace {
                index &+= 1
            } else if byte == UInt8(ascii: "/") {
                index &+= 1
                token.isSelfClosing = index < bytes.count && bytes[index] == UInt8(ascii: ">")
            } else {
                position = index
                guard attribute(bytes, &arena, &token) else { return false }
                index = position
            }
        }
        return false
    }

    /// One attribute; false if the input ends within.
    private mutating func attribute(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ token: inout HTMLToken
    ) -> Bool {
        let nameStart = position
        var hash: UInt32 = 0
        var isPlain = true
        var index = nameStart
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x3e {
                if byte == UInt8(ascii: "="), index > nameStart { break }
                if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
            }
            if byte.isASCIIUpper || byte == 0 { isPlain = false }
            hash = HTMLAttributeRecord.hash(hash, adding: byte.asciiLowercased)
            index &+= 1
        }
        let name = nameStart..<index
        while index < bytes.count, bytes[index].isHTMLSpace { index &+= 1 }
        var value = ByteRange.empty
        if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
            position = index &+ 1
            guard let read = self.value(bytes, &arena) else { return false }
            value = read
        } else {
            position = index
        }
        arena.addAttribute(name, isPlain: isPlain, hash: hash, value: value, from: Int(token.attributeStart))
        return true
    }

    /// The value after the `=`; nil if the input ends within.
    private mutating func value(_ bytes: Span<UInt8>, _ arena: inout HTMLArena) -> ByteRange? {
        var index = position
        while index < bytes.count, bytes[index].isHTMLSpace { index &+= 1 }
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return unquotedValue(bytes, &arena, from: index)
        }
        let start = index &+ 1
        index = bytes.firstIndex(of: quote, or: UInt8(ascii: "&"), from: start)
        guard index < bytes.count else { return nil }
        if bytes[index] == quote {
            position = index &+ 1
            return ByteRange(source: start..<index)
        }
        index = bytes.firstIndex(of: quote, from: index)
        guard index < bytes.count else { return nil }
        position = index &+ 1
        return arena.decodedValue(bytes, start..<index)
    }

    /// A value that ends at white space or `>`.
    private mutating func unquotedValue(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, from start: Int
    ) -> ByteRange {
        var isPlain = true
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isHTMLSpace || byte == UInt8(ascii: ">") { break }
            if byte == UInt8(ascii: "&") || byte == 0 { isPlain = false }
            index &+= 1
        }
        position = index
        return isPlain ? ByteRange(source: start..<index) : arena.decodedValue(bytes, start..<index)
    }
}

extension HTMLArena {
    /// The name in a stretch of the source, in lower case.
    func lowercasedName(_ range: Range<Int>) -> String {
        let raw = source[range]
        guard raw.contains(where: { $0.isASCIIUpper || $0 == 0 }) else {
            return String(decoding: raw, as: UTF8.self)
        }
        var letters: [UInt8] = []
        for byte in raw {
            if byte == 0 { letters += [0xef, 0xbf, 0xbd] } else { letters.append(byte.asciiLowercased) }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Keeps an attribute of the tag whose attributes begin at `first`, unless it is there already.
    mutating func addAttribute(
        _ name: Range<Int>, isPlain: Bool, hash: UInt32, value: ByteRange, from first: Int
    ) {
        guard attributes.count &- first < HTMLLimits.attributes, name.count <= HTMLLimits.attributeNameBytes
        else {
            return
        }
        var hash = hash
        var range = ByteRange(source: name)
        if !isPlain {
            hash = 0
            let start = side.count
            for byte in lowercasedName(name).utf8 {
                side.append(byte)
                hash = HTMLAttributeRecord.hash(hash, adding: byte)
            }
            range = ByteRange(side: start..<side.count)
        }
        // By index: a slice would hold, and so make copy, the array that is about to grow.
        for index in first..<attributes.count where attributes[index].nameHash == hash {
            if areEqual(attributes[index].name, range) { return }
        }
        attributes.append(
            HTMLAttributeRecord(
                nameStart: range.start, nameLength: UInt16(truncatingIfNeeded: range.length), nameHash: hash,
                value: value))
    }

    /// A value with its references decoded, in the side buffer.
    mutating func decodedValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange {
        let start = side.count
        let value = bytes.extracting(0..<range.upperBound)
        var index = range.lowerBound
        while index < range.upperBound {
            let end = value.firstIndex(of: UInt8(ascii: "&"), or: 0, from: index)
            appendToSide(source: index..<end)
            guard end < range.upperBound else { break }
            index = end &+ 1
            if value[end] == 0 {
                appendToSide(.replacement)
            } else if let match = HTMLCharacterReference.match(in: value, from: index, inAttribute: true) {
                appendToSide(match.letters)
                index = match.end
            } else {
                side.append(UInt8(ascii: "&"))
            }
        }
        return ByteRange(side: start..<side.count)
    }
}
