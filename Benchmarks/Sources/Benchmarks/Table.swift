import Foundation

/// All figures of one run as a table in Markdown.
struct Table {
    private(set) var rows: [Figure] = []

    mutating func add(_ figure: Figure) { rows.append(figure) }

    /// The table under one line that tells of the machine.
    var markdown: String {
        var lines = [Self.machine, "", "| what | Tidings | others (ratio) | goal |", "|--|--|--|--|"]
        for row in rows { lines.append("| \(row.name) | \(row.text) | \(row.comparison) | \(row.verdict) |") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static var machine: String {
        let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
            .split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
        let name = processor.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
        return "\(name), \(ProcessInfo.processInfo.activeProcessorCount) cores; all rows of one run."
    }
}
