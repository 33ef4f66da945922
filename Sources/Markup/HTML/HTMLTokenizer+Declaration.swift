// Comments, doctypes and CDATA (WHATWG HTML §13.2.5.41–71).
extension HTMLTokenizer {
    /// What follows `<!` at the position; nil for the beginning of a CDATA section, whose text comes next.
    mutating func declaration(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ isForeign: Bool
    ) -> HTMLToken? {
        let start = position &+ 2
        if bytes.holds("--", at: start) { return comment(bytes, &arena, from: start &+ 2) }
        if bytes.holds("doctype", at: start) { return doctype(bytes, &arena, from: start &+ 7) }
        if isForeign, bytes.holds("[CDATA[", at: start) {
            position = start &+ 7
            enter(.cdata, of: .other, in: bytes)
            return nil
        }
        return bogusComment(bytes, &arena, from: start)
    }

    /// A comment up to the next `>`.
    mutating func bogusComment(_ bytes: Span<UInt8>, _ arena: inout HTMLArena, from start: Int) -> HTMLToken {
        let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: start)
        position = min(end &+ 1, bytes.count)
        return commentToken(bytes, &arena, start..<end)
    }

    private mutating func comment(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, from start: Int
    ) -> HTMLToken {
        for ending in [">", "->"] where bytes.holds(ending, at: start) {
            position = start &+ ending.utf8.count
            return commentToken(bytes, &arena, start..<start)
        }
        var index = start
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "-"), from: index)
            guard index < bytes.count else { return unclosedComment(bytes, &arena, from: start) }
            for ending in ["-->", "--!>"] where bytes.holds(ending, at: index) {
                position = index &+ ending.utf8.count
                return commentToken(bytes, &arena, start..<index)
            }
            index &+= 1
        }
    }

    /// A comment the input ends in: what could have been the beginning of `-->` does not count.
    private mutating func unclosedComment(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, from start: Int
    ) -> HTMLToken {
        var end = bytes.count
        position = end
        for ending in ["--!", "--", "-"] where end &- ending.utf8.count >= start {
            if bytes.holds(ending, at: end &- ending.utf8.count) {
                end &-= ending.utf8.count
                break
            }
        }
        return commentToken(bytes, &arena, start..<end)
    }

    private func commentToken(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ range: Range<Int>
    ) -> HTMLToken {
        var token = HTMLToken(kind: .comment)
        token.range = arena.withoutNulls(bytes, range)
        return token
    }

    // MARK: Doctype

    private mutating func doctype(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, from start: Int
    ) -> HTMLToken {
        var reader = HTMLDoctypeReader(index: start, end: bytes.count)
        let doctype = reader.read(bytes, &arena)
        position = reader.index
        var token = HTMLToken(kind: .doctype)
        token.doctype = UInt32(truncatingIfNeeded: arena.doctypes.count)
        arena.doctypes.append(doctype)
        return token
    }
}

extension HTMLArena {
    /// A stretch of the source, copied with U+FFFD for every U+0000 if it holds any.
    mutating func withoutNulls(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange {
        let text = bytes.extracting(0..<range.upperBound)
        var index = text.firstIndex(of: 0, from: range.lowerBound)
        guard index < range.upperBound else { return ByteRange(source: range) }
        let start = side.count
        var begin = range.lowerBound
        while index < range.upperBound {
            appendToSide(source: begin..<index)
            appendToSide(.replacement)
            begin = index &+ 1
            index = text.firstIndex(of: 0, from: begin)
        }
        appendToSide(source: begin..<range.upperBound)
        return ByteRange(side: start..<side.count)
    }
}
