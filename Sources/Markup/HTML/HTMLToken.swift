/// What the tokenizer hands the tree builder: one tag, comment, doctype, or run of characters.
struct HTMLToken {
    enum Kind {
        case startTag, endTag, comment, doctype, endOfFile
        /// Characters, white space or not.
        case text
        /// Characters that are all white space.
        case whitespace
        /// U+0000, which means different things in different places.
        case null
    }

    var kind: Kind
    var tag = HTMLTag.other
    /// The number of the name of an unlisted element, else 0.
    var nameNumber: UInt32 = 0
    var isSelfClosing = false
    /// A tag's attributes in the arena.
    var attributeStart: UInt32 = 0
    var attributeCount: UInt32 = 0
    /// The characters, or the comment.
    var range = ByteRange.empty
    /// Characters that do not stand in the source: decoded from a reference, UTF-8 from the lowest byte up.
    var letters = PackedLetters.none
    var doctype: UInt32 = 0
}

/// At most eight bytes of UTF-8 in a word: what one character reference stands for.
struct PackedLetters: Equatable {
    static let none = PackedLetters(bytes: 0, count: 0)
    static let replacement = PackedLetters(bytes: 0xbd_bfef, count: 3)

    var bytes: UInt64
    var count: Int

    init(bytes: UInt64, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    init(_ scalar: Unicode.Scalar) {
        self = .none
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
        bytes |= UInt64(byte) << UInt64(8 &* count)
        count &+= 1
    }

    /// Adds the letters to a text.
    func append(to text: inout [UInt8]) {
        for index in 0..<count { text.append(self[index]) }
    }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(8 &* index)) }

    /// Whether this is one white space character.
    var isWhitespace: Bool { count == 1 && UInt8(truncatingIfNeeded: bytes).isHTMLSpace }
}
