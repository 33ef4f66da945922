import Canvas
import News
import Testing

@testable import Library
@testable import Screen

@Suite struct RefreshingTests {
    private func runner(_ newsstand: SceneNewsstand = SceneNewsstand()) -> SceneRunner {
        SceneRunner(size: Size(width: 120, height: 30), newsstand: newsstand)
    }

    private func event(
        _ outcome: RefreshEvent.Outcome, done: Int, total: Int, failing: Int = 0
    ) throws -> RefreshEvent {
        RefreshEvent(
            source: SourceID(1), title: "The Post",
            address: try #require(WebAddress("https://post.example/")),
            outcome: outcome, progress: RefreshProgress(done: done, total: total, failing: failing))
    }

    @Test func refreshShowsItsProgressAndWhatFails() throws {
        var runner = runner()
        runner.press("R")
        #expect(runner.others == [.refresh(.all)])
        runner.send(
            .refreshing(
                try event(.failed("https://post.example/: not found (404)"), done: 3, total: 6, failing: 1)))
        let status = try #require(runner.state.draw().text.split(separator: "\n").first)
        #expect(status.contains("⟳ 3/6 ██▌    ⚠ 1 failing"))
        runner.press("R")
        #expect(runner.others == [.refresh(.all)])
    }

    @Test func escapeEndsARefreshWhereThereIsNothingNearerToLeave() throws {
        var runner = runner()
        runner.press("R", .enter, .escape)
        #expect(runner.others == [.refresh(.all)])
        runner.press(.escape)
        #expect(runner.others == [.refresh(.all), .cancelRefresh])
        runner.send(.refreshed(nil))
        #expect(runner.state.notice != nil && runner.state.fetching.progress == nil)
    }

    @Test func theSourceOfTheSelectedArticleIsFetchedAlone() throws {
        var runner = runner()
        let source = try #require(runner.state.list.selection?.source)
        runner.press(.control("r"))
        #expect(runner.others == [.refresh(.sources([source]))])
    }

    @Test func newArticlesShowWhileARefreshIsUnderWayAndTheSelectionStays() throws {
        var runner = runner()
        let whole = runner.newsstand
        let first = try #require(runner.state.list.rows.first)
        runner.newsstand.remove(first.id)
        runner.press("g", "a", "j", "j", "R")
        let selected = runner.state.list.selection?.id
        #expect(!runner.state.list.rows.contains { $0.id == first.id })
        runner.newsstand = whole
        runner.send(.refreshing(try event(.read(added: 1, updated: 0), done: 1, total: 2)))
        #expect(runner.state.list.rows.first?.id == first.id)
        #expect(runner.state.list.selection?.id == selected)
    }

    @Test func failingFeedsAreListedWithTheirRemedies() throws {
        var runner = runner()
        runner.press("g", "e")
        #expect(runner.others == [.loadHealth])
        runner.send(.health([]))
        #expect(runner.state.draw().text.contains("All feeds are well."))
        runner.press(.escape)
        #expect(runner.state.health == nil)
    }
}
