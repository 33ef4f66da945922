import Library
import News

/// A source on the command line.
struct SourceText {
    let surroundings: Surroundings

    /// `12 ● 34 News/Local › Title — well, next at 14:10`.
    func line(_ report: SourceReport) -> String {
        let source = report.source
        let folder = source.folder.isEmpty ? "" : "\(Line(source.folder)) › "
        return "\(source.id) ● \(source.unread) \(folder)\(source.title) — \(state(report))"
    }

    /// A sick source in three lines: what is wrong, since when, and what can be done.
    func remedy(_ report: SourceReport) -> String {
        var lines = ["\(report.source.id) \(report.source.title) — \(state(report))"]
        if let trouble = report.trouble { lines.append("    \(trouble)") }
        if let remedy = report.status.remedy { lines.append("    → \(remedy)") }
        return lines.joined(separator: "\n")
    }

    /// The keys that `sources --json` has.
    func json(_ report: SourceReport) -> String {
        let source = report.source
        return JSONText.object([
            ("id", .string(source.id.description)), ("title", .string(source.title.text)),
            ("url", .text(source.address)), ("link", .text(source.link)), ("folder", .string(source.folder)),
            ("subscribed", .bool(report.isSubscribed)), ("unread", .integer(Int64(source.unread))),
            ("status", .string(report.status.rawValue)), ("since", .time(report.since)),
            ("lastAsked", .time(report.lastAsked)), ("lastSuccess", .time(report.lastSuccess)),
            ("next", .time(report.wait?.until)), ("why", .text(report.wait.map(sentence))),
            ("error", .text(report.trouble)), ("remedy", .text(report.status.remedy)),
        ]).description
    }

    private func state(_ report: SourceReport) -> String {
        guard report.isSubscribed else { return "not followed" }
        var parts = [report.status.rawValue.replacing("-", with: " ")]
        if report.status.isFailing, let since = report.since { parts[0] += " since \(shown(since))" }
        if let last = report.lastSuccess { parts.append("last fetched \(shown(last))") }
        if report.status == .gone {
            parts.append("not asked any more")
        } else {
            parts.append(report.wait.map { sentence($0).text } ?? "due now")
        }
        return parts.joined(separator: "; ")
    }

    func sentence(_ wait: SourceWait) -> Line {
        wait.sentence(now: surroundings.now(), localTime: Surroundings.localTime)
    }

    private func shown(_ moment: Timestamp) -> String {
        let time = Surroundings.localTime(moment)
        return "\(time.date) \(time.time())"
    }
}
