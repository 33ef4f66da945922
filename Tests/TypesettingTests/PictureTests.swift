import Canvas
import News
import Testing

@testable import Typesetting

@Suite struct PictureTests {
    private static let address: WebAddress = {
        guard let address = WebAddress("https://a.example/p.png") else { preconditionFailure("no address") }
        return address
    }()

    private func thumbnail(_ width: Int, _ height: Int, fullWidth: Int = 1000) throws -> Thumbnail {
        let colors = (0..<height).flatMap { y in
            [UInt8](repeating: y < height / 2 ? 255 : 0, count: width * 3)
        }
        return try #require(Thumbnail(width: width, height: height, fullWidth: fullWidth, colors: colors))
    }

    private func lines(
        _ blocks: [Block], _ thumbnail: Thumbnail?, width: Int = 40, rows: Int = 10
    ) -> [StyledLine] {
        let pictures = PictureSetting(
            thumbnails: thumbnail.map { [PictureTests.address: $0] } ?? [:], rows: rows, form: .palette)
        var typesetter = Typesetter(blocks: blocks, width: width, options: .init(pictures: pictures))
        return typesetter.allLines()
    }

    private let figure = Block.figure(
        alternative: "A cat", source: PictureTests.address, isMarkedDecorative: false, caption: [.text("Tom")]
    )

    @Test func aPictureStandsAboveItsWords() throws {
        let set = lines([figure], try thumbnail(40, 8))
        #expect(set.count == 6)
        #expect(set.prefix(4).allSatisfy { $0.picture?.cells.count == 40 && $0.width == 40 })
        #expect(set.suffix(2).map(\.text) == ["[image: A cat]", "Tom"])
        #expect(set[0].picture?.cells.first == PictureCell(upper: .palette(231), lower: .palette(231)))
        #expect(set[3].picture?.cells.last == PictureCell(upper: .palette(16), lower: .palette(16)))
    }

    @Test func withoutThePictureNothingChanges() throws {
        let plain = lines([.paragraph([.text("Before.")]), figure], nil)
        #expect(plain.map(\.text) == ["Before.", "", "[image: A cat]", "Tom"])
        let decorative = Block.figure(
            alternative: nil, source: PictureTests.address, isMarkedDecorative: true, caption: [])
        #expect(lines([decorative, .paragraph([.text("After.")])], nil).map(\.text) == ["After."])
    }

    @Test func itIsAsWideAndAsHighAsTheRoomAndNeverLarger() throws {
        let tall = lines([figure], try thumbnail(100, 192), rows: 5)
        #expect(tall.count { $0.picture != nil } == 5 && tall[0].picture?.cells.count == 5)
        let small = lines([figure], try thumbnail(100, 50, fullWidth: 100))
        #expect(small[0].picture?.cells.count == 12)
        #expect(lines([figure], try thumbnail(40, 8), width: 10).allSatisfy { $0.picture == nil })
    }

    @Test func itStandsInWithWhatItBelongsTo() throws {
        let list = Block.list(
            .init(marker: .bullet, items: [.init(number: 1, blocks: [figure, .paragraph([.text("x")])])]))
        let set = lines([list], try thumbnail(40, 8))
        #expect(set[0].picture?.indent == 4 && set[0].picture?.cells.count == 36)
        #expect(set.allSatisfy { $0.width <= 40 })
        let quoted = lines([.quote([figure])], try thumbnail(40, 8))
        #expect(quoted[1].text == "│ " && quoted[1].picture?.indent == 2)
    }

    @Test func picturesInAParagraphStandAboveIt() throws {
        let image = Inline.image("A cat", PictureTests.address)
        let set = lines(
            [.paragraph([.text("See "), .link([image], PictureTests.address)])], try thumbnail(40, 8))
        #expect(set.first?.picture != nil)
        #expect(PictureSetting.addresses(in: [.quote([.paragraph([.strong([image])])]), figure]).count == 1)
    }

    @Test func trueColoursAreFewEnoughForATerminalToTellApart() throws {
        var colors: [UInt8] = []
        for place in 0..<96 * 96 {
            colors += [UInt8(place % 96 * 2), UInt8(place / 96 * 2), UInt8(place % 251)]
        }
        let picture = try #require(Thumbnail(width: 96, height: 96, fullWidth: 960, colors: colors))
        let rows = picture.rows(columns: 72, rows: 30, form: .trueColors)
        let used = Set(rows.flatMap { $0.cells.flatMap { [$0.upper, $0.lower] } })
        #expect(used.count > 32 && used.count <= 64)
        #expect(used.allSatisfy { $0.code >> 24 == 2 })
    }

    @Test func aThumbnailIsScaledByAverages() throws {
        let picture = try #require(
            Thumbnail(width: 2, height: 2, fullWidth: 2, colors: [0, 0, 0, 100, 0, 0, 0, 50, 0, 100, 50, 0]))
        #expect(picture.scaled(toWidth: 1, height: 1).colors == [50, 25, 0])
        #expect(picture.scaled(toWidth: 9, height: 9) == picture)
        #expect(Thumbnail(width: 2, height: 2, fullWidth: 2, colors: [0]) == nil)
        #expect(
            Thumbnail(width: 193, height: 1, fullWidth: 193, colors: [UInt8](repeating: 0, count: 579)) == nil
        )
    }
}

extension PictureTests {
    @Test func aTerminalThatDrawsPicturesItselfHasTheWholeOfThem() throws {
        let picture = try thumbnail(96, 64)
        let halves = picture.rows(columns: 40, rows: 30, form: .palette)
        let parts = picture.rows(columns: 40, rows: 30, form: .whole)
        #expect(parts.count == halves.count)
        for (number, part) in parts.enumerated() {
            guard case .part(let whole, let row) = part.content else {
                Issue.record("row \(number) is no part")
                return
            }
            #expect(row == number && whole.columns == 40 && whole.rows == parts.count)
            #expect(whole.width == 96 && whole.colors == picture.colors)
        }
    }
}

extension PictureRow {
    fileprivate var cells: [PictureCell] {
        guard case .cells(let cells) = content else { return [] }
        return cells
    }
}
