import Canvas
import Library
import News

/// How many articles of a source or a folder came on each of the last days, as bars in its list's frame.
struct DailyCounts: Sendable, Hashable {
    /// Days that are counted, the last of them today.
    static let days = 28
    /// Days that show where there is no room for all.
    static let fewDays = 7

    let scope: ListScope
    /// The oldest day first.
    let counts: [Int]

    /// `▁▃█▁▂▁▅ 23 in 7 days`, within so many cells: four weeks, one, or nothing.
    func label(width: Int, glyphs: Glyphs) -> String? {
        for days in [DailyCounts.days, DailyCounts.fewDays] {
            let shown = counts.suffix(days)
            let label = bars(shown, glyphs) + " \(shown.reduce(0, +)) in \(shown.count) days"
            if DisplayWidth.of(label) <= width { return label }
        }
        return nil
    }

    /// One bar a day, the day with the most articles the tallest; in ASCII the counts themselves, or their share of nine.
    private func bars(_ counts: ArraySlice<Int>, _ glyphs: Glyphs) -> String {
        let most = max(1, counts.max() ?? 1)
        let heights = glyphs.heights
        // Every article shows: only a day without any is empty.
        let steps = glyphs.isASCII ? max(most, heights.count - 1) : most
        return counts.map { heights[($0 * (heights.count - 1) + steps - 1) / steps] }.joined()
    }
}

extension ScreenState {
    /// Asks for a source's days whenever its articles are counted.
    mutating func dailyCounts(with effects: [ScreenEffect]) -> [ScreenEffect] {
        if daily?.scope != list.scope { daily = nil }
        switch list.scope {
        case .source, .folder:
            guard effects.contains(.count(list.scope)) else { return [] }
            return [.countDays(list.scope, days: DailyCounts.days, today: startOfToday)]
        default: return []
        }
    }
}
