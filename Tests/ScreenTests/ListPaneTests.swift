import News
import Testing

@testable import Screen

@Suite struct ListPaneTests {
    /// A list of so many articles, asked for piece by piece.
    struct LongList {
        var all: [Listing]

        init(_ count: Int) {
            all = (0..<count).map { number in
                Listing(
                    id: ArticleID(Int64(count - number)), source: SourceID(1), sourceTitle: "S",
                    headline: Line("\(number)"), moment: Timestamp(seconds: Int64(1_000_000 - number)),
                    isRead: number != count - 1)
            }
        }

        func answer(_ request: ListRequest) -> [Listing] {
            switch (request.direction, request.place) {
            case (.older, nil): Array(all.prefix(request.limit))
            case (.newer, nil): Array(all.suffix(request.limit))
            case (.older, let place?): Array(all.filter { place < $0.position }.prefix(request.limit))
            case (.newer, let place?): Array(all.filter { $0.position < place }.suffix(request.limit))
            }
        }

        func settle(_ pane: inout ListPane) {
            while let request = pane.awaited ?? pane.nextRequest() {
                _ = pane.receive(request, answer(request))
                pane.settle(height: 20)
            }
        }
    }

    @Test func walksTheWholeOfALongListInAWindow() {
        let list = LongList(5_000)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        pane.total = 5_000
        list.settle(&pane)
        for number in 1..<5_000 {
            pane.move(by: 1)
            pane.settle(height: 20)
            list.settle(&pane)
            #expect(pane.selection == list.all[number])
            #expect(pane.start.map { $0 + pane.selected } == number)
            #expect(pane.rows.count <= ListPane.capacity + ListPane.chunk)
        }
        for number in (0..<4_999).reversed() {
            pane.move(by: -1)
            pane.settle(height: 20)
            list.settle(&pane)
            #expect(pane.selection == list.all[number])
        }
    }

    @Test func jumpsToTheEndAndBack() {
        let list = LongList(5_000)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        pane.total = 5_000
        list.settle(&pane)
        _ = pane.goToEnd()
        list.settle(&pane)
        pane.count(all: 5_000, unread: 1)
        #expect(pane.selection == list.all.last)
        #expect(pane.start.map { $0 + pane.selected } == 4_999)
        _ = pane.goToTop()
        list.settle(&pane)
        #expect(pane.selection == list.all.first)
    }

    @Test func looksForTheNextUnreadBeyondTheWindow() {
        let list = LongList(3_000)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        list.settle(&pane)
        let isFound = pane.selectNextUnread()
        #expect(!isFound)
        #expect(pane.isSeeking)
        list.settle(&pane)
        #expect(pane.selection == list.all.last && !pane.isSeeking)
    }

    @Test func anAnswerToAnOldQuestionIsDropped() {
        var pane = ListPane(scope: .all)
        let old = pane.open(.all)
        _ = pane.open(.unread)
        let isTaken = pane.receive(old, LongList(3).all)
        #expect(!isTaken)
        #expect(pane.rows.isEmpty)
    }
}

@Suite struct FoldingTests {
    /// Every third article tells one of two stories.
    private func list(_ count: Int) -> ListPaneTests.LongList {
        var list = ListPaneTests.LongList(count)
        for index in list.all.indices where index % 3 != 0 {
            list.all[index].story = StoryID(Int64(index % 3))
        }
        return list
    }

    @Test func aFoldedStoryIsOneRowAndComesBackWhole() {
        let list = list(30)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        list.settle(&pane)
        pane.move(by: 7)
        let isFolded = pane.toggleFold()
        #expect(isFolded && pane.rows.count == 21 && pane.selection?.id == list.all[1].id)
        #expect(pane.stories.size(led: list.all[1]) == 10 && pane.place == 2)
        pane.move(by: 3)
        #expect(pane.selection?.id == list.all[5].id && pane.place == 6)
        pane.move(by: -3)
        let isUnfolded = pane.toggleFold()
        #expect(isUnfolded && pane.rows == list.all && pane.hidden.isEmpty)
    }

    @Test func aLongListIsWalkedToItsEndWithFoldedStories() {
        let list = list(5_000)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        list.settle(&pane)
        pane.move(by: 1)
        _ = pane.toggleFold()
        var steps = 0
        while !pane.hasOldest || pane.selected < pane.rows.count - 1, steps < 5_000 {
            pane.move(by: 1)
            pane.settle(height: 20)
            list.settle(&pane)
            steps += 1
        }
        #expect(pane.rows.last == list.all.last || pane.hidden.last == list.all.last)
        #expect(pane.rows.count + pane.hidden.count <= ListPane.capacity + 2 * ListPane.chunk)
    }

    @Test func marksReachWhatIsFoldedAway() {
        let list = list(30)
        var pane = ListPane(scope: .all)
        _ = pane.open(.all)
        list.settle(&pane)
        pane.move(by: 1)
        _ = pane.toggleFold()
        pane.apply(.starred(true), to: Set(list.all.map(\.id)))
        _ = pane.toggleFold()
        #expect(pane.rows.allSatisfy { $0.isStarred })
    }
}
