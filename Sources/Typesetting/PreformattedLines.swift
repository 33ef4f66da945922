/// Preformatted text as lines: tabs go to the next stop, nothing is broken or collapsed.
struct PreformattedLines {
    private(set) var lines: [StyledLine] = []

    /// Lines of a passage without the blank ones at its ends.
    init(_ passage: Passage) {
        var cutter = LineCutter(passage)
        var start = 0
        let bytes = passage.bytes
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append(PreformattedLines.line(&cutter, bytes, start, end))
            start = end + 1
        }
        while lines.last?.runs.isEmpty == true { lines.removeLast() }
        let blank = lines.prefix { $0.runs.isEmpty }.count
        lines.removeFirst(blank)
    }

    private static func line(
        _ cutter: inout LineCutter, _ bytes: [UInt8], _ start: Int, _ end: Int
    ) -> StyledLine {
        var line = StyledLine()
        var from = start
        while from <= end {
            let stop = bytes[from..<end].firstIndex(of: 0x09) ?? end
            let width = ClusterScanner.width(of: bytes, from: from, to: stop)
            if from < stop {
                line.append(cutter.line(.init(start: from, end: stop, width: width), trims: false))
            }
            if stop < end {
                let pad = Limits.tabStop - line.width % Limits.tabStop
                line.append(String(repeating: " ", count: pad), .code, width: pad)
            }
            from = stop + 1
        }
        line.trim()
        return line
    }
}
