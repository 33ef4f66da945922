import Canvas
import News
import Testing

@testable import Screen

@Suite struct PaneSizesTests {
    private func widths(_ runner: SceneRunner) -> [Int] { runner.state.layout.panes.map(\.frame.width) }

    @Test func theFocusedPaneGrowsAndShrinks() {
        var runner = SceneRunner(size: Size(width: 120, height: 40))
        #expect(widths(runner) == [37, 51, 32])
        runner.press("+", "+")
        #expect(widths(runner) == [41, 47, 32])
        runner.press("4", "_")
        #expect(widths(runner) == [41, 49, 30])
        runner.press("3", "+", "+", "+")
        #expect(widths(runner) == [35, 55, 30])
    }

    @Test func theReaderTakesFromTheListAndThenFromItsCompany() {
        var runner = SceneRunner(size: Size(width: 120, height: 40))
        runner.press("3", "9", "+")
        #expect(widths(runner) == [26, 69, 25])
    }

    @Test func theListOverTheReaderGrowsByRows() {
        var runner = SceneRunner(size: Size(width: 90, height: 24))
        runner.press("+", "+")
        #expect(runner.state.layout.panes.map(\.frame.height) == [10, 12])
        runner.press("9", "9", "_")
        #expect(runner.state.layout.panes.map(\.frame.height) == [5, 17])
    }

    @Test func whatStandsAloneIsNotResized() {
        var runner = SceneRunner(size: Size(width: 60, height: 20))
        runner.press("+")
        #expect(runner.state.notice?.text == "Nothing stands beside this pane")
    }

    @Test(arguments: [(110, 37), (147, 37), (159, 49), (160, 44), (188, 44), (240, 84), (400, 84)])
    func headlinesHaveWhatATextCannotUse(width: Int, list: Int) {
        let runner = SceneRunner(size: Size(width: width, height: 40))
        #expect(runner.state.layout.frame(of: .list)?.width == list)
    }

    @Test func aBorderFollowsTheMouse() {
        var runner = SceneRunner(size: Size(width: 200, height: 50))
        #expect(widths(runner) == [28, 56, 78, 38])
        runner.send(.input(.mouse(Mouse(.press, at: Point(x: 83, y: 20)))))
        runner.send(.input(.mouse(Mouse(.drag, at: Point(x: 79, y: 22)))))
        #expect(widths(runner) == [28, 52, 82, 38])
        runner.send(.input(.mouse(Mouse(.drag, at: Point(x: 2, y: 22)))))
        #expect(widths(runner) == [28, 26, 108, 38])
        runner.send(.input(.mouse(Mouse(.release, at: Point(x: 2, y: 22)))))
        runner.send(.input(.mouse(Mouse(.drag, at: Point(x: 60, y: 22)))))
        #expect(widths(runner) == [28, 26, 108, 38])
        runner.send(.input(.mouse(Mouse(.press, at: Point(x: 162, y: 20)))))
        runner.send(.input(.mouse(Mouse(.drag, at: Point(x: 150, y: 20)))))
        #expect(widths(runner) == [28, 26, 96, 50])
    }

    @Test func aPaneOverTheOthersHasABorderOfItsOwn() {
        var runner = SceneRunner(size: Size(width: 90, height: 24))
        runner.press("4")
        #expect(runner.state.layout.frame(of: .related) == Rect(x: 50, y: 1, width: 40, height: 22))
        runner.send(.input(.mouse(Mouse(.press, at: Point(x: 50, y: 10)))))
        runner.send(.input(.mouse(Mouse(.drag, at: Point(x: 30, y: 10)))))
        #expect(runner.state.layout.frame(of: .related) == Rect(x: 30, y: 1, width: 60, height: 22))
    }

    /// Wishes beyond all measure, at every size there is.
    @Test func everyPaneKeepsEnoughToBeRead() {
        for steps in [-200, -7, 7, 200] {
            for pane in Pane.allCases {
                for width in stride(from: 40, through: 260, by: 7) {
                    let size = Size(width: width, height: 10 + width % 40)
                    var sizes = PaneSizes()
                    let before = Layout(
                        size: size, focus: pane, drawer: nil, isReadingAlone: false, sizes: sizes)
                    sizes.resize(pane, by: steps, in: before, of: size)
                    for shown in [width, 80, 110, 160] {
                        let size = Size(width: shown, height: 10)
                        let layout = Layout(
                            size: size, focus: pane, drawer: pane, isReadingAlone: false, sizes: sizes)
                        #expect(layout.panes.allSatisfy { $0.frame.width >= 16 && $0.frame.height >= 3 })
                        #expect(layout.panes.allSatisfy { $0.frame.x >= 0 && $0.frame.maxX <= shown })
                        guard layout.shape == .threeColumns || layout.shape == .fourColumns else { continue }
                        let columns = layout.panes.prefix(layout.shape == .threeColumns ? 3 : 4)
                        #expect(columns.reduce(0) { $0 + $1.frame.width } == shown)
                    }
                }
            }
        }
    }
}
