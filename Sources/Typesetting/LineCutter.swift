/// Cuts the pieces that a breaker found out of a passage, from its start to its end.
struct LineCutter {
    private let passage: Passage
    private let hasInvisible: Bool
    private var span = 0

    init(_ passage: Passage) {
        self.passage = passage
        hasInvisible = LineCutter.holdsInvisible(passage.bytes)
    }

    /// The next piece as a line.
    mutating func line(_ piece: LineBreaker.Piece, trims: Bool = true) -> StyledLine {
        var line = StyledLine()
        var from = piece.start
        while span < passage.spans.count, from < piece.end {
            let current = passage.spans[span]
            if current.end <= from {
                span += 1
                continue
            }
            let end = min(current.end, piece.end)
            line.append(text(from, end), current.role, link: current.link, width: 0)
            from = end
        }
        if piece.isHyphenated, let last = line.runs.last {
            line.append("-", last.role, link: last.link, width: 0)
        }
        line.append(width: piece.width)
        if trims, hasInvisible { line.trim() }
        return line
    }

    /// What shows of some bytes: no soft hyphens, no zero width spaces, plain spaces.
    private func text(_ start: Int, _ end: Int) -> String {
        guard hasInvisible else { return String(decoding: passage.bytes[start..<end], as: UTF8.self) }
        var shown: [UInt8] = []
        shown.reserveCapacity(end - start)
        var place = start
        while place < end {
            let skipped = LineCutter.invisibleLength(passage.bytes, at: place)
            if skipped == 0 {
                shown.append(passage.bytes[place])
            } else if passage.bytes[place + 1] == 0xA0 {
                shown.append(0x20)
            }
            place += max(1, skipped)
        }
        return String(decoding: shown, as: UTF8.self)
    }

    private static func holdsInvisible(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] >= 0xC2 && invisibleLength(bytes, at: $0) > 0 }
    }

    /// Bytes of U+00AD, U+00A0 or U+200B at a place, else 0.
    static func invisibleLength(_ bytes: [UInt8], at place: Int) -> Int {
        if bytes[place] == 0xC2, place + 1 < bytes.count {
            return bytes[place + 1] == 0xAD || bytes[place + 1] == 0xA0 ? 2 : 0
        }
        guard bytes[place] == 0xE2, place + 2 < bytes.count else { return 0 }
        return bytes[place + 1] == 0x80 && bytes[place + 2] == 0x8B ? 3 : 0
    }
}
