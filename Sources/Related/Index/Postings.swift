/// Where a term occurs within one segment.
struct Postings: Equatable {
    /// The term's number.
    var term: UInt32
    /// Occurrences, in the order of the roster.
    var bytes: [UInt8]
    var count: Int

    /// One article that has the term.
    struct Posting: Equatable {
        /// Its place in the roster.
        var document: Int
        /// 1 to 15.
        var frequency: UInt8
    }

    /// Gap and frequency share a number: rare terms dominate, whose gap is long and whose frequency is small.
    init(term: UInt32, postings: [Posting]) {
        self.term = term
        count = postings.count
        var writer = ByteWriter()
        var next = 0
        for posting in postings {
            writer.varint((posting.document - next) << 4 | Int(posting.frequency & 15))
            next = posting.document + 1
        }
        bytes = writer.bytes
    }
}

/// Reads postings one after another.
struct PostingReader {
    private var reader: ByteReader
    private var next = 0

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        reader = ByteReader(bytes, from: start, to: end)
    }

    @inline(__always)
    mutating func read() -> (document: Int, frequency: Int)? {
        if reader.isAtEnd { return nil }
        let value = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
        let document = next + value >> 4
        next = document + 1
        return (document, value & 15)
    }
}
