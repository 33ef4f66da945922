import News

/// The cells of a table, flattened and measured.
struct TableGrid: Sendable {
    /// One cell in its place.
    struct Cell: Sendable {
        var passage: Passage
        var column: Int
        var span: Int
    }

    /// One row of cells, from left to right.
    struct Row: Sendable {
        var cells: [Cell]
        var isHead: Bool
    }

    private(set) var rows: [Row] = []
    /// Cells that each column would like to take.
    private(set) var naturalWidths: [Int] = []
    /// Which columns hold nothing but numbers, apart from their heads.
    private(set) var isNumeric: [Bool] = []

    var columnCount: Int { naturalWidths.count }

    /// Places rows of flattened cells.
    init(_ rows: [Row]) {
        self.rows = rows
        let count = rows.map { $0.cells.last.map { $0.column + $0.span } ?? 0 }.max() ?? 0
        naturalWidths = Array(repeating: 1, count: count)
        isNumeric = Array(repeating: false, count: count)
        var holdsText = isNumeric
        for row in rows {
            for cell in row.cells where cell.span == 1 {
                naturalWidths[cell.column] = max(
                    naturalWidths[cell.column], TableGrid.width(of: cell.passage))
                guard !row.isHead, !cell.passage.isEmpty else { continue }
                if TableGrid.isNumber(cell.passage.bytes) {
                    isNumeric[cell.column] = true
                } else {
                    holdsText[cell.column] = true
                }
            }
        }
        for column in isNumeric.indices where holdsText[column] { isNumeric[column] = false }
    }

    /// Widths that fit so much room: the widest columns give way first, one cell at a time from the left.
    func widths(fitting room: Int) -> [Int] {
        guard naturalWidths.reduce(0, +) > room else { return naturalWidths }
        var low = 1
        var high = naturalWidths.max() ?? 1
        while low < high {
            let middle = (low + high + 1) / 2
            if naturalWidths.reduce(0, { $0 + min($1, middle) }) <= room {
                low = middle
            } else {
                high = middle - 1
            }
        }
        var widths = naturalWidths.map { min($0, low) }
        var spare = room - widths.reduce(0, +)
        for column in widths.indices.reversed() where naturalWidths[column] > low && spare > 0 {
            widths[column] += 1
            spare -= 1
        }
        return widths
    }

    /// Cells of the widest of a passage's lines.
    private static func width(of passage: Passage) -> Int {
        var widest = 0
        var start = 0
        let bytes = passage.bytes
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            widest = max(widest, ClusterScanner.width(of: bytes, from: start, to: end))
            start = end + 1
        }
        return widest
    }

    /// A sign, a currency, digits with separators, a percent sign or currency: `−1,204.5 %`, `$12`.
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        if let first = scalars.first, "-+−".unicodeScalars.contains(first) { scalars.removeFirst() }
        if let first = scalars.first, "$€£¥".unicodeScalars.contains(first) { scalars.removeFirst() }
        if let last = scalars.last, "%€".unicodeScalars.contains(last) {
            scalars.removeLast()
            if let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        }
        guard let last = scalars.last, last.properties.numericType == .decimal else { return false }
        return scalars.allSatisfy {
            $0.properties.numericType == .decimal || $0 == "." || $0 == "," || $0.properties.isWhitespace
        }
    }
}
