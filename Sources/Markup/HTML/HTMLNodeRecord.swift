/// What kind of node a node is.
public enum NodeKind: Sendable {
    case document, doctype, element, text, comment
}

/// Which vocabulary an element's name belongs to.
public enum HTMLNamespace: Sendable {
    case html, svg, mathML
}

/// A stretch of bytes in the source or, with the top bit set, in the side buffer of decoded text.
struct ByteRange: Sendable {
    static let sideBit: UInt32 = 1 << 31
    static let empty = ByteRange(start: 0, length: 0)

    var start: UInt32
    var length: UInt32

    var isInSide: Bool { start & Self.sideBit != 0 }
    var offset: Int { Int(start & ~Self.sideBit) }
    var bounds: Range<Int> { offset..<offset &+ Int(length) }

    init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    @inline(__always)
    init(source range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        length = UInt32(truncatingIfNeeded: range.count)
    }

    init(side range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound) | Self.sideBit
        length = UInt32(truncatingIfNeeded: range.count)
    }
}

/// One node of the arena: 32 bytes; links are indexes, and 0, the document's own, means none.
struct HTMLNodeRecord: Sendable {
    var parent: UInt32 = 0
    var firstChild: UInt32 = 0
    var lastChild: UInt32 = 0
    var previous: UInt32 = 0
    var next: UInt32 = 0
    var kind: NodeKind
    var namespace = HTMLNamespace.html
    var tag = HTMLTag.other
    /// On the stack of open elements; meaningful while parsing.
    var isOpen = false
    /// Where the bytes of text and comments begin, the first attribute of an element, or the number of a
    /// doctype.
    var start: UInt32 = 0
    /// How many bytes, or an element's number of attributes (9 bits) and the number of its unlisted name.
    var length: UInt32 = 0

    static let attributeCountBits: UInt32 = 9

    var range: ByteRange {
        get { ByteRange(start: start, length: length) }
        set {
            start = newValue.start
            length = newValue.length
        }
    }

    var attributeRange: Range<Int> {
        let count = Int(length & (1 << Self.attributeCountBits - 1))
        return Int(start)..<Int(start) &+ count
    }

    var nameNumber: UInt32 { length >> Self.attributeCountBits }
}

/// One attribute of the arena: 20 bytes.
struct HTMLAttributeRecord: Sendable {
    var nameStart: UInt32
    var nameLength: UInt16
    /// Of the lower-case name; compared first.
    var nameHash: UInt32
    var value: ByteRange

    var name: ByteRange { ByteRange(start: nameStart, length: UInt32(nameLength)) }

    @inline(__always)
    static func hash(_ hash: UInt32, adding byte: UInt8) -> UInt32 {
        (hash << 5) &- hash &+ UInt32(byte)
    }
}

/// The parts of a `<!DOCTYPE …>`.
struct HTMLDoctype: Sendable {
    var name = ""
    var publicID: String?
    var systemID: String?
    var forcesQuirks = false
}
