/// Breaks text into lines, greedily: each line takes as much as fits.
///
/// Lines break at spaces, inside words where `BreakRules` or a soft hyphen allow it, and anywhere in a word that is
/// longer than a line. Linear: going back to a line's start reads no more than that line again.
public struct LineBreaker {
    /// What one line shows.
    struct Piece {
        var start: Int
        var end: Int
        var width: Int
        /// The line breaks at a soft hyphen, which then shows.
        var isHyphenated = false
    }

    /// A place where the line could break.
    private struct Candidate {
        var piece: Piece
        var next: Int
    }

    private let bytes: [UInt8]
    private let rest: Int
    private var room: Int
    private var scanner: ClusterScanner

    /// Breaks lines of which the first has so much room and the others so much.
    init(_ bytes: [UInt8], first: Int, rest: Int) {
        self.bytes = bytes
        self.rest = max(1, rest)
        room = max(1, first)
        scanner = ClusterScanner(bytes)
    }

    /// The lines of a plain text, each at most so many cells wide.
    public static func wrap(_ text: String, width: Int) -> [String] {
        wrap([StyledRun(text)], width: width).map(\.text)
    }

    /// The lines of runs that follow each other, each at most so many cells wide.
    public static func wrap(_ runs: [StyledRun], width: Int) -> [StyledLine] {
        var passage = Passage()
        for run in runs { passage.append(run.text.utf8, role: run.role, link: run.link) }
        var breaker = LineBreaker(passage.bytes, first: width, rest: width)
        var cutter = LineCutter(passage)
        var lines: [StyledLine] = []
        while let piece = breaker.next() { lines.append(cutter.line(piece)) }
        return lines
    }

    /// The next line, or nothing at the end.
    mutating func next() -> Piece? {
        while !scanner.isAtEnd, !scanner.isInStretch, bytes[scanner.position] == 0x20 {
            scanner.move(to: scanner.position + 1)
        }
        guard !scanner.isAtEnd else { return nil }
        defer { room = rest }
        return fill()
    }

    private mutating func fill() -> Piece {
        var line = Piece(start: scanner.position, end: scanner.position, width: 0)
        var spaces = 0
        var candidate: Candidate?
        var before: Unicode.Scalar?
        var last: Unicode.Scalar?
        while true {
            switch special() {
            case .lineFeed:
                scanner.move(to: scanner.position + 1)
                return line
            case .space:
                if line.end > line.start, spaces == 0 {
                    candidate = Candidate(piece: line, next: scanner.position + 1)
                }
                spaces += 1
                scanner.move(to: scanner.position + 1)
                last = nil
                continue
            case .opportunity:
                if line.end > line.start, spaces == 0 {
                    candidate = Candidate(piece: line, next: scanner.position + 3)
                }
                scanner.move(to: scanner.position + 3)
                last = nil
                continue
            case .softHyphen:
                if line.end > line.start, spaces == 0, line.width < room {
                    var piece = line
                    piece.isHyphenated = true
                    piece.width += 1
                    candidate = Candidate(piece: piece, next: scanner.position + 2)
                }
                scanner.move(to: scanner.position + 2)
                continue
            case .none:
                break
            }
            let place = scanner.position
            guard let step = scanner.next() else { return line }
            if let known = last, line.end > line.start,
                BreakRules.allowsBreak(before: before, last: known, next: step.base)
            {
                candidate = Candidate(piece: line, next: place)
            }
            if line.width + spaces + step.width > room, line.end > line.start {
                scanner.move(to: candidate?.next ?? place)
                return candidate?.piece ?? line
            }
            line.width += spaces + step.width
            line.end = scanner.position
            spaces = 0
            before = last
            last = step.base
        }
    }

    private enum Special { case none, space, lineFeed, opportunity, softHyphen }

    /// Whether one of the bytes that steer breaking comes next.
    private func special() -> Special {
        guard !scanner.isAtEnd, !scanner.isInStretch else { return .none }
        let place = scanner.position
        switch bytes[place] {
        case 0x20: return .space
        case 0x0A: return .lineFeed
        case 0xC2: return place + 1 < bytes.count && bytes[place + 1] == 0xAD ? .softHyphen : .none
        case 0xE2:
            let isOpportunity =
                place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x8B
            return isOpportunity ? .opportunity : .none
        default: return .none
        }
    }
}
