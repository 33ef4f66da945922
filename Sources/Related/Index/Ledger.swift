/// The head of the index: how much there is, and where.
struct Ledger: Equatable {
    /// One immutable run of indexed articles.
    struct Segment: Equatable {
        /// Names its postings and contents.
        var number: Int64
        /// Names its roster, which is written anew when norms are refreshed.
        var roster: Int64
        var documents: Int
    }

    static let version: UInt64 = 1

    var documents = 0
    var termCount: UInt32 = 0
    var nextSegment: Int64 = 1
    var nextRoster: Int64 = 1
    /// The sum of all norms, for the mean.
    var normSum = 0.0
    /// How many articles there were when the norms were last made exact.
    var documentsAtRefresh = 0
    var segments: [Segment] = []
    /// How often people changed stories: who remembers the stories sees by it that they are others now.
    var storyChanges = 0

    /// The mean length of the term vectors.
    var meanNorm: Double {
        let count = segments.reduce(0) { $0 + $1.documents }
        return count == 0 ? 1 : max(normSum / Double(count), 0.001)
    }

    init() {}

    init(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.varint() == Self.version else { return }
        documents = reader.int()
        termCount = UInt32(truncatingIfNeeded: reader.varint())
        nextSegment = Int64(reader.int())
        nextRoster = Int64(reader.int())
        let sum = reader.double()
        normSum = sum.isFinite ? sum : 0
        documentsAtRefresh = reader.int()
        for _ in 0..<reader.count() {
            segments.append(
                Segment(number: Int64(reader.int()), roster: Int64(reader.int()), documents: reader.int()))
        }
        // An older ledger ends here, which reads as none.
        storyChanges = reader.int()
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.varint(Self.version)
        writer.varint(documents)
        writer.varint(UInt64(termCount))
        writer.varint(Int(nextSegment))
        writer.varint(Int(nextRoster))
        writer.double(normSum)
        writer.varint(documentsAtRefresh)
        writer.varint(segments.count)
        for segment in segments {
            writer.varint(Int(segment.number))
            writer.varint(Int(segment.roster))
            writer.varint(segment.documents)
        }
        writer.varint(storyChanges)
        return writer.bytes
    }
}
