import Markup

/// Finds the tags of an HTML fragment: just enough of WHATWG HTML §13.2.5 to tell markup from text.
struct TagScanner {
    /// One tag, comment or declaration.
    struct Tag {
        /// A number for the name in lower case (see `TagName`); 0 for comments and declarations.
        var name: UInt64 = 0
        /// Where the name stands.
        var nameRange = 0..<0
        /// Whether it is an end tag.
        var isEnd = false
        /// Where the attributes stand.
        var attributes = 0..<0
        /// Whether it closes itself.
        var closesItself = false
        /// The place behind it.
        var end = 0
    }

    let bytes: [UInt8]
    /// Names of elements of which no end tag comes any more.
    var unclosed: Set<UInt64> = []
    private var hasNoMore: (greater: Bool, comment: Bool) = (false, false)
    private var noQuoteAfter: (single: Int, double: Int) = (.max, .max)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tag that the `<` at `start` begins; nothing if it is a bare `<`.
    mutating func tag(at start: Int) -> Tag? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        if next.isASCIILetter { return tag(at: start, nameFrom: start + 1, isEnd: false) }
        if next == UInt8(ascii: "/"), start + 2 < bytes.count {
            if bytes[start + 2].isASCIILetter { return tag(at: start, nameFrom: start + 2, isEnd: true) }
            return bytes[start + 2] == UInt8(ascii: ">") ? Tag(end: start + 3) : nil
        }
        if next == UInt8(ascii: "?") || (next == UInt8(ascii: "!") && beginsDeclaration(at: start + 2)) {
            return declaration(at: start)
        }
        return nil
    }

    private mutating func tag(at start: Int, nameFrom nameStart: Int, isEnd: Bool) -> Tag? {
        var index = nameStart
        var hash = TagName.seed
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isMarkupSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            if byte == UInt8(ascii: "<") { return nil }
            hash = TagName.mix(hash, byte.lowercasedASCII)
            index += 1
        }
        var tag = Tag(name: hash, nameRange: nameStart..<index, isEnd: isEnd)
        guard let close = closing(from: index) else { return nil }
        tag.closesItself = close > index && bytes[close - 1] == UInt8(ascii: "/")
        tag.attributes = index..<close
        tag.end = close + 1
        return tag
    }

    /// The `>` that ends a tag: the first outside of quotation marks, else the first.
    private mutating func closing(from start: Int) -> Int? {
        if hasNoMore.greater { return nil }
        var index = start
        var afterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return index }
            if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard let quote = closingQuote(from: index) else { break }
                index = quote
                afterEquals = false
            } else if !byte.isMarkupSpace {
                afterEquals = byte == UInt8(ascii: "=")
            }
            index += 1
        }
        let first = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: start)
        guard first < bytes.count else {
            hasNoMore.greater = true
            return nil
        }
        return first
    }

    /// A quotation that is never closed is remembered, so that the search for its end is made once.
    private mutating func closingQuote(from start: Int) -> Int? {
        let isDouble = bytes[start] == UInt8(ascii: "\"")
        guard start < (isDouble ? noQuoteAfter.double : noQuoteAfter.single) else { return nil }
        let end = ByteSearch.next(bytes[start], in: bytes.span, from: start + 1)
        if end < bytes.count { return end }
        if isDouble { noQuoteAfter.double = start } else { noQuoteAfter.single = start }
        return nil
    }

    private func beginsDeclaration(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index].isASCIILetter || bytes[index] == UInt8(ascii: "-")
            || bytes[index] == UInt8(ascii: "[")
    }

    private mutating func declaration(at start: Int) -> Tag? {
        let isComment =
            start + 3 < bytes.count && bytes[start + 2] == UInt8(ascii: "-")
            && bytes[start + 3] == UInt8(ascii: "-")
        if isComment, !hasNoMore.comment {
            var index = start + 4
            while index < bytes.count {
                index = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: index)
                guard index < bytes.count else { break }
                if bytes[index - 1] == UInt8(ascii: "-"), bytes[index - 2] == UInt8(ascii: "-") {
                    return Tag(end: index + 1)
                }
                index += 1
            }
            hasNoMore.comment = true
        }
        guard !hasNoMore.greater else { return nil }
        let end = ByteSearch.next(UInt8(ascii: ">"), in: bytes.span, from: start)
        guard end < bytes.count else {
            hasNoMore.greater = true
            return nil
        }
        return Tag(end: end + 1)
    }
}

/// Tag names as numbers (64-bit FNV-1a of the name in lower case).
enum TagName {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    static func number(_ name: some StringProtocol) -> UInt64 {
        name.utf8.reduce(seed) { mix($0, $1.lowercasedASCII) }
    }
}
