import CNcurses
import Canvas
import Glibc

/// Sends pictures to terminals that draw them (kitty's graphics protocol), each once, and has them forgotten again.
///
/// A picture has a number that no other program's in the same window is likely to have. The letters that it is drawn over
/// have that number for their colour, so that ncurses moves and spares them as it does with any letter.
struct PictureSender {
    private var sent: [(number: UInt32, picture: PlacedPicture)] = []
    private var last: UInt32 = 0

    /// The number of a picture, which is sent if the terminal does not have it yet.
    mutating func number(of picture: PlacedPicture, write: ([UInt8]) -> Void) -> UInt32 {
        if let known = sent.first(where: { $0.picture == picture }) { return known.number }
        if sent.count >= Limits.pictures { forget(sent.removeFirst().number, write: write) }
        last = last % 255 + 1
        let number = (UInt32(truncatingIfNeeded: getpid()) & 0x7FFF) << 8 | last
        PictureSender.sequences(for: picture, number: number).forEach(write)
        sent.append((number, picture))
        return number
    }

    /// Has all pictures forgotten.
    mutating func forgetAll(write: ([UInt8]) -> Void) {
        for (number, _) in sent { forget(number, write: write) }
        sent = []
    }

    private func forget(_ number: UInt32, write: ([UInt8]) -> Void) {
        write(Array("\u{1B}_Ga=d,d=I,i=\(number),q=2\u{1B}\\".utf8))
    }

    /// A picture in pieces that terminals take, placed over cells that are named by letters.
    static func sequences(for picture: PlacedPicture, number: UInt32) -> [[UInt8]] {
        let bytes = Base64.encoded(picture.colors)
        return stride(from: 0, to: bytes.count, by: Limits.picturePiece).map { start in
            let end = min(bytes.count, start + Limits.picturePiece)
            let goesOn = end < bytes.count ? 1 : 0
            let head =
                start > 0
                ? "m=\(goesOn)"
                : """
                a=T,U=1,q=2,f=24,s=\(picture.width),v=\(picture.height),c=\(picture.columns),r=\(picture.rows),\
                i=\(number),m=\(goesOn)
                """
            return Array("\u{1B}_G\(head);".utf8) + bytes[start..<end] + Array("\u{1B}\\".utf8)
        }
    }
}
