/// A grid of styled cells: what the screen draws on, what the terminal paints, what tests read.
///
/// Drawing outside is cut, never trapped; half a wide letter is never left standing. Controls cannot get in: a text is
/// read by `ClusterReader`, which skips them.
public struct Canvas: Sendable, Hashable {
    /// Columns and rows.
    public let size: Size
    /// The cells, row after row.
    public private(set) var cells: [Cell]
    /// Where the text cursor stands, if it shows.
    public var cursor: Point?
    /// The addresses that letters lead to, by the numbers of their styles from 1 on.
    public private(set) var links: [String] = []
    /// The pictures that the terminal draws over letters, by the numbers of their colours from 0 on.
    public private(set) var pictures: [PlacedPicture] = []

    /// An empty canvas.
    public init(size: Size, style: Style = .plain) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: Cell(style: style), count: self.size.width * self.size.height)
    }

    /// The whole as a rectangle.
    public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

    /// The cell at a place; nothing outside.
    public subscript(x: Int, y: Int) -> Cell? {
        guard bounds.contains(Point(x: x, y: y)) else { return nil }
        return cells[y * size.width + x]
    }

    /// The cells of one row.
    public func row(_ y: Int) -> ArraySlice<Cell> {
        guard y >= 0, y < size.height else { return [] }
        return cells[y * size.width..<(y + 1) * size.width]
    }

    /// Draws one line of text from a place, cut at a width and at the canvas's edge; returns the columns used.
    ///
    /// Text stays in logical order. Terminals that turn right-to-left text round do so by whole rows, so that two such texts in
    /// neighbouring panes would change places, frames and all: what follows one is kept apart from it.
    @discardableResult
    public mutating func draw(
        _ text: some StringProtocol, x: Int, y: Int, width limit: Int = .max, style: Style = .plain
    ) -> Int {
        guard y >= 0, y < size.height, limit > 0 else { return 0 }
        let end = min(size.width, limit == .max ? size.width : x + limit)
        let text = String(text)
        let plain = drawPlain(text, x: x, y: y, end: end, style: style)
        var column = x + plain
        guard plain < text.utf8.count, column < end else { return plain }
        var last: Int?
        var isRightToLeft = false
        var clusters = ClusterReader(text[text.utf8.index(text.startIndex, offsetBy: plain)...])
        while let cluster = clusters.next() {
            guard column + cluster.width <= end else { break }
            if column >= 0 {
                put(cluster, x: column, y: y, style: style)
                last = column
            }
            if cluster.isRightToLeft { isRightToLeft = true }
            column += cluster.width
        }
        if isRightToLeft, let last { cells[y * size.width + last].mark2 = Cell.isolation }
        return column - x
    }

    /// Draws what a text begins with and is plain ASCII, where a byte is a cell; returns how many.
    private mutating func drawPlain(_ text: String, x: Int, y: Int, end: Int, style: Style) -> Int {
        guard x >= 0, x < end else { return 0 }
        let bytes = text.utf8.span
        var count = 0
        let most = min(bytes.count, end - x)
        while count < most, (0x20..<0x7F).contains(bytes[count]) { count += 1 }
        // The last letter may have marks.
        if count > 0, count < bytes.count, bytes[count] >= 0x80 { count -= 1 }
        guard count > 0 else { return 0 }
        clearHalves(from: x, to: x + count, y: y)
        var cell = Cell(style: style)
        let row = y * size.width + x
        var cells = cells.mutableSpan
        for index in 0..<count {
            cell.base = Unicode.Scalar(bytes[index])
            cells[row + index] = cell
        }
        return count
    }

    /// Draws a cluster, if it is within the canvas.
    mutating func draw(_ cluster: Cluster, x: Int, y: Int, style: Style) {
        guard bounds.contains(Point(x: x, y: y)) else { return }
        put(cluster, x: x, y: y, style: style)
    }

    /// Draws one sign of one column.
    public mutating func draw(sign: Unicode.Scalar, x: Int, y: Int, style: Style) {
        draw(Cluster(base: sign, width: 1), x: x, y: y, style: style)
    }

    /// Fills a rectangle with empty cells of a style.
    public mutating func fill(_ rect: Rect, style: Style) {
        for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
            let from = max(0, rect.x)
            let to = max(from, min(size.width, rect.maxX))
            clearHalves(from: from, to: to, y: y)
            let row = y * size.width
            var cells = cells.mutableSpan
            for x in from..<to { cells[row + x] = Cell(style: style) }
        }
    }

    /// Takes an address in that letters may lead to; 0 where it cannot be sent to a terminal.
    public mutating func link(to address: String) -> UInt8 {
        if let known = links.firstIndex(of: address) { return UInt8(known + 1) }
        guard links.count < Int(UInt8.max), !address.isEmpty, address.utf8.count <= Canvas.longestLink,
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return 0 }
        links.append(address)
        return UInt8(links.count)
    }

    /// The number of a picture on this canvas; nothing where there are too many.
    mutating func number(of picture: PlacedPicture) -> Int? {
        if let known = pictures.firstIndex(of: picture) { return known }
        guard pictures.count < Canvas.mostPictures else { return nil }
        pictures.append(picture)
        return pictures.count - 1
    }

    /// Pictures at once: more than a screen has rows for.
    private static let mostPictures = 20

    /// Bytes of an address: what terminals of the VTE family take.
    static let longestLink = 2_083

    /// Changes the style of a rectangle's cells and leaves their letters, and where they lead.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.maxY)) {
            for x in max(0, rect.x)..<max(0, rect.x, min(size.width, rect.maxX)) {
                let index = y * size.width + x
                let old = cells[index].style
                cells[index].style = change(old).leading(to: old.link)
            }
        }
    }

    /// Exchanges letters that take one cell for others that do.
    public mutating func exchange(_ twins: [Unicode.Scalar: Unicode.Scalar]) {
        for index in cells.indices {
            if let twin = twins[cells[index].base] { cells[index].base = twin }
        }
    }

    private mutating func put(_ cluster: Cluster, x: Int, y: Int, style: Style) {
        let index = y * size.width + x
        clearHalves(from: x, to: x + cluster.width, y: y)
        cells[index] = Cell(cluster, style: style)
        if cluster.width == 2 {
            var half = Cell(style: style)
            half.base = "\0"
            cells[index + 1] = half
        }
    }

    /// A wide letter that would lose one half loses both.
    private mutating func clearHalves(from: Int, to: Int, y: Int) {
        guard from < to else { return }
        let row = y * size.width
        if from > 0, cells[row + from].isContinuation {
            cells[row + from - 1] = Cell(style: cells[row + from].style)
        }
        if to < size.width, cells[row + to].isContinuation {
            cells[row + to] = Cell(style: cells[row + to].style)
        }
    }
}

extension Canvas {
    /// The picture as text: one line a row, without trailing spaces.
    public var text: String {
        (0..<size.height).map { y in
            var line = String.UnicodeScalarView()
            for cell in row(y) where !cell.isContinuation {
                line.append(cell.base)
                if cell.mark1.value != 0 { line.append(cell.mark1) }
                if cell.mark2.value != 0, !cell.endsRightToLeft { line.append(cell.mark2) }
            }
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }
}
