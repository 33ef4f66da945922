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
        var line = OpenLine(start: scanner.position, room: room)
        while true {
            if let sign = sign() {
                line.read(sign, at: scanner.position)
                scanner.move(to: scanner.position + sign.length)
                if sign == .lineFeed { return line.piece }
                continue
            }
            let place = scanner.position
            guard let letter = scanner.next() else { return line.piece }
            if let end = line.add(letter, from: place, to: scanner.position) {
                scanner.move(to: end.next)
                return end.piece
            }
        }
    }

    /// Which of the signs that steer breaking comes next, if one does.
    private func sign() -> Sign? {
        guard !scanner.isAtEnd, !scanner.isInStretch else { return nil }
        let place = scanner.position
        switch bytes[place] {
        case 0x20: return .space
        case 0x0A: return .lineFeed
        case 0xC2: return place + 1 < bytes.count && bytes[place + 1] == 0xAD ? .softHyphen : nil
        case 0xE2:
            let isOpportunity =
                place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x8B
            return isOpportunity ? .opportunity : nil
        default: return nil
        }
    }
}

extension LineBreaker {
    /// A sign that says where lines may or must end.
    private enum Sign {
        case space
        case lineFeed
        /// U+200B.
        case opportunity
        case softHyphen

        /// Its bytes.
        var length: Int {
            switch self {
            case .space, .lineFeed: 1
            case .softHyphen: 2
            case .opportunity: 3
            }
        }
    }

    /// The end of a line, and where the next one starts.
    private struct End {
        var piece: Piece
        var next: Int
    }

    /// A line while it is filled.
    private struct OpenLine {
        var piece: Piece
        let room: Int
        /// The last place where it could end.
        private var candidate: End?
        /// Spaces since its last letter; they count only if another letter follows.
        private var spaces = 0
        private var before: Unicode.Scalar?
        private var last: Unicode.Scalar?

        init(start: Int, room: Int) {
            piece = Piece(start: start, end: start, width: 0)
            self.room = room
        }

        private var hasLetters: Bool { piece.end > piece.start }

        mutating func read(_ sign: Sign, at place: Int) {
            if hasLetters, spaces == 0 {
                var end = piece
                if sign == .softHyphen {
                    end.isHyphenated = true
                    end.width += 1
                }
                if end.width <= room { candidate = End(piece: end, next: place + sign.length) }
            }
            if sign == .space { spaces += 1 }
            if sign != .softHyphen { last = nil }
        }

        /// Adds a letter, or says where the line ends because there is no room for it.
        mutating func add(_ letter: ClusterScanner.Step, from start: Int, to end: Int) -> End? {
            if let last, hasLetters, BreakRules.allowsBreak(before: before, last: last, next: letter.base) {
                candidate = End(piece: piece, next: start)
            }
            if piece.width + spaces + letter.width > room, hasLetters {
                return candidate ?? End(piece: piece, next: start)
            }
            piece.width += spaces + letter.width
            piece.end = end
            spaces = 0
            before = last
            last = letter.base
            return nil
        }
    }
}
