// Joining runs of characters: a text node stays a stretch of the source while its runs touch there, and moves
// to the side buffer when they do not (a reference was decoded, or something between was dropped).
extension HTMLArena {
    /// Adds a run of characters at the end of text node `node`; false if the node should be left as it is.
    mutating func extend(_ node: UInt32, with token: HTMLToken) -> Bool {
        var range = nodes[Int(node)].range
        if token.letters == .none, !range.isInSide, !token.range.isInSide,
            range.bounds.upperBound == token.range.offset
        {
            nodes[Int(node)].length = range.length &+ token.range.length
            return true
        }
        let isAtEnd = range.isInSide && range.bounds.upperBound == side.count
        if !isAtEnd {
            if range.isInSide, range.length > UInt32(HTMLLimits.movedText) { return false }
            range = moveToSide(range)
        }
        appendCharacters(of: token)
        nodes[Int(node)].range = ByteRange(side: range.offset..<side.count)
        return true
    }

    /// A new text node for a run of characters.
    mutating func addText(_ token: HTMLToken) -> UInt32 {
        var record = HTMLNodeRecord(kind: .text)
        if token.letters == .none {
            record.range = token.range
        } else {
            let start = side.count
            appendToSide(token.letters)
            record.range = ByteRange(side: start..<side.count)
        }
        return add(record)
    }

    /// Copies a stretch to the end of the side buffer.
    private mutating func moveToSide(_ range: ByteRange) -> ByteRange {
        let start = side.count
        if range.isInSide {
            // A slice of `side` would be a second owner and make the appending copy all of it.
            for index in range.bounds { side.append(side[index]) }
        } else {
            appendToSide(source: range.bounds)
        }
        return ByteRange(side: start..<side.count)
    }

    private mutating func appendCharacters(of token: HTMLToken) {
        if token.letters != .none {
            appendToSide(token.letters)
        } else {
            appendToSide(source: token.range.bounds)
        }
    }
}
