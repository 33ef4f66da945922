import Library

/// What the status line tells of fetching.
struct RefreshStatus: Sendable {
    /// How far a refresh has come; nothing when none is under way.
    var progress: RefreshProgress?
    /// Feeds that failed the last time they were asked in this session.
    var failing = 0

    /// Cells of the bar.
    private static let width = 5

    /// `⟳ 12/87 ███▌   ⚠ 2 failing`; nothing when there is nothing to tell.
    func text(_ glyphs: Glyphs) -> String? {
        var parts: [String] = []
        if let progress {
            parts.append("\(glyphs.refresh) \(progress.done)/\(progress.total) \(bar(progress, glyphs))")
        }
        let failing = progress?.failing ?? self.failing
        if failing > 0 { parts.append("\(glyphs.warning) \(failing) failing") }
        return parts.isEmpty ? nil : parts.joined(separator: "  ")
    }

    private func bar(_ progress: RefreshProgress, _ glyphs: Glyphs) -> String {
        let steps = glyphs.bar.count - 1
        let filled = progress.done * RefreshStatus.width * steps / max(1, progress.total)
        return (0..<RefreshStatus.width).map { cell in
            glyphs.bar[min(max(0, filled - cell * steps), steps)]
        }.joined()
    }
}
