import News
import Testing

@testable import Screen

@Suite struct TimeLabelTests {
    let label = TimeLabel { $0.utc }
    let now = Timestamp(CivilTime(year: 2026, month: 5, day: 12, hour: 14))

    @Test func isATimeTodayADayThisYearAndAYearBefore() {
        #expect(label.short(now.advanced(by: -3600), now: now) == "13:00")
        #expect(label.short(now.advanced(by: -86_400), now: now) == "11 May")
        #expect(label.short(now.advanced(by: -86_400 * 5), now: now) == " 7 May")
        #expect(label.short(now.advanced(by: -86_400 * 400), now: now) == "2025")
    }

    @Test func isWholeInTheReader() {
        #expect(label.whole(now, now: now) == "12 May 14:00")
        #expect(label.whole(now.advanced(by: -86_400 * 400), now: now) == "7 Apr 2025 14:00")
    }

    @Test func isADateWhereItIsOld() {
        #expect(label.dated(now.advanced(by: -86_400 * 400), now: now) == "2025-04-07")
        #expect(label.dated(now.advanced(by: -86_400 * 5), now: now) == "7 May")
    }
}
