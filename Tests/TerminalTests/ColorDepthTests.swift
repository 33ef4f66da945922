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
