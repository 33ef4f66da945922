import Canvas
import News
import Testing

@testable import Library
@testable import Screen

@Suite struct MarkingTests {
    private let size = Size(width: 120, height: 40)

    @Test func twoPressesBeforeTheDiskAnsweredToggleTwice() {
        var runner = SceneRunner(size: size)
        let id = ArticleID(1)
        #expect(runner.state.update(.input(.key("s"))) == [.mark([id], .starred(true))])
        #expect(runner.state.update(.input(.key("s"))) == [.mark([id], .starred(false))])
        _ = runner.state.update(.marked([id], .starred(true)))
        #expect(runner.state.update(.input(.key("s"))) == [.mark([id], .starred(true))])
        _ = runner.state.update(.marked([id], .starred(false)))
        _ = runner.state.update(.marked([id], .starred(true)))
        #expect(runner.state.update(.input(.key("s"))) == [.mark([id], .starred(false))])
    }

    @Test func aFailedMarkIsNotTakenForDone() {
        var runner = SceneRunner(size: size)
        _ = runner.state.update(.input(.key("s")))
        _ = runner.state.update(.failed("the disk is full"))
        #expect(runner.state.update(.input(.key("s"))) == [.mark([ArticleID(1)], .starred(true))])
    }

    @Test func undoShowsInTheRowsAndSaysWhatItWas() {
        var runner = SceneRunner(size: size)
        runner.press("A")
        #expect(runner.state.list.rows.allSatisfy { $0.isRead })
        runner.press("u")
        #expect(runner.state.list.rows.allSatisfy { !$0.isRead })
        #expect(runner.state.notice == "undone: 10 marked read")
        runner.press("u")
        #expect(runner.state.notice == "Nothing to undo")
        runner.press("U")
        #expect(runner.state.list.rows.allSatisfy { $0.isRead })
    }

    @Test func whatUndoBringsBackComesBackIntoTheList() {
        var runner = SceneRunner(size: size)
        runner.press("r", "g", "u")
        #expect(runner.state.list.rows.count == 9)
        runner.press("u")
        #expect(runner.state.list.rows.count == 10)
    }

    @Test func aVerbGoesToAllThatIsSelectedAndEndsTheSelection() {
        var runner = SceneRunner(size: size)
        runner.press("v", "v", "j", "s")
        #expect(runner.marks.last?.ids == [ArticleID(1), ArticleID(2)])
        #expect(!runner.state.list.hasChoice)
        runner.press("g", "g", "V", "j", "j", "r")
        #expect(runner.marks.last?.ids.count == 3)
    }

    @Test func aTagGoesToTheArticleItWasAskedForEvenWhenTheListMoves() {
        var runner = SceneRunner(size: size)
        runner.press("t", "x")
        runner.state.list.move(by: 3)
        runner.press(.enter)
        #expect(runner.marks.last?.ids == [ArticleID(1)])
    }

    @Test func aHeldKeyOpensNothingUntilItRests() {
        var runner = SceneRunner(size: size)
        var effects: [ScreenEffect] = []
        for _ in 0..<5 { effects += runner.state.update(.input(.key("j"))) }
        #expect(effects.isEmpty && runner.state.patience != nil)
        #expect(runner.state.update(.rested) == [.open(runner.state.list.rows[5].id)])
        #expect(runner.state.patience == nil)
    }

    @Test func openersGetAddressesAndProgramsGetWords() {
        var runner = SceneRunner(size: size)
        runner.press("o", "O", "|", "w", "c", .enter)
        guard let address = WebAddress("https://post.example/1") else { return }
        #expect(
            runner.others == [
                .browse(address, inBackground: false), .browse(address, inBackground: true),
                .pipe(ArticleID(1), ["wc"]),
            ])
    }

    @Test func aLinkIsFollowedByItsLetter() throws {
        var runner = SceneRunner(size: size)
        runner.press("f", "a")
        let address = try #require(WebAddress("https://harbour.example/notice"))
        #expect(runner.others == [.browse(address, inBackground: false)])
    }
}
