import News
import Testing
import Typesetting

@Suite struct ListTests {
    @Test func nestsAndHangs() {
        let list = Block.bullets(
            [
                .text("Bread"),
                .bullets(
                    [.text("Rye")],
                    [.text("Spelt, the better flour for a slow loaf"), .bullets([.text("wholemeal")])]),
            ], [.text("Cheese")])
        #expect(
            picture([list], width: 34) == """
                  • Bread
                      ◦ Rye
                      ◦ Spelt, the better flour
                        for a slow loaf
                          ▪ wholemeal
                  • Cheese
                """)
    }

    @Test func alignsNumbersAtTheirPoints() {
        #expect(
            picture([.numbers(.decimal, from: 9, [.text("nine")], [.text("ten")], [])]) == """
                   9. nine
                  10. ten
                """)
        #expect(
            picture([.numbers(.upperRoman, from: 2, [.text("a")], [.text("b")], [.text("c")])]) == """
                   II. a
                  III. b
                   IV. c
                """)
        #expect(
            picture([.numbers(.lowerLetter, from: 26, [.text("x")], [.text("y")])]) == """
                   z. x
                  aa. y
                """)
        #expect(
            picture([
                .numbers(.lowerRoman, from: 0, [.text("x")]), .numbers(.upperLetter, from: -1, [.text("y")]),
            ])
                == """
                  0. x

                  -1. y
                """)
    }

    @Test func setsItemsApartWhenOneHoldsTwoTexts() {
        let list = Block.bullets(
            [.text("The first point takes more than a line."), .text("And more.")],
            [.text("The second does not.")])
        #expect(
            picture([list, .text("After.")], width: 28) == """
                  • The first point takes
                    more than a line.

                    And more.

                  • The second does not.

                After.
                """)
    }

    @Test func keepsTightAroundEmptyItemsAndBlocks() {
        let list = Block.bullets([.text("a")], [], [.text(" "), .text("b")], [.bullets([.text("c")])])
        #expect(
            picture([list]) == """
                  • a

                  • b

                  •   ◦ c
                """)
    }

    @Test func goesNoDeeperThanThereIsRoom() {
        var blocks: [Block] = [.text("leaf")]
        for level in 0..<40 { blocks = [.bullets([.text("n\(39 - level)")] + blocks)] }
        let lines = picture(blocks, width: 24).split(separator: "\n")
        #expect(lines.contains("          ▪ n2") && lines.allSatisfy { $0.count <= 24 })
        #expect(lines.count >= 40)
    }

    @Test func barsAndMarkersStandInOrder() {
        let blocks: [Block] = [.quote([.bullets([.quote([.text("one")]), .text("two")])])]
        #expect(
            picture(blocks) == """
                │   • │ one
                │
                │     two
                """)
    }
}
