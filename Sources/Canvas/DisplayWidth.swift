/// How many cells text takes on a terminal.
///
/// One owner for widths: the canvas, the typesetter and the painter all ask here, so that they never disagree.
public enum DisplayWidth {
    /// Cells of one scalar by itself: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        if value < 0xA0 { return 0 }
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        if contains(value, in: DisplayWidthTable.two) { return 2 }
        return contains(value, in: DisplayWidthTable.none) ? 0 : 1
    }

    /// Cells of a text as the canvas draws it.
    public static func of(_ text: some StringProtocol) -> Int {
        var columns = 0
        var clusters = ClusterReader(text)
        while let cluster = clusters.next() { columns += cluster.width }
        return columns
    }

    /// The longest beginning of a text that fits so many cells.
    public static func prefix(of text: String, fitting columns: Int) -> Substring {
        guard text.utf8.count > columns else { return text[...] }
        var used = 0
        var end = text.startIndex
        var clusters = ClusterReader(text)
        while let cluster = clusters.next() {
            used += cluster.width
            if used > columns { break }
            end = text.unicodeScalars.index(end, offsetBy: cluster.scalarCount)
        }
        return text[..<end]
    }

    /// The text cut to so many cells, with an ellipsis where something was cut.
    public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        if text.utf8.count <= columns { return text }
        let isASCII = isASCII(text, upTo: columns)
        if !isASCII, of(text) <= columns { return text }
        let room = columns - of(ellipsis)
        guard room >= 0 else { return String(prefix(of: text, fitting: columns)) }
        var kept =
            isASCII
            ? text[..<text.utf8.index(text.startIndex, offsetBy: room)] : prefix(of: text, fitting: room)
        while kept.utf8.last == 0x20 { kept = kept[..<kept.utf8.index(before: kept.endIndex)] }
        return kept + ellipsis
    }

    /// Whether the letters of so many cells, and the one after them, are plain ASCII: one byte, one cell.
    private static func isASCII(_ text: String, upTo columns: Int) -> Bool {
        let bytes = text.utf8.span
        for index in 0..<min(bytes.count, columns + 1) {
            guard (0x20..<0x7F).contains(bytes[index]) else { return false }
        }
        return true
    }

    private static func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            let range = ranges[middle]
            if value < range.lowerBound {
                high = middle
            } else if value > range.upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}
