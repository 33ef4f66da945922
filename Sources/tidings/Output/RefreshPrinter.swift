import Library
import News

/// Tells of a refresh: sources with news on standard output, trouble and progress on standard error.
struct RefreshPrinter: Sendable {
    let isJSON: Bool
    let isQuiet: Bool
    let surroundings: Surroundings

    func tell(_ event: RefreshEvent) {
        if isJSON {
            Console.print(json(event))
        } else {
            switch event.outcome {
            case .read(let added, let updated) where added + updated > 0 && !isQuiet:
                Console.endProgress()
                Console.print("\(event.title)\t\(RefreshPrinter.count(added, updated))")
            case .failed(let trouble):
                Console.endProgress()
                Console.say(trouble.text)
            default: break
            }
        }
        if !isQuiet, event.progress.total > 0 { Console.progress(RefreshPrinter.bar(event.progress)) }
    }

    func finish(_ report: RefreshReport) {
        Console.endProgress()
        guard !isQuiet else { return }
        let asked = report.progress.done == 1 ? "source" : "sources"
        var parts = [
            "\(report.progress.done) \(asked) asked", RefreshPrinter.count(report.added, report.updated),
        ]
        if report.progress.failing > 0 { parts.append("\(report.progress.failing) failing") }
        if report.waiting > 0 { parts.append("\(report.waiting) not due") }
        if report.stopped > 0 { parts.append("\(report.stopped) gone") }
        Console.note(parts.joined(separator: ", "))
    }

    private static func count(_ added: Int, _ updated: Int) -> String {
        "\(added) new" + (updated > 0 ? ", \(updated) updated" : "")
    }

    /// `⟳ 12/87 ███▌      ⚠ 2 failing`.
    private static func bar(_ progress: RefreshProgress) -> String {
        let width = 20
        let eighths = progress.done * width * 8 / max(1, progress.total)
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        let bar = String(repeating: "█", count: eighths / 8) + part
        let rest = String(repeating: " ", count: max(0, width - bar.count))
        let failing = progress.failing > 0 ? "  ⚠ \(progress.failing) failing" : ""
        return "⟳ \(progress.done)/\(progress.total) \(bar)\(rest)\(failing)"
    }

    private func json(_ event: RefreshEvent) -> String {
        var status = "unchanged"
        var (added, updated) = (0, 0)
        var error: Line?
        var wait: SourceWait?
        switch event.outcome {
        case .read(let new, let changed): (status, added, updated) = ("fetched", new, changed)
        case .unchanged: break
        case .waiting(let until): (status, wait) = ("waiting", until)
        case .stopped: status = "gone"
        case .failed(let trouble): (status, error) = ("failed", trouble)
        }
        return JSONText.object([
            ("source", .string(event.address.text)), ("status", .string(status)),
            ("added", .integer(Int64(added))), ("updated", .integer(Int64(updated))), ("error", .text(error)),
            ("id", .string(event.source.description)), ("title", .string(event.title.text)),
            ("next", .time(wait?.until)),
            ("why", .text(wait.map { SourceText(surroundings: surroundings).sentence($0) })),
        ]).description
    }
}
