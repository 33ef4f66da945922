/// The terms of one article by number: what the second stage of a search weighs exactly.
struct TermVector: Equatable {
    /// One term.
    struct Entry: Equatable {
        var term: UInt32
        var frequency: UInt8
        var isInTitle: Bool
    }

    /// In the order of the numbers.
    var entries: [Entry]
    /// Words of the document.
    var length: Int
    /// Hours since 1970; nil without a date.
    var hour: Int32?

    /// A number that no hour has, and that is short.
    private static let noHour: Int64 = -(1 << 40)

    init(entries: [Entry], length: Int, hour: Int32? = nil) {
        self.entries = entries
        self.length = length
        self.hour = hour
    }

    /// The terms of a document that have a number.
    init(_ counts: TermCounts, numbers: [UInt64: UInt32], hour: Int32?) {
        length = counts.length
        self.hour = hour
        entries = []
        entries.reserveCapacity(counts.entries.count)
        for entry in counts.entries {
            guard let number = numbers[entry.key] else { continue }
            entries.append(Entry(term: number, frequency: entry.frequency, isInTitle: entry.isInTitle))
        }
        entries.sort { $0.term < $1.term }
    }

    /// Layout: hour, length, count, number gaps, frequencies two a byte, then the places of headline terms.
    init(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        let stored = reader.signed()
        hour = stored == Self.noHour ? nil : Int32(clamping: stored)
        length = reader.int()
        let count = reader.count()
        entries = []
        entries.reserveCapacity(count)
        var term: UInt32 = 0
        for _ in 0..<count {
            term = term &+ UInt32(truncatingIfNeeded: reader.varint())
            entries.append(Entry(term: term, frequency: 1, isInTitle: false))
        }
        for index in stride(from: 0, to: count, by: 2) {
            let pair = reader.byte()
            entries[index].frequency = pair & 15
            if index + 1 < count { entries[index + 1].frequency = pair >> 4 }
        }
        var place = 0
        while !reader.isAtEnd {
            place = place &+ reader.int()
            guard place >= 0, place < count else { break }
            entries[place].isInTitle = true
        }
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.signed(hour.map(Int64.init) ?? Self.noHour)
        writer.varint(length)
        writer.varint(entries.count)
        var last: UInt32 = 0
        for entry in entries {
            writer.varint(UInt64(entry.term &- last))
            last = entry.term
        }
        for index in stride(from: 0, to: entries.count, by: 2) {
            let second = index + 1 < entries.count ? entries[index + 1].frequency : 0
            writer.bytes.append((entries[index].frequency & 15) | second << 4)
        }
        var lastPlace = 0
        for (place, entry) in entries.enumerated() where entry.isInTitle {
            writer.varint(place - lastPlace)
            lastPlace = place
        }
        return writer.bytes
    }
}

extension TermVector.Entry {
    /// Whether the term is in the text too, as far as the joint frequency tells.
    var isInText: Bool { !isInTitle || frequency > TermCounts.titleWeight }
}
