import Testing
import Typesetting

@Suite struct LineBreakerTests {
    private func wrap(_ text: String, _ width: Int) -> [String] { LineBreaker.wrap(text, width: width) }

    @Test func fillsLinesGreedily() {
        #expect(wrap("The council met on Tuesday.", 11) == ["The council", "met on", "Tuesday."])
        #expect(wrap("", 10) == [])
        #expect(wrap("  a  ", 10) == ["a"])
        #expect(wrap("a\n\nb", 10) == ["a", "", "b"])
    }

    @Test func cutsWordsThatAreLongerThanALine() {
        #expect(wrap("Hash 0123456789abcdef ends", 8) == ["Hash", "01234567", "89abcdef", "ends"])
        #expect(wrap("x 0123456789 ab", 8) == ["x", "01234567", "89 ab"])
    }

    @Test func breaksAfterHyphensAndDashesBetweenLettersOnly() {
        #expect(wrap("well-known twenty-2", 6) == ["well-", "known", "twenty", "-2"])
        #expect(wrap("one—two–three a -b", 6) == ["one—", "two–", "three", "a -b"])
    }

    @Test func showsSoftHyphensOnlyWhereTheLineBreaks() {
        let word = "Donau\u{AD}dampf\u{AD}schiff"
        #expect(wrap(word, 20) == ["Donaudampfschiff"])
        #expect(wrap(word, 12) == ["Donaudampf-", "schiff"])
        #expect(wrap(word, 10) == ["Donau-", "dampf-", "schiff"])
        #expect(wrap("der " + word, 9) == ["der", "Donau-", "dampf-", "schiff"])
        #expect(wrap("Donau\u{AD}dampf", 5) == ["Donau", "dampf"])
        #expect(wrap("Donau\u{AD} x", 5) == ["Donau", "x"])
    }

    @Test func breaksAtZeroWidthSpacesAndNotAtNoBreakSpaces() {
        #expect(wrap("foo\u{200B}bar", 4) == ["foo", "bar"])
        #expect(wrap("foo\u{200B}bar", 6) == ["foobar"])
        #expect(wrap("fine 4\u{A0}500\u{A0}000 crowns", 12) == ["fine", "4 500 000", "crowns"])
        #expect(wrap("日\u{A0}本\u{A0}", 3) == ["日", "本"])
    }

    @Test func breaksBetweenWideLettersButSparesPunctuation() {
        #expect(wrap("港湾局は二十日", 6) == ["港湾局", "は二十", "日"])
        #expect(wrap("港湾局。発表", 6) == ["港湾", "局。発", "表"])
        #expect(wrap("橋を「遅い」と", 6) == ["橋を", "「遅", "い」と"])
        #expect(wrap("キャッチ", 4) == ["キャ", "ッチ"])
        #expect(wrap("新GPUを8基", 6) == ["新GPU", "を8基"])
    }

    @Test func countsEmojiFlagsAndMarksAsTheScreenDoes() {
        #expect(wrap("👍🏽👍🏽 👩‍👩‍👧👩‍👩‍👧", 4) == ["👍🏽👍🏽", "👩‍👩‍👧👩‍👩‍👧"])
        #expect(wrap("🇳🇴🇸🇪 ab", 4) == ["🇳🇴🇸🇪", "ab"])
        #expect(wrap("e\u{301}e\u{301}e\u{301} e\u{301}", 3) == ["e\u{301}e\u{301}e\u{301}", "e\u{301}"])
        #expect(wrap("1\u{FE0F}\u{20E3}", 1).count == 1)
    }

    /// Found by fuzzing: the line feed behind a mark without a letter became part of the line.
    @Test(arguments: ["\u{35E}", "a\u{FEFF}", "a\u{FEFF}\u{35E}"])
    func aLineFeedEndsTheLineBehindInvisibleLettersToo(_ text: String) {
        let lines = LineBreaker.wrap(text + "\n=", width: 20)
        #expect(lines.count == 2 && lines.last == "=")
        #expect(!lines.contains { $0.unicodeScalars.contains("\n") })
    }

    @Test func keepsRightToLeftTextInLogicalOrder() {
        #expect(wrap("הגשר הישן ייסגר במאי", 10) == ["הגשר הישן", "ייסגר במאי"])
        #expect(wrap("می\u{200C}خواهم", 20) == ["می\u{200C}خواهم"])
    }

    @Test func endsAtAnyWidthAndLosesNothing() {
        let text = "Donau\u{AD}dampf 日本語、「橋」 e\u{301}👩‍👩‍👧 a-b—c 🇳🇴 \u{A0}x\u{200B}y 0123456789"
        let letters = "Donaudampf日本語、「橋」e\u{301}👩‍👩‍👧a-b—c🇳🇴xy0123456789"
        for width in -1...60 {
            let joined = wrap(text, width).joined().filter { $0 != " " }
            #expect(joined.replacing("Donau-", with: "Donau") == letters)
        }
    }

    @Test func keepsTheLooksOfWhatItWraps() {
        let runs = [StyledRun("Storm ", .strong), StyledRun("reaches Vell", .link, link: 2)]
        #expect(
            LineBreaker.wrap(runs, width: 13).map(\.runs) == [
                [StyledRun("Storm ", .strong), StyledRun("reaches", .link, link: 2)],
                [StyledRun("Vell", .link, link: 2)],
            ])
    }

    @Test func staysLinearOnTextWithoutEnd() {
        let joined = String(repeating: "👩\u{200D}", count: 20_000)
        #expect(wrap(joined, 40).count < 20_000)
        #expect(wrap(String(repeating: "日", count: 20_000), 40).count == 1000)
        #expect(wrap(String(repeating: "\u{AD}", count: 20_000), 40).count <= 1)
        #expect(wrap("a" + String(repeating: "\u{300}", count: 20_000), 40).count == 1)
    }
}
