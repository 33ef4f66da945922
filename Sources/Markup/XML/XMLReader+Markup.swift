/// Tags, comments, sections and declarations: all that begins with `<`.
extension XMLReader {
    /// Reads what the `<` at `position` begins.
    ///
    /// Nothing if it is no markup but a bare `<`; `.finish` if it is markup that is no event.
    mutating func readMarkup() -> Event? {
        guard position + 1 < bytes.count else {
            position += 1
            return .finish
        }
        switch bytes[position + 1] {
        case UInt8(ascii: "/"):
            return readEndTag()
        case UInt8(ascii: "!"):
            return readDeclaration()
        case UInt8(ascii: "?"):
            skipInstruction()
            return .finish
        case let byte where byte.startsName:
            return readStartTag()
        default:
            return nil
        }
    }

    private mutating func readStartTag() -> Event {
        let nameStart = position + 1
        var index = nameStart
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        let name = nameStart..<index
        attributes.removeAll(keepingCapacity: true)
        hasXMLAttributes = false
        isEmptyElement = false
        let isWhole = readAttributes(from: index)
        guard isWhole else {
            // The document stops inside this tag.
            position = bytes.count
            repairs.insert(.cutOff)
            isEmptyElement = false
            return .finish
        }
        return enter(name, number: names.number(of: name, in: bytes))
    }

    private mutating func readEndTag() -> Event? {
        let start = position + 2
        var index = start
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        if index == start, index < bytes.count, bytes[index] != UInt8(ascii: ">") { return nil }
        let close = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: index)
        guard close < bytes.count else {
            position = bytes.count
            return .finish
        }
        // `</title <link>`: an end tag without its end.
        let stray = ByteSearch.next(UInt8(ascii: "<"), in: bytes.span, from: index, until: close)
        position = stray < close ? stray : close + 1
        return leave(start..<index)
    }

    private mutating func readDeclaration() -> Event? {
        if StaticPattern.cdata.stands(in: bytes.span, at: position) { return readCDATA() }
        if StaticPattern.comment.stands(in: bytes.span, at: position) {
            skipComment()
        } else if StaticPattern.doctype.stands(in: bytes.span, at: position) {
            readDoctype()
        } else {
            position = min(
                ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: position) + 1, bytes.count)
        }
        return .finish
    }

    private mutating func readCDATA() -> Event {
        let start = position + 9
        var end = bytes.count
        if !hasNoMore.cdata, let close = ByteSearch.next(.cdataEnd, in: bytes.span, from: start) {
            end = close
            position = close + 3
        } else {
            hasNoMore.cdata = true
            repairs.insert(.openCDATA)
            position = bytes.count
        }
        guard depth > 0, start < end else { return .finish }
        text = start..<end
        textIsCDATA = true
        return .text
    }

    private mutating func skipComment() {
        if !hasNoMore.comment, let close = ByteSearch.next(.commentEnd, in: bytes.span, from: position + 4) {
            position = close + 3
        } else {
            hasNoMore.comment = true
            position += 4
        }
    }

    private mutating func skipInstruction() {
        let end = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: position)
        position = min(end + 1, bytes.count)
    }

    /// Passes over a document type declaration and takes the entities of its internal subset (XML 1.0 §2.8).
    private mutating func readDoctype() {
        let end = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: position)
        let bracket = ByteSearch.next(UInt8(ascii: "["), in: bytes.span, from: position, until: end)
        guard bracket < end else {
            position = min(end + 1, bytes.count)
            return
        }
        var close = bracket
        let limit = min(bytes.count, bracket + Limits.internalSubset)
        while close < limit {
            close = ByteSearch.next(UInt8(ascii: "]"), in: bytes.span, from: close + 1, until: limit)
            var behind = close + 1
            while behind < limit, bytes[behind].isMarkupSpace { behind += 1 }
            if behind < limit, bytes[behind] == UInt8(ascii: ">") {
                entities.declare(from: bytes[bracket..<close])
                repairs.formUnion(entities.repairs)
                position = behind + 1
                return
            }
        }
        position = min(end + 1, bytes.count)
    }
}

extension StaticPattern {
    static let cdata: StaticPattern = "<![cdata["
    static let cdataEnd: StaticPattern = "]]>"
    static let comment: StaticPattern = "<!--"
    static let commentEnd: StaticPattern = "-->"
    static let doctype: StaticPattern = "<!doctype"
}
