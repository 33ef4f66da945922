/// Some thousand bytes of postings of neighbouring terms: what a store keeps in one value, about a database page.
///
/// Layout: for each term the gap to the one before, the number of bytes, and the bytes.
struct PostingBlockWriter {
    /// A block is closed when it is this full; the number leaves room on a page of 4096 bytes.
    static let fullSize = 3900

    private(set) var blocks: [[UInt8]] = []
    /// The first term of every block.
    private(set) var firstTerms: [UInt32] = []
    private var writer = ByteWriter()
    private var lastTerm: UInt32 = 0

    mutating func append(term: UInt32, bytes: [UInt8]) {
        if !writer.bytes.isEmpty, writer.bytes.count + bytes.count > Self.fullSize { close() }
        if writer.bytes.isEmpty {
            firstTerms.append(term)
            lastTerm = term
        }
        writer.varint(UInt64(term &- lastTerm))
        writer.varint(bytes.count)
        writer.bytes += bytes
        lastTerm = term
    }

    mutating func close() {
        guard !writer.bytes.isEmpty else { return }
        blocks.append(writer.bytes)
        writer.bytes = []
    }

    /// The table of contents: which terms begin the blocks.
    var contents: [UInt8] {
        var table = ByteWriter()
        table.varint(firstTerms.count)
        var last: UInt32 = 0
        for term in firstTerms {
            table.varint(UInt64(term &- last))
            last = term
        }
        return table.bytes
    }

    static func firstTerms(ofContents bytes: [UInt8]) -> [UInt32] {
        var reader = ByteReader(bytes)
        var last: UInt32 = 0
        return (0..<reader.count()).map { _ in
            last = last &+ UInt32(truncatingIfNeeded: reader.varint())
            return last
        }
    }
}

/// Walks over the terms of one block.
struct PostingBlockReader {
    private(set) var term: UInt32
    private(set) var start = 0
    private(set) var end = 0
    let bytes: [UInt8]

    init(_ bytes: [UInt8], firstTerm: UInt32) {
        self.bytes = bytes
        term = firstTerm
    }

    /// Moves to the next term; false at the end.
    mutating func advance() -> Bool {
        var reader = ByteReader(bytes, from: end, to: bytes.count)
        guard !reader.isAtEnd else { return false }
        term = term &+ UInt32(truncatingIfNeeded: reader.varint())
        let length = reader.count()
        start = reader.position
        end = start + length
        return true
    }

    /// The postings of the present term.
    var postings: PostingReader { PostingReader(bytes, from: start, to: end) }
    var payload: [UInt8] { Array(bytes[start..<end]) }
}
