import Canvas
import Testing

@testable import Terminal

@Suite struct ColorDepthTests {
    @Test func aTrueColorBecomesTheNearestOfThePalette() {
        #expect(ColorDepth.palette.index(of: .rgb(0x00_0000)) == 16)
        #expect(ColorDepth.palette.index(of: .rgb(0xFF_FFFF)) == 231)
        #expect(ColorDepth.palette.index(of: .rgb(0xFF_8700)) == 208)
        #expect(ColorDepth.palette.index(of: .rgb(0xFE_8802)) == 208)
        #expect(ColorDepth.palette.index(of: .rgb(0x12_1212)) == 233)
        #expect(ColorDepth.palette.index(of: .rgb(0x77_7777)) == 243)
    }

    @Test func everyPaletteEntryAboveSixteenIsItsOwnNearest() {
        for index in UInt8(16)...255 {
            let color = RGB(palette: index)
            let value = UInt32(color.red << 16 | color.green << 8 | color.blue)
            let nearest = ColorDepth.palette.index(of: .rgb(value))
            #expect(nearest.map(RGB.init(palette:)) == color)
        }
    }

    @Test func paletteEntriesAreReducedToWhatThereIs() {
        #expect(ColorDepth.palette.index(of: .palette(208)) == 208)
        #expect(ColorDepth.sixteen.index(of: .palette(196)) == 9)
        #expect(ColorDepth.sixteen.index(of: .palette(12)) == 12)
        #expect(ColorDepth.sixteen.index(of: .palette(244)) == 8)
        #expect(ColorDepth.eight.index(of: .palette(12)) == 4)
        #expect(ColorDepth.eight.index(of: .rgb(0xFF_0000)) == 1)
        #expect(ColorDepth.eight.index(of: .palette(21)) == 4)
    }

    @Test(arguments: ColorDepth.allCases) func theTerminalsOwnColorStays(depth: ColorDepth) {
        #expect(depth.index(of: .default) == nil)
    }

    @Test func everyTrueColorHasAnEntryOfItsOwnNearIt() {
        var colors = TrueColors()
        var told: [UInt8: UInt32] = [:]
        let first = colors.entry(for: RGB(0xFF_8700)) { told[$0] = $1 }
        let second = colors.entry(for: RGB(0xFE_8802)) { told[$0] = $1 }
        #expect(first == 208)
        #expect(second != 208 && RGB(palette: second).distance(to: RGB(0xFF_8700)) < 3_000)
        #expect(colors.entry(for: RGB(0xFF_8700)) { told[$0] = $1 } == 208)
        #expect(told == [208: 0xFF_8700, second: 0xFE_8802])
    }

    @Test func whenAllEntriesAreTakenTheNearestServes() {
        var colors = TrueColors()
        var taken: Set<UInt8> = []
        for value in UInt32(0)..<240 { taken.insert(colors.entry(for: RGB(value << 8)) { _, _ in }) }
        #expect(taken.count == 240 && taken.allSatisfy { $0 > 15 })
        #expect(colors.entry(for: RGB(0xFF_8700)) { _, _ in } == 208)
        #expect(colors.hasRunOut)
    }

    @Test func withoutColorsThereIsNone() {
        #expect(ColorDepth.none.index(of: .rgb(0xFF_0000)) == nil)
        #expect(ColorDepth.none.index(of: .palette(1)) == nil)
    }

    @Test func terminalsAreTakenAtTheirWord() {
        #expect(
            [0, 2, 8, 16, 88, 256, 1 << 24].map { ColorDepth(count: $0).count } == [
                0, 0, 8, 16, 16, 256, 256,
            ])
    }
}

@Suite struct ReorderingTests {
    @Test func onlyTerminalsThatReorderAreSentMarks() {
        #expect(Terminal.isReordering { $0 == "VTE_VERSION" ? "7600" : nil })
        #expect(Terminal.isReordering { $0 == "TERM_PROGRAM" ? "Apple_Terminal" : nil })
        #expect(!Terminal.isReordering { $0 == "TERM_PROGRAM" ? "tmux" : nil })
        #expect(!Terminal.isReordering { _ in nil })
    }
}
