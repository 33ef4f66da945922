import CPixbuf
import Glibc
import News

/// The other process: reads one picture from standard input, writes its thumbnail, and ends.
///
/// Nothing that a decoder does with a stranger's bytes reaches the reader: the process is bounded before it reads, it is
/// thrown away with whatever happened to it, and its answer is a header and colours.
public enum PictureService {
    /// How it ends.
    enum Status {
        static let done: Int32 = 0
        static let unreadable: Int32 = 65
        static let missing: Int32 = 69
        static let broken: Int32 = 70
    }

    /// Serves one picture.
    ///
    /// - Returns: The exit status.
    public static func run() -> Int32 {
        guard cp_limit(Limits.memory, Limits.processorSeconds) == 0 else { return Status.broken }
        guard let bytes = input(), let header = PictureHeader(bytes), header.isWithinBounds else {
            return Status.unreadable
        }
        guard cp_open() == CP_OK else { return Status.missing }
        let one = header.format == .gif ? FirstFrame.of(gif: bytes) : bytes
        guard let thumbnail = decoded(one, header.format) else { return Status.unreadable }
        return write(ThumbnailFile.bytes(of: thumbnail)) ? Status.done : Status.broken
    }

    private static func decoded(_ bytes: [UInt8], _ format: PictureHeader.Format) -> Thumbnail? {
        var picture = cp_picture()
        let result = cp_decode(
            format.rawValue, bytes, bytes.count, Int64(Limits.pixels), Int32(Limits.enoughPixels), &picture)
        guard result == CP_OK else { return nil }
        defer { cp_free(&picture) }
        let (width, height) = (Int(picture.width), Int(picture.height))
        let channels = Int(picture.channels)
        guard width > 0, height > 0, channels == 3 || channels == 4, let pixels = picture.pixels else {
            return nil
        }
        let side = Thumbnail.longestSide
        let size = Thumbnail.fitting(width: width, height: height, into: (side, side))
        // The last row may end before its stride does.
        let count = (height - 1) * Int(picture.stride) + width * channels
        let colors = Thumbnail.averages(
            of: UnsafeRawBufferPointer(start: pixels, count: count), width: width, height: height,
            channels: channels, stride: Int(picture.stride), toWidth: size.width, height: size.height)
        return Thumbnail(
            width: size.width, height: size.height, fullWidth: Int(picture.full_width), colors: colors)
    }

    private static func input() -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= Limits.fileBytes {
            let count = read(0, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += piece.prefix(count)
        }
        return nil
    }

    private static func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
