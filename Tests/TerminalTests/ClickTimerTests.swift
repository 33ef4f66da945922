import Canvas
import Testing

@testable import Terminal

@Suite struct ClickTimerTests {
    private let start = ContinuousClock.now

    private func actions(_ clicks: [(x: Int, after: Int)]) -> [Mouse.Action] {
        var timer = ClickTimer()
        return clicks.map { click in
            let mouse = Mouse(.press, at: Point(x: click.x, y: 0))
            return timer.settle(mouse, at: start + .milliseconds(click.after)).action
        }
    }

    @Test func twoQuickClicksOnOneCellAreADoubleClick() {
        #expect(actions([(1, 0), (1, 400), (1, 500)]) == [.press, .doubleClick, .press])
    }

    @Test func slowOrScatteredClicksAreNot() {
        #expect(actions([(1, 0), (1, 401), (2, 500)]) == [.press, .press, .press])
    }
}
