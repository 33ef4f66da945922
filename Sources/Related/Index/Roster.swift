import News

/// The articles of a segment in the order of their postings, with what the first stage of a search needs of each.
struct Roster {
    /// One article.
    struct Entry: Equatable {
        var article: ArticleID
        /// Whole hours since 1970; nil without a date.
        var hour: Int32?
        /// Length of the weighted term vector when last refreshed.
        var norm: Float
        /// The same with the flatter weights of short items.
        var flatNorm: Float
    }

    var entries: [Entry] = []

    private static let undated = UInt32.max
    /// Hours are kept from the year 1 on, so that they are never negative.
    private static let hourBase: Int64 = 17_259_888
    private static let normScale: Float = 64

    init() {}

    init(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        let count = reader.count()
        entries.reserveCapacity(count)
        var last: Int64 = 0
        for _ in 0..<count {
            last = last &+ reader.signed()
            let hour = reader.fixed32()
            let norm = Float(reader.fixed16()) / Self.normScale
            let flat = Float(reader.fixed16()) / Self.normScale
            entries.append(
                Entry(
                    article: ArticleID(last),
                    hour: hour == Self.undated ? nil : Int32(clamping: Int64(hour) - Self.hourBase),
                    norm: max(norm, 1 / Self.normScale), flatNorm: max(flat, 1 / Self.normScale)))
        }
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.varint(entries.count)
        var last: Int64 = 0
        for entry in entries {
            writer.signed(entry.article.number &- last)
            last = entry.article.number
            writer.fixed32(
                entry.hour.map { UInt32(clamping: min(Int64($0) + Self.hourBase, Int64(Self.undated) - 1)) }
                    ?? Self.undated)
            writer.fixed16(Self.quantised(entry.norm))
            writer.fixed16(Self.quantised(entry.flatNorm))
        }
        return writer.bytes
    }

    private static func quantised(_ norm: Float) -> UInt16 {
        UInt16(min(max((norm * normScale).rounded(), 1), 65_535))
    }

    /// The hour of a moment, within what a roster can keep.
    static func hour(of moment: Timestamp?) -> Int32? {
        guard let seconds = moment?.seconds else { return nil }
        let hours = seconds / 3600 - (seconds % 3600 < 0 ? 1 : 0)
        return Int32(clamping: max(-hourBase, min(hours, 1 << 30)))
    }
}
