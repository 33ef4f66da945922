/// Cuts UTF-8 into the tokens of WHATWG HTML §13.2.5.
///
/// The whole input is there, so the standard's states become searches: text runs to the next `<`, a script to
/// its end tag. Tokens point into the input; only decoded references and odd letter case are copied to the
/// arena's side buffer. Line ends must be normalised before.
struct HTMLTokenizer {
    /// What the next characters are, besides markup.
    enum TextMode {
        case data, rcdata, rawText, script, plainText, cdata
    }

    var position = 0
    private(set) var mode = TextMode.data
    /// The end of the raw text being read.
    var rawEnd = 0
    let tags = HTMLTagTable.shared

    /// The next token: `endOfFile` for ever after the last.
    ///
    /// CDATA sections are read only in foreign content.
    mutating func next(_ bytes: Span<UInt8>, into arena: inout HTMLArena, isForeign: Bool) -> HTMLToken {
        if mode != .data, let token = nextRaw(bytes) { return token }
        while position < bytes.count {
            let start = position
            let end = textEnd(bytes, from: start)
            if end > start {
                position = end
                return Self.text(start..<end)
            }
            if bytes[start] != UInt8(ascii: "<") { return special(bytes) }
            if let token = markup(bytes, &arena, isForeign) { return token }
            if mode != .data, let token = nextRaw(bytes) { return token }
        }
        return HTMLToken(kind: .endOfFile)
    }

    static func text(_ range: Range<Int>) -> HTMLToken {
        var token = HTMLToken(kind: .text)
        token.range = ByteRange(source: range)
        return token
    }

    static func text(_ letters: PackedLetters) -> HTMLToken {
        var token = HTMLToken(kind: letters.isWhitespace ? .whitespace : .text)
        token.letters = letters
        return token
    }

    // MARK: Data

    /// Where the run of plain characters from `start` ends.
    private func textEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while true {
            index = bytes.firstIndex(of: UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: index)
            guard index < bytes.count, bytes[index] == UInt8(ascii: "<"), !beginsMarkup(bytes, index) else {
                return index
            }
            index &+= 1
        }
    }

    /// Whether the `<` at `index` begins a tag, a comment or a declaration.
    private func beginsMarkup(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index &+ 1 < bytes.count else { return false }
        let next = bytes[index &+ 1]
        if next.isASCIILetter { return true }
        if next == UInt8(ascii: "/") { return index &+ 2 < bytes.count }
        return next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    }

    /// The ampersand or U+0000 at the position.
    private mutating func special(_ bytes: Span<UInt8>) -> HTMLToken {
        let start = position
        position &+= 1
        if bytes[start] == 0 { return HTMLToken(kind: .null) }
        guard let match = HTMLCharacterReference.match(in: bytes, from: position, inAttribute: false) else {
            return Self.text(start..<position)
        }
        position = match.end
        return Self.text(match.letters)
    }

    /// The tag, comment or declaration at the position; nil if it yields nothing.
    private mutating func markup(
        _ bytes: Span<UInt8>, _ arena: inout HTMLArena, _ isForeign: Bool
    ) -> HTMLToken? {
        let next = bytes[position &+ 1]
        if next.isASCIILetter { return tag(bytes, &arena, isEnd: false) }
        if next == UInt8(ascii: "!") { return declaration(bytes, &arena, isForeign) }
        if next == UInt8(ascii: "?") { return bogusComment(bytes, &arena, from: position &+ 1) }
        let third = bytes[position &+ 2]
        if third.isASCIILetter { return tag(bytes, &arena, isEnd: true) }
        if third == UInt8(ascii: ">") {
            position &+= 3
            return nil
        }
        return bogusComment(bytes, &arena, from: position &+ 2)
    }

    // MARK: Raw text

    /// Reads what follows as `mode`, up to the end tag of `tag` for the modes that have one.
    mutating func enter(_ newMode: TextMode, of tag: HTMLTag, in bytes: Span<UInt8>) {
        mode = newMode
        switch newMode {
        case .data: break
        case .rcdata, .rawText: rawEnd = HTMLRawText.end(of: tag, in: bytes, from: position)
        case .script: rawEnd = HTMLRawText.endOfScript(in: bytes, from: position)
        case .plainText: rawEnd = bytes.count
        case .cdata: rawEnd = HTMLRawText.endOfCDATA(in: bytes, from: position)
        }
    }

    /// The next run of raw text; nil when it has ended.
    private mutating func nextRaw(_ bytes: Span<UInt8>) -> HTMLToken? {
        guard position < rawEnd else {
            if mode == .cdata { position = min(position &+ 3, bytes.count) }
            mode = .data
            return nil
        }
        let start = position
        let other = mode == .rcdata ? UInt8(ascii: "&") : 0
        position = bytes.extracting(0..<rawEnd).firstIndex(of: other, or: 0, from: start)
        if position > start { return Self.text(start..<position) }
        if bytes[start] != 0 { return special(bytes) }
        position &+= 1
        return mode == .cdata ? HTMLToken(kind: .null) : Self.text(.replacement)
    }
}
