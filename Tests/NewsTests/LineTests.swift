import News
import Testing

@Suite struct LineTests {
    @Test func collapsesWhiteSpaceAndTrims() {
        #expect(Line("  Storm\tAila\r\n reaches \u{A0} Vell ").text == "Storm Aila reaches Vell")
    }

    @Test(arguments: [
        "\u{1B}[31mred", "a\u{7}b", "a\u{9B}31mb", "\u{202E}evil", "\u{2066}open", "\u{FEFF}bom",
        "tag\u{E0041}",
        "nul\u{0}", "del\u{7F}", "x\u{FFFE}",
    ])
    func holdsNoControlCharacter(_ raw: String) {
        for scalar in Line(raw).text.unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
            #expect(scalar.value != 0xFEFF && scalar.value < 0xE0000 && scalar.value != 0xFFFE)
        }
    }

    @Test func keepsRightToLeftTextAndJoiners() {
        #expect(Line("صحيفة المرفأ").text == "صحيفة المرفأ")
        #expect(Line("می‌خواهم").text == "می‌خواهم")
    }

    @Test func collapsesWhiteSpaceInAnyScript() {
        #expect(Line(" a\u{1}  b ").text == "a b")
        #expect(Line("Привет,  мир ").text == "Привет, мир")
        #expect(Line("日本の ニュース").text == "日本の ニュース")
        #expect(Line("\n").isEmpty)
    }

    @Test func stopsPiledMarks() {
        let piled = "a" + String(repeating: "\u{301}", count: 200) + "b"
        #expect(Line(piled).text.unicodeScalars.count == 10)
    }

    /// Found by fuzzing: what is dropped between marks let more of them through.
    @Test func stopsMarksThatArePiledWithControlsBetween() {
        let marks = String(repeating: "\u{301}", count: 8)
        #expect(Line("e\(marks)\u{0}\(marks)").text == "e\(marks)")
        #expect(Prose("e\(marks)\u{7F}\(marks)").text == "e\(marks)")
    }

    @Test func isNothingWhenNothingIsLeft() {
        #expect(Line(nonEmpty: " \u{200B}\u{202E} ") == nil)
        #expect(Line(nonEmpty: nil as String?) == nil)
    }
}

@Suite struct ProseTests {
    @Test func keepsLineFeedsTabsAndSpaces() {
        #expect(Prose(" a\r\nb\tc \u{1B}[0m").text == " a\nb\tc [0m")
    }

    @Test func dropsWhatALineDropsAndKeepsTheRest() {
        #expect(Prose("“Safe”\u{202E} \u{9B}日本\u{FEFF}語\u{2067}").text == "“Safe” 日本語")
        #expect(Prose("a\u{2028}b\u{85}c\rd\n\re").text == "a\nb\nc\nd\n\ne")
        #expect(Prose("e" + String(repeating: "\u{301}", count: 50) + "x").text.unicodeScalars.count == 10)
        #expect(Prose("می\u{200C}خواهم a\u{AD}b\u{200B}").text == "می\u{200C}خواهم a\u{AD}b\u{200B}")
    }

    @Test func readsBytesThatAreNoUTF8() {
        #expect(Prose(utf8: Array("a “b” c".utf8)).text == "a “b” c")
        #expect(Prose(utf8: [0x61, 0xE4, 0x1B, 0x5B, 0x80, 0xC2, 0x9B, 0x62]).text == "a\u{FFFD}[\u{FFFD}b")
        for bytes: [UInt8] in [
            [0xC0, 0x9B], [0xE2, 0x1B, 0x80, 0xAE], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
        ] {
            let text = Prose(utf8: bytes).text
            #expect(!text.isEmpty && text.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
        }
    }
}
