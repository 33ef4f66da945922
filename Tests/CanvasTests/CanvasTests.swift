import Canvas
import Testing

@Suite struct CanvasTests {
    @Test func printsAsText() {
        var canvas = Canvas(size: Size(width: 6, height: 2))
        canvas.draw("東京!", x: 1, y: 0)
        #expect(canvas.text == " 東京!\n")
    }

    @Test func cutsAtTheEdgeWithoutHalvingAWideLetter() {
        var canvas = Canvas(size: Size(width: 4, height: 1))
        #expect(canvas.draw("a東京", x: 0, y: 0) == 3)
        #expect(canvas.text == "a東")
        canvas.draw("outside", x: 9, y: 9)
        canvas.draw("x", x: -3, y: 0)
        #expect(canvas.text == "a東")
    }

    @Test func overwritingHalfAWideLetterClearsTheOther() {
        var canvas = Canvas(size: Size(width: 4, height: 1))
        canvas.draw("東京", x: 0, y: 0)
        canvas.draw("x", x: 1, y: 0)
        #expect(canvas.text == " x京")
        canvas.draw("y", x: 2, y: 0)
        #expect(canvas.text == " xy")
    }

    @Test func takesNoAddressThatCouldEndItsSequence() {
        var canvas = Canvas(size: Size(width: 4, height: 1))
        for address in [
            "", "https://a.example/\u{1B}]", "https://a.example/\u{7}", "https://a.example/é", "a b",
        ] {
            #expect(canvas.link(to: address) == 0)
        }
        #expect(canvas.link(to: "https://a.example/" + String(repeating: "a", count: 2_083)) == 0)
        #expect(canvas.link(to: "https://a.example/") == 1)
        #expect(canvas.link(to: "https://b.example/") == 2)
        #expect(canvas.link(to: "https://a.example/") == 1)
        #expect(canvas.links == ["https://a.example/", "https://b.example/"])
    }

    @Test func letsNoControlIn() {
        var canvas = Canvas(size: Size(width: 8, height: 1))
        canvas.draw("a\u{1B}[\u{9B}b\u{7}\u{202E}", x: 0, y: 0)
        #expect(canvas.text == "a[b")
    }

    @Test func drawsAFrameWithTitleAndNote() {
        var canvas = Canvas(size: Size(width: 14, height: 3))
        canvas.draw(.thin, along: canvas.bounds, style: .plain, title: "2 List", note: "1/9")
        #expect(
            canvas.text == """
                ┌─ 2 List ───┐
                │            │
                └────── 1/9 ─┘
                """)
    }
}

@Suite struct RightToLeftTests {
    @Test func whatFollowsARightToLeftTextIsKeptApartFromIt() {
        var canvas = Canvas(size: Size(width: 20, height: 1))
        canvas.draw("12:00", x: 0, y: 0)
        canvas.draw("עננים 3", x: 6, y: 0)
        canvas.draw("│abc", x: 15, y: 0)
        #expect(canvas.cells.indices.filter { canvas.cells[$0].endsRightToLeft } == [12])
        #expect(canvas.text == "12:00 עננים 3  │abc")
    }

    @Test func aTextThatIsCutIsKeptApartWhereItIsCut() {
        var canvas = Canvas(size: Size(width: 4, height: 1))
        canvas.draw("عاصفة تقترب", x: 0, y: 0)
        #expect(canvas.cells[3].endsRightToLeft)
    }
}
