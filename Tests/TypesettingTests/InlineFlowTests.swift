import News
import Testing
import Typesetting

@Suite struct InlineFlowTests {
    @Test func collapsesWhiteSpaceAcrossElements() {
        let content: [Inline] = [
            .plain(" Read"), .emphasis([.plain(" more ")]), .plain(" "), .strong([.plain(" now")]),
            .plain("\n!\t"),
        ]
        #expect(picture([.paragraph(content)]) == "Read more now !")
    }

    @Test func breaksLinesWhereForcedAndKeepsOneEmptyLineAtMost() {
        let content: [Inline] = [
            .lineBreak, .plain("Rough sea, "), .lineBreak, .plain(" the lamp is out."), .lineBreak,
            .lineBreak,
            .plain(" "), .lineBreak, .lineBreak, .plain("Nobody."), .lineBreak,
        ]
        #expect(
            picture([.paragraph(content), .text("Next.")]) == """
                Rough sea,
                the lamp is out.

                Nobody.

                Next.
                """)
    }

    @Test func putsSignsAroundCodeDeletionsAndQuotations() {
        let content: [Inline] = [
            .code([.plain("make")]), .plain(" costs "), .deleted([.plain("40")]), .plain(" 45, said "),
            .quotation([.plain("no, "), .quotation([.plain("yes, "), .quotation([.plain("no")])])]),
            .plain("."),
        ]
        #expect(picture([.paragraph(content)], width: 60) == "`make` costs ~40~ 45, said “no, ‘yes, “no”’”.")
    }

    @Test func raisesAndLowersLettersWhereUnicodeHasThem() {
        let content: [Inline] = [
            .plain("H"), .subscript([.plain("2")]), .plain("O, 10"), .superscript([.plain(" -6 ")]),
            .plain(", 21"),
            .superscript([.plain("st")]), .plain(", x"), .superscript([.plain("y")]), .plain(", a"),
            .subscript([.plain("i")]), .superscript([]), .plain("."),
        ]
        #expect(picture([.paragraph(content)]) == "H₂O, 10⁻⁶, 21^(st), x^y, a_i.")
    }

    @Test func readsRubyFormulasAndPictures() {
        let content: [Inline] = [
            .ruby([.plain("港")], reading: [.plain("みなと")]), .ruby([.plain("湾")], reading: []), .plain(" "),
            .formula(#"\frac{1}{2}"#), .plain(" "), .image("a heron", nil), .image(nil, nil),
            .embed(kind: "video", title: nil, WebAddress("https://example.org/v")),
            .embed(kind: "embed", title: "Storm", nil),
        ]
        #expect(
            picture([.paragraph(content)], width: 80, options: .init(listsLinks: false))
                == #"港(みなと)湾 \frac{1}{2} [image: a heron][image][video][1][embed: Storm]"#)
    }

    @Test func numbersLinksOncePerPlaceAndListsThem() {
        let content: [Inline] = [
            .plain("The "), .link("report ", "https://example.org/r"), .plain("and its "),
            .link("annex", "https://example.org/a"), .plain("; the "),
            .link("report", "https://example.org/r"),
            .plain(" is long. "), .mail([.plain("Write")], "desk@example.org"), .plain("."),
        ]
        #expect(
            picture([.paragraph(content)], width: 50) == """
                The report[1] and its annex[2]; the report[1] is
                long. Write[3].

                [1] https://example.org/r
                [2] https://example.org/a
                [3] mailto:desk@example.org
                """)
    }

    @Test func givesNoNumberToLinksThatSayWhereTheyLead() {
        let content: [Inline] = [
            .link("https://example.org/", "https://example.org/"), .plain(" "),
            .link("Example.org", "https://example.org/"), .plain(" "),
            .mail([.plain("desk@example.org")], "desk@example.org"), .link(" ", "https://example.org/empty"),
            .link("here", "https://example.org/x"),
        ]
        #expect(
            picture([.paragraph(content)], width: 80) == """
                https://example.org/ Example.org desk@example.org here[1]

                [1] https://example.org/x
                """)
    }

    @Test func leavesNumbersAndTheirListOut() {
        let content: [Inline] = [.plain("See "), .link("this", "https://example.org/t"), .plain(".")]
        let options = Typesetter.Options(showsLinkNumbers: false, listsLinks: false)
        var typesetter = Typesetter(blocks: [.paragraph(content)], width: 40, options: options)
        #expect(
            typesetter.allLines().map(\.runs) == [
                [
                    StyledRun("See "), StyledRun("this", .link, link: 1), StyledRun("."),
                ]
            ])
        #expect(typesetter.links == [WebAddress("https://example.org/t").map { LinkTarget.web($0) }])
    }

    @Test func saysWhatEachStretchIs() {
        let content: [Inline] = [
            .strong([.plain("Now "), .emphasis([.plain("both")])]), .plain(" "), .emphasis([.plain("soft")]),
            .plain(" "), .code([.plain("x")]), .deleted([.plain("y")]), .plain(" "),
            .strong([.link("go", "https://example.org/g")]),
        ]
        var typesetter = Typesetter(
            blocks: [.quote([.paragraph(content)])], width: 40, options: .init(listsLinks: false))
        #expect(
            typesetter.allLines().first?.runs == [
                StyledRun("│ ", .quoteMark), StyledRun("Now ", .strong), StyledRun("both", .strongEmphasis),
                StyledRun(" "), StyledRun("soft", .emphasis), StyledRun(" "), StyledRun("`x`", .code),
                StyledRun("~y~", .deleted), StyledRun(" "), StyledRun("go", .link, link: 1),
                StyledRun("[1]", .linkNumber, link: 1),
            ])
    }

    @Test func breaksLongAddressesOfTheListOnlyWhenAsked() {
        let blocks: [Block] = [.paragraph([.link("a", "https://example.org/a-long-way-down")])]
        #expect(picture(blocks, width: 20) == "a[1]\n\n[1] https://example.org/a-long-way-down")
        #expect(
            picture(blocks, width: 20, options: .init(wrapsAddresses: true)) == """
                a[1]

                [1]
                https://example.org/
                a-long-way-down
                """)
    }
}
