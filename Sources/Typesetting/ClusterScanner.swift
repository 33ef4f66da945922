import Canvas

/// Steps through UTF-8 bytes letter by letter, with the widths the canvas draws them at.
///
/// Plain letters are told from the bytes alone. Only where a mark, a joiner or a wide letter can be is the text read by
/// the canvas's own `ClusterReader`, so that typesetter and canvas never disagree about a width.
struct ClusterScanner {
    /// A letter with all that belongs to it.
    struct Step {
        var base: Unicode.Scalar
        var width: Int
    }

    private static let wordJoiner: Unicode.Scalar = "\u{2060}"

    /// Where the next letter starts.
    private(set) var position: Int
    private let bytes: [UInt8]
    private let end: Int
    private var reader: ClusterReader?
    private var readerEnd = 0

    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        position = start
        self.end = end ?? bytes.count
    }

    var isAtEnd: Bool { position >= end }

    /// Whether the byte at `position` is being read by the canvas's reader, and so none of our special ones.
    var isInStretch: Bool { reader != nil }

    /// Goes on from another place.
    mutating func move(to place: Int) {
        position = place
        reader = nil
    }

    mutating func next() -> Step? {
        while position < end || reader != nil {
            if reader != nil { return nextOfStretch() }
            let length = plainLength(at: position)
            let after = position + length
            guard length > 0, after >= end || bytes[after] < 0xCC || plainLength(at: after) > 0 else {
                openStretch(length)
                continue
            }
            let base = scalar(at: position, length: length)
            position = after
            return Step(base: base, width: base.value < 0x20 || base.value > 0x7E ? DisplayWidth.of(base) : 1)
        }
        return nil
    }

    /// Cells of a whole text without line feeds.
    static func width(of bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var scanner = ClusterScanner(bytes, from: start, to: end)
        var width = 0
        while let step = scanner.next() { width += step.width }
        return width
    }

    private mutating func nextOfStretch() -> Step {
        guard let cluster = reader?.next() else {
            // Marks without a letter are a step of their own: what follows them may be a line feed, which is no letter.
            position = readerEnd
            reader = nil
            return Step(base: ClusterScanner.wordJoiner, width: 0)
        }
        for _ in 0..<cluster.scalarCount { position = scalarEnd(position) }
        if position >= readerEnd {
            position = readerEnd
            reader = nil
        }
        return Step(base: cluster.base, width: cluster.width)
    }

    /// Bytes of a letter that nothing before it can take in: up to U+02FF, and dashes and quotation marks; else 0.
    private func plainLength(at place: Int) -> Int {
        let lead = bytes[place]
        if lead < 0x80 { return 1 }
        if lead < 0xCC { return min(2, end - place) }
        guard lead == 0xE2, place + 2 < end, bytes[place + 1] == 0x80 else { return 0 }
        return (0x90...0xA7).contains(bytes[place + 2]) ? 3 : 0
    }

    private mutating func openStretch(_ baseLength: Int) {
        var stop = position + baseLength
        while stop < end, bytes[stop] >= 0xCC || bytes[stop] & 0xC0 == 0x80, !isBreakOpportunity(at: stop) {
            if stop - position > Limits.stretch, canCut(at: stop) { break }
            stop = scalarEnd(stop)
        }
        stop = max(stop, scalarEnd(position))
        readerEnd = stop
        reader = ClusterReader(String(decoding: bytes[position..<stop], as: UTF8.self))
    }

    /// Whether a letter of its own starts here.
    private func canCut(at place: Int) -> Bool {
        if place - position > Limits.longestStretch { return true }
        let scalar = scalar(at: place, length: scalarEnd(place) - place)
        let followsJoiner = bytes[place - 1] == 0x8D && bytes[place - 2] == 0x80 && bytes[place - 3] == 0xE2
        return !followsJoiner && DisplayWidth.of(scalar) > 0 && scalar.value < 0x1F000
    }

    /// U+200B.
    private func isBreakOpportunity(at place: Int) -> Bool {
        bytes[place] == 0xE2 && place + 2 < end && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x8B
    }

    private func scalarEnd(_ place: Int) -> Int {
        var after = place + 1
        while after < end, bytes[after] & 0xC0 == 0x80 { after += 1 }
        return after
    }

    private func scalar(at place: Int, length: Int) -> Unicode.Scalar {
        if length == 1 { return Unicode.Scalar(bytes[place]) }
        var value = UInt32(bytes[place]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for byte in bytes[(place + 1)..<(place + length)] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value) ?? " "
    }
}
