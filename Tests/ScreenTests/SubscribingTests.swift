import Canvas
import Library
import News
import Testing

@testable import Screen

@Suite struct SubscribingTests {
    private func runner() -> SceneRunner { SceneRunner(size: Size(width: 200, height: 40)) }

    private func type(_ text: String, into runner: inout SceneRunner) {
        for letter in text { runner.press(.character(letter)) }
        runner.press(.enter)
    }

    @Test func addingAsksForWhatWasTyped() {
        var runner = runner()
        runner.press(.character("a"))
        type("example.org", into: &runner)
        #expect(runner.others == [.change(.add("example.org"))])
    }

    @Test func removingWantsAYes() {
        var runner = runner()
        runner.press(.character("1"), .character("G"), .character("X"))
        type("n", into: &runner)
        #expect(runner.others.isEmpty)
        runner.press(.character("X"))
        type("y", into: &runner)
        #expect(runner.others == [.change(.remove(SourceID(1), "The Harbour Post"))])
    }

    @Test func aSourceMovesAndTabCompletesItsFolder() {
        var runner = runner()
        runner.press(.character("1"), .character("G"), .character("m"), .control("u"))
        runner.press(.character("w"), .tab)
        #expect(runner.state.prompt?.text == "World")
        runner.press(.character("/"), .character("A"), .enter)
        #expect(runner.others == [.change(.move(SourceID(1), folder: "World/A"))])
    }

    @Test func theNameThatIsThereChangesNothing() {
        var runner = runner()
        runner.press(.character("1"), .character("G"), .character("E"), .enter)
        #expect(runner.others.isEmpty)
    }

    @Test func aSearchBecomesAView() {
        var runner = runner()
        runner.press(.character("/"))
        type("ferry", into: &runner)
        runner.press(.character("B"))
        type("Ferries", into: &runner)
        #expect(runner.others == [.change(.save(SavedQuery(name: "Ferries", query: "ferry*")))])
    }

    @Test func theSelectedRowStaysSelectedWhenOthersCome() {
        var runner = runner()
        runner.press(.character("1"), .character("G"))
        let before = runner.state.sources.selection?.title
        var overview = runner.newsstand.overview
        overview.saved.append(SavedQuery(name: "Another", query: "x"))
        runner.send(.sources(overview))
        #expect(runner.state.sources.selection?.title == before)
    }
}
