import Testing

@testable import Pictures

@Suite struct PictureHeaderTests {
    @Test func theSizeIsReadOfEachFormat() throws {
        let png = try #require(PictureHeader(TestPictures.png(width: 3, height: 2) { _, _ in (0, 0, 0) }))
        #expect(png.format == .png && png.width == 3 && png.height == 2)
        let gif = try #require(PictureHeader(TestPictures.gif(frames: 1)))
        #expect(gif.format == .gif && gif.width == 64 && gif.height == 48)
        let jpeg = try #require(PictureHeader(TestPictures.jpegHead(width: 640, height: 480)))
        #expect(jpeg.format == .jpeg && jpeg.width == 640 && jpeg.height == 480)
        let riff = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
        let lossy = riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1, 0]
        #expect(PictureHeader(lossy).map { [$0.width, $0.height] } == [640, 480])
        let lossless = riff + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0, 0]
        #expect(PictureHeader(lossless).map { [$0.width, $0.height] } == [640, 480])
        let extended = riff + Array("VP8X".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]
        #expect(PictureHeader(extended).map { [$0.width, $0.height] } == [640, 480])
    }

    @Test func whatIsNoPictureOfTheseHasNoHeader() {
        for text in [
            "", "<svg width='9' height='9'>", "GIF89a", "RIFF1234WEBPVP8?", "BM1234567890", "/* XPM */",
        ] {
            #expect(PictureHeader(Array(text.utf8)) == nil)
        }
    }

    @Test func everyCutAndEveryFlippedByteIsSurvived() {
        for whole in [
            TestPictures.gif(frames: 2), TestPictures.jpegHead(width: 9, height: 9),
            TestPictures.png(width: 2, height: 2) { _, _ in (1, 2, 3) },
        ] {
            for count in 0..<min(whole.count, 300) { _ = PictureHeader(Array(whole.prefix(count))) }
            for place in 0..<min(whole.count, 300) {
                var bytes = whole
                bytes[place] ^= 0xFF
                _ = PictureHeader(bytes)
                _ = FirstFrame.of(gif: bytes)
            }
        }
    }

    @Test func bombsAreOutOfBounds() throws {
        let png = TestPictures.png(width: 65_535, height: 65_535, rows: [])
        #expect(try !#require(PictureHeader(png)).isWithinBounds)
        let jpeg = TestPictures.jpegHead(width: 65_535, height: 65_535)
        #expect(try !#require(PictureHeader(jpeg)).isWithinBounds)
        #expect(try #require(PictureHeader(TestPictures.jpegHead(width: 6000, height: 4000))).isWithinBounds)
        #expect(try !#require(PictureHeader(TestPictures.jpegHead(width: 1, height: 1))).isWorthShowing)
    }

    @Test func onlyTheFirstFrameOfAnAnimationIsLeft() {
        let one = TestPictures.gif(frames: 1)
        #expect(FirstFrame.of(gif: TestPictures.gif(frames: 500)) == one)
        #expect(FirstFrame.of(gif: one) == one)
    }
}
