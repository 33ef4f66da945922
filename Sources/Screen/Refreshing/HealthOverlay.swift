import Canvas
import Library
import News

/// The feeds that fail: what is wrong, since when, and what can be done.
struct HealthOverlay: Sendable {
    /// Nothing before they came.
    var reports: [SourceReport]?
    private(set) var top = 0

    mutating func scroll(by lines: Int, of count: Int, height: Int) {
        top = max(0, min(top + lines, count - height))
    }

    /// One line and whether it begins a feed.
    struct HealthLine: Sendable, Equatable {
        var text: String
        var isHeading: Bool
    }

    /// The lines, as they are set to a width.
    func lines(width: Int, _ glyphs: Glyphs, date: (Timestamp) -> String) -> [HealthLine] {
        guard let reports else { return [] }
        guard !reports.isEmpty else { return [HealthLine(text: "All feeds are well.", isHeading: false)] }
        var lines: [HealthLine] = []
        for report in reports {
            if !lines.isEmpty { lines.append(HealthLine(text: "", isHeading: false)) }
            let since = report.since.map { " since \(date($0))" } ?? ""
            let state = report.status.rawValue.replacing("-", with: " ")
            lines.append(
                HealthLine(text: "\(report.source.title) \(glyphs.dash) \(state)\(since)", isHeading: true))
            let details =
                [report.trouble?.text, report.status.remedy.map { "\(glyphs.arrow) \($0)" }].compactMap { $0 }
            for detail in details {
                var rest = detail[...]
                while !rest.isEmpty {
                    let cut = HealthOverlay.cut(rest, width: max(8, width - 2))
                    lines.append(HealthLine(text: "  " + cut, isHeading: false))
                    rest = rest.dropFirst(cut.count).drop { $0 == " " }
                }
            }
        }
        return lines
    }

    /// The words of a text that fit into a width, at least one letter.
    private static func cut(_ text: Substring, width: Int) -> Substring {
        guard DisplayWidth.of(String(text)) > width else { return text }
        var cells = 0
        let end = text.firstIndex { letter in
            cells += DisplayWidth.of(String(letter))
            return cells > width
        }
        let fitting = text[..<(end ?? text.endIndex)]
        guard let blank = fitting.lastIndex(of: " "), blank > text.startIndex else {
            return fitting.isEmpty ? text.prefix(1) : fitting
        }
        return fitting[..<blank]
    }
}

extension ScreenState {
    private var healthFrame: Rect { overlayFrame(width: 76) }

    private var healthLines: [HealthOverlay.HealthLine] {
        health?.lines(width: healthFrame.width - 4, glyphs) { times.whole($0, now: now) } ?? []
    }

    mutating func performInHealth(_ command: Command) -> [ScreenEffect] {
        if let step = step(of: command, count: nil) {
            let (count, height) = (healthLines.count, overlayHeight)
            health?.scroll(by: step, of: count, height: height)
        } else if command == .refreshAll {
            return run(.refreshAll)
        } else if command == .goFailing || command == .open {
            health = nil
        }
        return []
    }

    func drawHealth(on canvas: inout Canvas) {
        guard let health else { return }
        let frame = healthFrame
        canvas.fill(frame, style: theme.text)
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: "Failing feeds")
        let inside = frame.inset(horizontally: 2, vertically: 1)
        for (number, line) in healthLines.dropFirst(health.top).prefix(inside.height).enumerated() {
            canvas.draw(
                line.text, x: inside.x, y: inside.y + number, width: inside.width,
                style: line.isHeading ? theme.label : theme.text)
        }
    }
}
