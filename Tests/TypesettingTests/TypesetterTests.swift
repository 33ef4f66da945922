import News
import Testing
import Typesetting

@Suite struct TypesetterTests {
    @Test func separatesBlocksByOneBlankLineAndSkipsEmptyOnes() {
        let blocks: [Block] = [
            .text("  "), .text("The ferry did not sail  on\nMonday because of the wind."), .text("\u{A0}"),
            .text("It may sail on Tuesday."),
        ]
        #expect(
            picture(blocks, width: 30) == """
                The ferry did not sail on
                Monday because of the wind.

                It may sail on Tuesday.
                """)
    }

    @Test func underlinesHeadingsOfTheFirstTwoLevels() {
        let blocks: [Block] = [
            .heading(level: 1, [.plain("A bridge and the"), .lineBreak, .plain("town")]),
            .text("Works begin."),
            .heading(level: 2, [.plain("Why")]), .heading(level: 3, [.plain("Cost")]), .heading(level: 2, []),
        ]
        #expect(
            picture(blocks, width: 18) == """
                A bridge and the
                town
                ================

                Works begin.

                Why
                ---

                Cost
                """)
    }

    @Test func drawsRulesAcrossTheRoomTheyHave() {
        #expect(
            picture([.text("a"), .rule, .quote([.rule])], width: 24) == """
                a

                ────────────────────────

                │ ──────────────────────
                """)
    }

    @Test func barsQuotationsAndTheirBlankLines() {
        let blocks: [Block] = [
            .text("She wrote:"),
            .quote([
                .text("We were told to wait and so we did."), .quote([.text("Who told you?")]),
                .text("Somebody."),
            ]), .text("Enough."),
        ]
        #expect(
            picture(blocks, width: 26) == """
                She wrote:

                │ We were told to wait and
                │ so we did.
                │
                │ │ Who told you?
                │
                │ Somebody.

                Enough.
                """)
    }

    @Test func nestsQuotationsOnlyWhileThereIsRoom() {
        var blocks: [Block] = [.text("Deep.")]
        for _ in 0..<50 { blocks = [.quote(blocks)] }
        #expect(picture(blocks, width: 25) == "│ │ Deep.")
    }

    @Test func marksPullQuotesOrSetsThemAsParagraphs() {
        let blocks: [Block] = [
            .text("A."), .pullQuote([.plain("We left with the dog.")], attribution: "a resident"),
            .text("B."),
        ]
        #expect(
            picture(blocks, width: 20) == """
                A.

                ▌ We left with the
                ▌ dog.
                ▌ — a resident

                B.
                """)
        let plain = picture(blocks, options: .init(marksPullQuotes: false))
        #expect(plain == "A.\n\nWe left with the dog.\n\n— a resident\n\nB.")
    }

    @Test func keepsCodeAsItStandsAndExpandsTabs() {
        let code = "\n  let a = 1\n\tlet 日 = 2\tx\n\n\n}   \n\n"
        #expect(
            picture([.text("a"), .code([.plain(code)]), .text("b")], width: 8) == """
                a

                  let a = 1
                        let 日 = 2      x


                }

                b
                """)
    }

    @Test func setsPicturesAboveTheirCaptions() {
        let blocks: [Block] = [
            .figure(
                alternative: "The pier", source: nil, isMarkedDecorative: false,
                caption: [.plain("The pier last week.")]),
            .figure(alternative: nil, source: nil, isMarkedDecorative: false, caption: []),
            .figure(
                alternative: nil, source: nil, isMarkedDecorative: true, caption: [.plain("Only words.")]),
            .figure(alternative: nil, source: nil, isMarkedDecorative: true, caption: []),
            .group([.code([.plain("x = 1")]), .text("Listing 1")]),
        ]
        #expect(
            picture(blocks) == """
                [image: The pier]
                The pier last week.

                [image]

                Only words.

                x = 1
                Listing 1
                """)
    }

    @Test func hangsSummariesAndSetsWhatTheyOpen() {
        let blocks: [Block] = [
            .details(summary: [.plain("What we know about it so far")], [.bullets([.text("cold")])]),
            .details(summary: [], [.text("More.")]),
        ]
        #expect(
            picture(blocks, width: 20) == """
                ▸ What we know about
                  it so far

                  • cold

                ▸ Details

                More.
                """)
    }

    @Test func takesABlankLineAtTheEndOfASummaryForAGap() {
        let summary: [Inline] = [.plain("a"), .lineBreak, .plain("\u{A0}")]
        #expect(picture([.details(summary: summary, [.text("b")])]) == "▸ a\n\nb")
        #expect(picture([.details(summary: summary, []), .text("b")]) == "▸ a\n\nb")
    }

    @Test func standsDescriptionsInUnderTheirTerms() {
        let blocks: [Block] = [
            .definitions([
                .init(
                    terms: [[.plain("Draught")], [.plain("Depth")]],
                    descriptions: [[.text("How deep a ship sits in the water.")], [.text("Also: a breeze.")]]),
                .init(
                    terms: [[.plain("Beam")]], descriptions: [[.text("Width."), .text("At the waterline.")]]),
            ])
        ]
        #expect(
            picture(blocks, width: 24) == """
                Draught
                Depth
                    How deep a ship sits
                    in the water.
                    Also: a breeze.

                Beam
                    Width.

                    At the waterline.
                """)
    }

    @Test func hasAnASCIITwinForEverySignOfItsOwn() {
        let blocks: [Block] = [
            .bullets([.text("a"), .bullets([.text("b"), .bullets([.text("c")])])]), .quote([.text("q")]),
            .pullQuote([.plain("p")], attribution: nil), .rule, .details(summary: [.plain("s")], []),
            .rows(["h", "i"], ["1", "2"]),
            .paragraph([.quotation([.plain("q "), .quotation([.plain("r")])]), .superscript([.plain("2")])]),
        ]
        #expect(
            picture(blocks, width: 24, options: .init(isASCII: true)) == """
                  * a
                      o b
                          - c

                | q

                # p

                ------------------------

                > s

                h | i
                --+--
                1 | 2

                "q 'r'"^2
                """)
    }

    @Test func setsNoFurtherThanAsked() {
        let blocks = (1...500).map {
            Block.paragraph([.link("Paragraph \($0)", "https://example.org/\($0)")])
        }
        var typesetter = Typesetter(blocks: blocks, width: 40)
        let start = typesetter.lines(upTo: 10)
        #expect(start.count >= 10 && start.count < 14 && !typesetter.isFinished)
        #expect(typesetter.links.count < 10)
        #expect(typesetter.lines(upTo: 10) == start)
        let all = typesetter.allLines()
        #expect(all.starts(with: start) && typesetter.isFinished && typesetter.links.count == 500)
        #expect(all.count == 500 + 499 + 1 + 500)
        #expect(typesetter.lines(upTo: 3) == all)
    }
}
