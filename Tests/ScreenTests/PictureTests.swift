import Canvas
import Library
import News
import Testing

@testable import Screen

/// Pictures in the reader: asked for when an article is opened, set without moving what is read.
@Suite struct PictureTests {
    private static let photo = address("https://post.example/photo.jpg")
    private static let lead = address("https://post.example/lead.jpg")

    private static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }

    private func thumbnail(_ width: Int = 96, _ height: Int = 64) throws -> Thumbnail {
        let colors = (0..<width * height).flatMap {
            UInt8($0 % width) < 48 ? [255, 0, 0] : [0, 0, 255] as [UInt8]
        }
        return try #require(Thumbnail(width: width, height: height, fullWidth: 800, colors: colors))
    }

    /// A screen whose first article has a picture between many paragraphs.
    private func runner(
        width: Int = 120, height: Int = 40, isASCII: Bool = false, colors: Int = 256, before: Int = 1
    ) throws -> SceneRunner {
        var newsstand = SceneNewsstand()
        newsstand.change(ArticleID(1)) { reading in
            reading.article.leadImage = PictureTests.lead
            let filler = Block.paragraph([.text("Words that fill a line.")])
            reading.blocks =
                [Block](repeating: filler, count: before + 1)
                + [
                    .figure(
                        alternative: "A harbour", source: PictureTests.photo, isMarkedDecorative: false,
                        caption: [])
                ]
                + (0..<40).map { .paragraph([.text(Prose("Paragraph \($0) of the article."))]) }
        }
        var settings = ScreenSettings()
        settings.isASCII = isASCII
        var runner = SceneRunner(
            size: Size(width: width, height: height), newsstand: newsstand, settings: settings)
        runner.state.use(colors: colors, isUTF8: true)
        runner.press("g", "a")
        return runner
    }

    private func pictureRows(_ runner: SceneRunner) -> [Int] {
        let canvas = runner.state.draw()
        return (0..<canvas.size.height).filter { y in canvas.row(y).contains { $0.base == "▀" } }
    }

    @Test func picturesAreAskedForWhenAnArticleIsOpenedAndNotWhenItIsSelected() throws {
        var runner = try runner()
        #expect(runner.askedPictures.isEmpty)
        runner.press("j", "k")
        #expect(runner.askedPictures.isEmpty)
        runner.press(.enter)
        #expect(runner.askedPictures == [PictureTests.lead, PictureTests.photo])
        runner.press("j", "K", "J")
        #expect(runner.askedPictures.count == 2)
    }

    @Test func aPictureStandsAboveItsWordsInAtMostHalfThePane() throws {
        var runner = try runner()
        runner.press(.enter)
        #expect(pictureRows(runner).isEmpty)
        runner.send(.picture(PictureTests.photo, .picture(try thumbnail(96, 192))))
        let rows = pictureRows(runner)
        #expect(rows.count == runner.state.height(of: .reader) / 2)
        let canvas = runner.state.draw()
        let lines = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[try #require(rows.last) + 1].contains("[image: A harbour]"))
    }

    @Test func aTerminalThatDrawsPicturesItselfIsGivenCellsThatStandForTheirParts() throws {
        var runner = try runner()
        runner.state.use(colors: 1 << 24, isUTF8: true, hasGraphics: true)
        runner.press(.enter)
        runner.send(.picture(PictureTests.photo, .picture(try thumbnail())))
        let canvas = runner.state.draw()
        #expect(canvas.pictures.count == 1)
        let picture = try #require(canvas.pictures.first)
        let parts = canvas.cells.filter { $0.base == PlacedPicture.placeholder }
        #expect(parts.count == picture.columns * picture.rows)
        #expect(Set(parts.map { [$0.mark1, $0.mark2] }).count == parts.count)
        #expect(parts.allSatisfy { $0.style.foreground.picture == 0 })
    }

    @Test func aPictureThatComesAboveDoesNotMoveWhatIsRead() throws {
        var runner = try runner(before: 30)
        runner.press(.enter, "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J", "J")
        let before = runner.state.draw().text
        runner.send(.picture(PictureTests.lead, .picture(try thumbnail())))
        // The lead stands above all that shows: only how far the reader is has changed.
        let after = runner.state.draw().text
        #expect(after.split(separator: "\n").dropLast(2) == before.split(separator: "\n").dropLast(2))
        runner.press("P")
        #expect(
            runner.state.draw().text.split(separator: "\n").dropLast(2)
                == before.split(separator: "\n").dropLast(2))
    }

    @Test func withoutColoursOrSignsOrRoomNobodyIsAskedAndTheWordsStand() throws {
        for var runner in [
            try runner(isASCII: true), try runner(colors: 16), try runner(colors: 0),
            try runner(width: 40, height: 10),
        ] {
            runner.press(.enter)
            #expect(runner.askedPictures.isEmpty)
            runner.send(.picture(PictureTests.photo, .picture(try thumbnail())))
            #expect(pictureRows(runner).isEmpty)
        }
        var runner = try runner(colors: 16)
        runner.press(.enter)
        #expect(runner.state.draw().text.contains("[image: A harbour]"))
        runner.press("P")
        #expect(runner.state.notice == "This terminal has too few colours for pictures")
    }

    @Test func oneKeyHidesPicturesAndAsksForNone() throws {
        var runner = try runner()
        runner.press("P", .enter)
        #expect(runner.askedPictures.isEmpty)
        runner.press("P")
        #expect(runner.askedPictures.count == 2)
        runner.send(.picture(PictureTests.photo, .picture(try thumbnail())))
        #expect(!pictureRows(runner).isEmpty)
        runner.press("P")
        #expect(pictureRows(runner).isEmpty)
        #expect(runner.state.draw().text.contains("[image: A harbour]"))
    }

    @Test func whereNothingDecodesThatIsSaidAndNothingIsAskedAnyMore() throws {
        var runner = try runner()
        runner.press(.enter)
        runner.send(.picture(PictureTests.lead, .noDecoder))
        runner.press(.escape, "j", .enter)
        #expect(runner.askedPictures.count == 2)
        runner.press("P")
        #expect(runner.state.notice?.text.contains("gdk-pixbuf") ?? false)
    }

    @Test func whatWasNotAnsweredIsAskedForAgainWhenTheArticleComesBack() throws {
        var runner = try runner()
        runner.press(.enter)
        runner.send(.picture(PictureTests.lead, .nothing))
        runner.press(.escape, "j", .enter, .escape, "k", .enter)
        #expect(runner.askedPictures == [PictureTests.lead, PictureTests.photo, PictureTests.photo])
    }

    @Test func aSourcesDaysShowAsBarsInTheFrame() throws {
        var runner = SceneRunner(size: Size(width: 200, height: 30))
        runner.send(.input(.resize(Size(width: 120, height: 30))))
        #expect(!runner.state.draw().text.contains("in 7 days"))
        runner.press("]")
        #expect(runner.state.list.scope == .source(SourceID(2)) || runner.state.daily != nil)
        #expect(runner.state.draw().text.contains("in 7 days"))
        runner.press("g", "a")
        #expect(!runner.state.draw().text.contains("in 7 days"))
    }

    @Test func barsGrowWithTheirDaysAndAreDigitsInASCII() {
        let counts = [Int](repeating: 0, count: 21) + [0, 1, 2, 3, 7, 14, 0]
        let days = DailyCounts(scope: .all, counts: counts)
        #expect(days.label(width: 24, glyphs: .unicode) == "▁▂▂▃▅█▁ 27 in 7 days")
        #expect(days.label(width: 24, glyphs: .ascii) == "0122590 27 in 7 days")
        #expect(days.label(width: 60, glyphs: .ascii) == "0000000000000000000000122590 27 in 28 days")
        #expect(days.label(width: 12, glyphs: .unicode) == nil)
        let few = DailyCounts(scope: .all, counts: [0, 0, 1, 2, 0, 0, 3])
        #expect(few.label(width: 24, glyphs: .ascii) == "0012003 6 in 7 days")
    }
}
