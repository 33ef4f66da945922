import Foundation
import News
import Testing

@testable import Pictures

/// Pictures through the real other process; where there is no gdk-pixbuf, that this is said.
@Suite(.timeLimit(.minutes(1))) struct PictureDecoderTests {
    private static let program: String = {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
        let folder = tests.map { ($0 as NSString).deletingLastPathComponent } ?? Bundle.main.bundlePath
        return folder + "/tidings"
    }()

    private let decoder = PictureDecoder(program: PictureDecoderTests.program)

    @Test func aPictureBecomesAThumbnailOfItsColours() throws {
        let picture = TestPictures.png(width: 600, height: 300) { x, _ in x < 300 ? (200, 0, 0) : (0, 0, 200)
        }
        switch decoder.thumbnail(of: picture) {
        case .noDecoder: return
        case .refused: Issue.record("refused")
        case .thumbnail(let thumbnail):
            #expect(thumbnail.width == 192 && thumbnail.height == 96 && thumbnail.fullWidth == 600)
            #expect(Array(thumbnail.colors.prefix(3)) == [200, 0, 0])
            #expect(Array(thumbnail.colors.suffix(3)) == [0, 0, 200])
        }
    }

    @Test func anAnimationShowsItsFirstFrame() {
        let outcome = decoder.thumbnail(of: TestPictures.gif(frames: 200))
        if case .thumbnail(let thumbnail) = outcome {
            #expect(thumbnail.width == 64 && thumbnail.height == 48)
            #expect(thumbnail.colors.allSatisfy { $0 == 0 })
        } else {
            // The decoder of GIF may be missing by itself.
            #expect(outcome == .noDecoder || outcome == .refused)
        }
    }

    @Test func whatIsTooLargeOrBrokenOrNoPictureIsRefused() {
        let bomb = TestPictures.png(width: 65_535, height: 65_535, rows: [0])
        #expect(decoder.thumbnail(of: bomb) == .refused)
        #expect(decoder.thumbnail(of: Array("<html>".utf8)) == .refused)
        #expect(
            decoder.thumbnail(of: TestPictures.png(width: 1, height: 1) { _, _ in (0, 0, 0) }) == .refused)
        let cut = Array(TestPictures.png(width: 100, height: 100) { _, _ in (9, 9, 9) }.prefix(60))
        #expect(decoder.thumbnail(of: cut) != .thumbnail(TestThumbnail.of(1, 1)))
        #expect(decoder.thumbnail(of: [UInt8](repeating: 0xFF, count: Limits.fileBytes + 1)) == .refused)
    }

    @Test func aProgramThatCrashesOrIsNotThereRefuses() {
        let picture = TestPictures.png(width: 60, height: 60) { _, _ in (9, 9, 9) }
        #expect(PictureDecoder(program: "/nowhere/tidings").thumbnail(of: picture) == .refused)
        #expect(PictureDecoder(program: "/bin/false").thumbnail(of: picture) == .refused)
        // Says much, and nothing that is a thumbnail.
        #expect(PictureDecoder(program: "/bin/cat").thumbnail(of: picture) == .refused)
        #expect(PictureDecoder(program: "/usr/bin/yes").thumbnail(of: picture) == .refused)
    }
}

enum TestThumbnail {
    static func of(_ width: Int, _ height: Int) -> Thumbnail {
        let colors = (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0) }
        guard let thumbnail = Thumbnail(width: width, height: height, fullWidth: width * 8, colors: colors)
        else {
            preconditionFailure("no size of a thumbnail")
        }
        return thumbnail
    }
}
