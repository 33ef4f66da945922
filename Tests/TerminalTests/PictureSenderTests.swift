import Canvas
import Testing

@testable import Terminal

@Suite struct PictureSenderTests {
    private func picture(_ shade: UInt8, width: Int = 64, height: Int = 64) throws -> PlacedPicture {
        try #require(
            PlacedPicture(
                width: width, height: height, colors: [UInt8](repeating: shade, count: width * height * 3),
                columns: 8, rows: 4))
    }

    @Test func aPictureGoesOutInPiecesThatTheProtocolAllows() throws {
        let pieces = PictureSender.sequences(for: try picture(7), number: 515).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(pieces.count == 4)
        #expect(pieces.allSatisfy { $0.utf8.count <= 4096 + 80 && $0.hasSuffix("\u{1B}\\") })
        #expect(pieces[0].hasPrefix("\u{1B}_Ga=T,U=1,q=2,f=24,s=64,v=64,c=8,r=4,i=515,m=1;"))
        #expect(pieces[1].hasPrefix("\u{1B}_Gm=1;") && pieces[3].hasPrefix("\u{1B}_Gm=0;"))
    }

    @Test func eachPictureIsSentOnceAndTheOldestIsForgotten() throws {
        var sender = PictureSender()
        var sent: [String] = []
        let write: ([UInt8]) -> Void = { sent.append(String(decoding: $0, as: UTF8.self)) }
        let small = try (0...UInt8(Limits.pictures)).map { try picture($0, width: 1, height: 1) }
        let numbers = small.map { sender.number(of: $0, write: write) }
        #expect(Set(numbers).count == small.count && numbers.allSatisfy { $0 > 0 && $0 <= 0xFF_FFFF })
        #expect(sent.count { $0.contains("a=T") } == small.count)
        #expect(sent.filter { $0.contains("a=d") } == ["\u{1B}_Ga=d,d=I,i=\(numbers[0]),q=2\u{1B}\\"])
        #expect(sender.number(of: small[1], write: write) == numbers[1])
        #expect(sent.count == small.count + 1)
        sender.forgetAll(write: write)
        #expect(sent.count { $0.contains("a=d") } == small.count)
    }
}
