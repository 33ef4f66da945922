import Canvas
import Library
import News
import Testing

@testable import Screen

@Suite struct ScreenStateTests {
    let wide = Size(width: 120, height: 40)

    @Test func movingTheSelectionMarksNothing() {
        var runner = SceneRunner(size: wide)
        runner.press("j", "j", "k", .pageDown, "G")
        #expect(runner.marks.isEmpty)
    }

    @Test func openingMarksThatArticleReadAndNoOther() {
        var runner = SceneRunner(size: wide)
        runner.press("j", .enter)
        #expect(runner.marks.map(\.ids) == [[ArticleID(2)]])
        #expect(runner.marks.first?.change == .read(true))
    }

    @Test func aMarkShowsOnlyWhenTheLibraryHasIt() {
        var runner = SceneRunner(size: wide)
        let effects = runner.state.update(.input(.key("s")))
        #expect(effects.contains(.mark([ArticleID(1)], .starred(true))))
        #expect(runner.state.list.selection?.isStarred == false)
        _ = runner.state.update(.marked([ArticleID(1)], .starred(true)))
        #expect(runner.state.list.selection?.isStarred == true)
    }

    @Test func aJustReadArticleStaysUntilTheViewIsLeft() {
        var runner = SceneRunner(size: wide)
        let before = runner.state.list.rows.count
        runner.press("r")
        #expect(runner.state.list.rows.count == before)
        runner.press("g", "u")
        #expect(runner.state.list.rows.count == before - 1)
    }

