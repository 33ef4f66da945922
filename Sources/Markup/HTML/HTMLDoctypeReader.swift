/// Reads what follows `<!DOCTYPE` (WHATWG HTML §13.2.5.53–68).
struct HTMLDoctypeReader {
    /// The next byte, after reading the one after the `>`.
    var index: Int
    let end: Int
    /// The `>` was found.
    var isClosed = false

    init(index: Int, end: Int) {
        self.index = index
        self.end = end
    }

    mutating func read(_ bytes: Span<UInt8>, _ arena: inout HTMLArena) -> HTMLDoctype {
        var doctype = HTMLDoctype()
        skipSpace(bytes)
        let start = index
        while index < end, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index &+= 1 }
        doctype.name = arena.lowercasedName(start..<index)
        doctype.forcesQuirks = start == index
        skipSpace(bytes)
        if closes(bytes) { return doctype }
        readIdentifiers(bytes, &arena, &doctype)
        if !isClosed {
            skipToEnd(bytes)
            if index >= end, !isClosed { doctype.forcesQuirks = true }
        }
        return doctype
    }

    private mutating func readIdentifiers(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ doctype: inout HTMLDoctype
    ) {
        if bytes.holds("public", at: index) {
            index &+= 6
            doctype.publicID = quoted(bytes, &arena)
            if doctype.publicID == nil || isCut {
                doctype.forcesQuirks = true
                return
            }
            skipSpace(bytes)
            if closes(bytes) { return }
            doctype.systemID = quoted(bytes, &arena)
        } else if bytes.holds("system", at: index) {
            index &+= 6
            doctype.systemID = quoted(bytes, &arena)
        }
        doctype.forcesQuirks = doctype.systemID == nil || isCut
    }

    /// An identifier ended by `>` or the end of the input instead of its quote.
    private var isCut = false

    private mutating func quoted(_ bytes: Span<UInt8>, _ arena: inout HTMLArena) -> String? {
        skipSpace(bytes)
        guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            return nil
        }
        let quote = bytes[index]
        let start = index &+ 1
        index = start
        while index < end, bytes[index] != quote, bytes[index] != UInt8(ascii: ">") { index &+= 1 }
        // First this: it may put bytes into the arena that the other reads.
        let range = arena.withoutNulls(bytes, start..<index)
        let identifier = arena.string(range)
        isCut = index >= end || bytes[index] != quote
        if !isCut { index &+= 1 }
        return identifier
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < end, bytes[index].isHTMLSpace { index &+= 1 }
    }

    private mutating func closes(_ bytes: Span<UInt8>) -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: ">") else { return false }
        index &+= 1
        isClosed = true
        return true
    }

    private mutating func skipToEnd(_ bytes: Span<UInt8>) {
        index = bytes.firstIndex(of: UInt8(ascii: ">"), from: index)
        _ = closes(bytes)
    }
}
