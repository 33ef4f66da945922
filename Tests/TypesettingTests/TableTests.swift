import News
import Testing
import Typesetting

@Suite struct TableTests {
    @Test func rulesOffTheHeadAndSetsNumbersRight() {
        let table = Block.rows(
            ["Party", "Seats", "Change"], ["Green Union", "41", "+3.5 %"], ["Others", "1,120", "−12 %"])
        #expect(
            picture([table]) == """
                Party       │ Seats │ Change
                ────────────┼───────┼───────
                Green Union │    41 │ +3.5 %
                Others      │ 1,120 │  −12 %
                """)
    }

    @Test func shrinksTheWidestColumnsUntilTheTableFits() {
        let table = Block.rows(
            ["Year", "What happened", "Who paid"],
            ["1911", "The old bridge burned down to the waterline", "The parish, in four instalments"],
            ["1913", "A new one", "Nobody"])
        #expect(
            picture([table]) == """
                Year │ What happened   │ Who paid
                ─────┼─────────────────┼────────────────
                1911 │ The old bridge  │ The parish, in
                     │ burned down to  │ four
                     │ the waterline   │ instalments
                1913 │ A new one       │ Nobody
                """)
    }

    @Test func becomesRecordsWhenColumnsWouldBeTooNarrow() {
        let table = Block.rows(
            ["Station", "Max", "Min", "Remark"], ["Vell harbour", "31", "12", "the pier was under water"],
            ["Aila", "", "9", "calm"], caption: [.plain("Measured today")])
        #expect(
            picture([table], width: 22) == """
                Measured today

                Station: Vell harbour
                Max: 31
                Min: 12
                Remark: the pier was
                  under water

                Station: Aila
                Min: 9
                Remark: calm
                """)
    }

    @Test func spansColumnsAndFillsShortRows() {
        let table = Block.table(
            .init(rows: [
                .init(
                    cells: [.init(content: [.plain("Results")], span: 2), .init(content: [.plain("Note")])],
                    isHead: true),
                .init(cells: ["Upper", "Won", "8"].map { .init(content: [.plain($0)]) }),
                .init(cells: [.init(content: []), .init(content: [.plain("Lost")])]),
            ]))
        #expect(
            picture([table]) == """
                Results      │ Note
                ──────┼──────┼─────
                Upper │ Won  │    8
                      │ Lost │
                """)
    }

    @Test func measuresWideLettersAndForcedBreaks() {
        let table = Block.table(
            .init(rows: [
                .init(cells: [.init(content: [.plain("👍🏽 good")]), .init(content: [.plain("12")])]),
                .init(cells: [
                    .init(content: [.plain("日本"), .lineBreak, .plain("x")]), .init(content: [.plain("3")]),
                ]),
            ]))
        #expect(
            picture([table]) == """
                👍🏽 good │ 12
                日本    │  3
                x       │
                """)
    }

    @Test func putsTheCaptionAboveAndNumbersLinks() {
        let table = Block.table(
            .init(
                caption: [.plain("Table 1")],
                rows: [.init(cells: [.init(content: [.link("a", "https://example.org/a")])])]))
        #expect(picture([table]) == "Table 1\n\na[1]\n\n[1] https://example.org/a")
        #expect(picture([.table(.init(rows: []))]) == "")
        #expect(picture([.table(.init(caption: [.plain("Alone")], rows: [])), .text("x")]) == "Alone\n\nx")
    }
}
