import Canvas
import Library
import News
import Testing
import Typesetting

@testable import Screen

@Suite struct ReadingPlaceTests {
    /// An article that no screen shows at once.
    private func runner(width: Int = 80) -> SceneRunner {
        var newsstand = SceneNewsstand()
        newsstand.lengthen(ArticleID(1), paragraphs: 40)
        return SceneRunner(size: Size(width: width, height: 24), newsstand: newsstand)
    }

    private func firstLine(_ runner: SceneRunner) -> String {
        guard case .set(let line)? = runner.state.reader.visible.first else { return "" }
        return line.text
    }

    @Test func theSameWordsStayAtTheTopWhenTheWidthChanges() {
        var runner = runner(width: 120)
        runner.press(.enter, .character("J"), .control("f"), .control("f"))
        let before = firstLine(runner).split(separator: " ").prefix(2)
        runner.send(.input(.resize(Size(width: 70, height: 24))))
        runner.send(.input(.resize(Size(width: 120, height: 24))))
        #expect(firstLine(runner).split(separator: " ").prefix(2) == before)
        #expect(runner.state.reader.scroll > 0)
    }

    @Test func anArticleOpensWhereItWasLeft() {
        var runner = runner()
        runner.press(.enter, .control("f"), .control("f"))
        // A line between paragraphs is no place.
        if firstLine(runner).isEmpty { runner.press(.character("J")) }
        let before = firstLine(runner)
        runner.press(.escape, .character("j"))
        #expect(runner.newsstand.places[ArticleID(1)] ?? 0 > 0)
        runner.press(.character("k"))
        #expect(firstLine(runner) == before)
    }

    @Test func leavingTheProgramKeepsThePlaceBeforeItEnds() {
        var runner = runner()
        runner.press(.enter, .control("f"))
        let effects = runner.state.update(.input(.key(.character("Q"))))
        guard case .keepPlace(ArticleID(1), let letters)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(letters > 0)
        #expect(effects.last == .quit)
    }

    @Test func anArticleThatWasReadToItsEndBeginsAnew() {
        var runner = runner()
        runner.press(.enter, .control("f"))
        runner.press(.escape, .character("j"), .character("k"), .enter, .character("G"))
        runner.press(.escape, .character("j"))
        #expect(runner.newsstand.places[ArticleID(1)] == 0)
    }
}
