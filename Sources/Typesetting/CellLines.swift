/// The lines of one cell of a table.
struct CellLines {
    private(set) var lines: [StyledLine] = []
    private let width: Int
    private let isRight: Bool

    init(_ passage: Passage, width: Int, isRight: Bool) {
        self.width = width
        self.isRight = isRight
        var breaker = LineBreaker(passage.bytes, first: width, rest: width)
        var cutter = LineCutter(passage)
        while let piece = breaker.next() { lines.append(cutter.line(piece)) }
        if lines.isEmpty { lines.append(StyledLine()) }
    }

    /// Adds a line of the cell, filled up to its width.
    func append(_ index: Int, to row: inout StyledLine) {
        let content = index < lines.count ? lines[index] : StyledLine()
        let pad = max(0, width - content.width)
        let blanks = String(repeating: " ", count: pad)
        if isRight { row.append(blanks, .body, width: pad) }
        row.append(content)
        if !isRight { row.append(blanks, .body, width: pad) }
    }
}
