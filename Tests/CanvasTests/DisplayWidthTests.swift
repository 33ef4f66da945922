import Canvas
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("plain", 5), ("東京株", 6), ("e\u{301}", 1), ("👩‍💻", 2), ("👍🏽", 2), ("🇳🇴", 2), ("❤️", 2), ("a\u{AD}b", 2),
        ("\u{200B}x", 1), ("한국", 4), ("ｱ", 1), ("שלום", 4), ("\u{1FAE8}", 2), ("", 0), ("©️", 1), ("ไทยนี้", 4),
        ("हिन्दी", 5),
    ])
    func countsCells(_ text: String, _ cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    /// Found by fuzzing: the digit, which is an emoji to Unicode, went into the letter before.
    @Test func aJoinerTakesInNoDigit() {
        #expect(DisplayWidth.of("鐚\u{200D}6") == 3)
        var clusters = ClusterReader("鐚\u{200D}6")
        #expect(clusters.next()?.base == "鐚")
        #expect(clusters.next()?.base == "6")
    }

    @Test func cutsAtACell() {
        #expect(DisplayWidth.prefix(of: "東京株", fitting: 5) == "東京")
        #expect(DisplayWidth.truncated("Evacuation order", to: 11) == "Evacuation…")
        #expect(DisplayWidth.truncated("東京株式", to: 6) == "東京…")
        #expect(DisplayWidth.truncated("short", to: 5) == "short")
        #expect(DisplayWidth.truncated("ab", to: 0) == "")
    }
}