    @Test func theHeadlineAndTheLinksOfTheReaderLeadToTheirAddresses() throws {
        let canvas = SceneRunner(size: wide).state.draw()
        func address(of words: String) throws -> String? {
            let lines = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
            let y = try #require(lines.firstIndex { $0.contains(words) })
            let start = try #require(lines[y].firstRange(of: words)).lowerBound
            let cell = canvas[DisplayWidth.of(String(lines[y][..<start])), y]
            let link = Int(try #require(cell).style.link)
            return link == 0 ? nil : canvas.links[link - 1]
        }
        #expect(try address(of: "Storm Aila reaches category four as") == "https://post.example/1")
        #expect(try address(of: "harbour authority") == "https://harbour.example/notice")
        #expect(try address(of: "closed the gates") == nil)
        #expect(try address(of: "[1] https") == "https://harbour.example/notice")
    }

    @Test func spacePagesToTheEndAndThenOpensTheNextUnreadArticle() {
        var runner = SceneRunner(size: Size(width: 120, height: 20))
        var pages = 0
        while runner.state.list.selection?.id == ArticleID(1), pages < 9 {
            runner.press(" ")
            pages += 1
        }
        #expect(pages == 2)
        #expect(runner.state.list.selection?.id == ArticleID(2))
        #expect(runner.marks.map(\.ids) == [[ArticleID(1)], [ArticleID(2)]])
    }

    @Test func nextUnreadSkipsWhatIsRead() {
        var runner = SceneRunner(size: wide)
        runner.press("g", "a", "5", "j", "n")
        #expect(runner.state.list.selection?.id == ArticleID(8))
    }

    @Test func historyGoesBackAndForwardThroughWhatWasOpened() {
        var runner = SceneRunner(size: wide)
        runner.press(.enter, "4", .enter)
        #expect(runner.state.reader.wanted == ArticleID(2))
        runner.press("H")
        #expect(runner.state.reader.wanted == ArticleID(1))
        runner.press("L")
        #expect(runner.state.reader.wanted == ArticleID(2))
        runner.press("L")
        #expect(runner.state.notice == "Nothing was read after this")
    }

    @Test func historyReturnsToAnArticleThatWasOnlyShown() {
        var runner = SceneRunner(size: wide)
        runner.press("4", .enter, "H")
        #expect(runner.state.reader.wanted == ArticleID(1))
    }

    @Test func tabGoesRoundThePanesThatShow() {
        var runner = SceneRunner(size: wide)
        let order = (0..<3).map { _ in
            runner.press(.tab)
            return runner.state.focus
        }
        #expect(order == [.reader, .related, .list])
        runner.press(.backTab)
        #expect(runner.state.focus == .related)
    }

    @Test func aNumberOpensItsPaneAndEscapeClosesIt() {
        var runner = SceneRunner(size: Size(width: 80, height: 24))
        runner.press("4")
        #expect(runner.state.drawer == .related && runner.state.focus == .related)
        runner.press(.escape)
        #expect(runner.state.drawer == nil && runner.state.focus == .reader)
        runner.press("1")
        #expect(runner.state.drawer == .sources)
    }

    @Test func theFullTextOfABeginningIsShownUnlessTheReaderWentOn() throws {
        var runner = SceneRunner(size: Size(width: 60, height: 14))
        runner.press(.enter)
        let id = try #require(runner.state.reader.wanted)
        #expect(runner.completed == [id])
        var full = try #require(runner.newsstand.reading(id, .full))
        full.listing.headline = "The whole of it"
        runner.send(.completed(id, full))
        #expect(runner.state.reader.reading?.listing.headline == "The whole of it")
        runner.press("J")
        full.listing.headline = "Too late"
        runner.send(.completed(id, full))
        #expect(runner.state.reader.reading?.listing.headline == "The whole of it")
    }

    @Test func qClosesWhatIsOpenAndThenLeaves() {
        var runner = SceneRunner(size: Size(width: 60, height: 20))
        runner.press(.enter, "q")
        #expect(runner.state.focus == .list && runner.others.isEmpty)
        runner.press("q")
        #expect(runner.others == [.quit])
    }

    @Test func anAnswerThatIsNoLongerWantedIsDropped() {
        var runner = SceneRunner(size: wide)
        runner.press("j")
        _ = runner.state.update(.opened(ArticleID(1), runner.newsstand.reading(ArticleID(1))))
        #expect(runner.state.reader.reading?.listing.id == ArticleID(2))
        _ = runner.state.update(.related(ArticleID(1), runner.newsstand.related(to: ArticleID(1))))
        #expect(runner.state.related.article == ArticleID(2))
    }

    @Test func withNothingUnreadItOpensOnAllArticles() {
        var newsstand = SceneNewsstand()
        newsstand.mark(newsstand.listings.map(\.id), .read(true))
        let runner = SceneRunner(size: wide, newsstand: newsstand)
        #expect(runner.state.list.scope == .all && runner.state.list.rows.count == 12)
    }

    @Test func theWheelMarksNothingAndClicksSelect() {
        var runner = SceneRunner(size: wide)
        runner.send(.input(.mouse(Mouse(.wheelDown, at: Point(x: 60, y: 10)))))
        runner.send(.input(.mouse(Mouse(.press, at: Point(x: 5, y: 4)))))
        #expect(runner.state.list.selected == 2)
        #expect(runner.marks.isEmpty)
        runner.send(.input(.mouse(Mouse(.doubleClick, at: Point(x: 5, y: 4)))))
        #expect(runner.state.focus == .reader && runner.marks.count == 1)
    }

    @Test func whatWasReadStaysAfterAJumpToTheEndAndBack() {
        var runner = SceneRunner(size: wide)
        runner.press("r", "j", "r", "G", "g", "g")
        #expect(runner.state.list.selection?.id == ArticleID(1))
        #expect(runner.state.list.rows.count == 10)
    }

    @Test func theKeysNeverStayWithAPaneThatDoesNotShow() {
        var runner = SceneRunner(size: Size(width: 200, height: 60))
        runner.press("1")
        runner.send(.input(.resize(Size(width: 100, height: 30))))
        #expect(runner.state.focus == .list)
        runner.press("z", "g", "a")
        #expect(runner.state.layout.shows(runner.state.focus))
    }

    @Test func aFailedLoadIsAskedForAgainByTheNextMove() {
        var runner = SceneRunner(size: wide)
        _ = runner.state.update(.input(.key("g")))
        _ = runner.state.update(.input(.key("a")))
        let rests = runner.state.update(.failed("disk"))
        #expect(!rests.contains { if case .load = $0 { true } else { false } })
        let asks = runner.state.update(.input(.key("j")))
        #expect(asks.contains { if case .load = $0 { true } else { false } })
    }

    @Test func aDoubleClickOnNothingOpensNothing() {
        var runner = SceneRunner(size: wide)
        runner.send(.input(.mouse(Mouse(.doubleClick, at: Point(x: 5, y: 30)))))
        #expect(runner.marks.isEmpty)
    }
}
