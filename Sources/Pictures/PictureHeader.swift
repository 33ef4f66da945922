/// What a picture's first bytes say of it: enough to refuse it before any decoder sees it.
public struct PictureHeader: Sendable, Hashable {
    /// The formats that are shown, each by its media type; drawings (SVG), which can name other files, are not.
    public enum Format: String, Sendable, CaseIterable {
        /// PNG.
        case png = "image/png"
        /// JPEG.
        case jpeg = "image/jpeg"
        /// GIF.
        case gif = "image/gif"
        /// WebP.
        case webp = "image/webp"
    }

    /// The format, by the signature and not by what a server says.
    public let format: Format
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int

    /// Reads the beginning of a file; nothing where it is none of the formats, or says no size.
    public init?(_ bytes: [UInt8]) {
        let reader = Reader(bytes: bytes)
        guard let format = reader.format, let size = reader.size(of: format), size.width > 0, size.height > 0
        else { return nil }
        self.format = format
        width = size.width
        height = size.height
    }

    /// Whether it may be decoded.
    public var isWithinBounds: Bool {
        width <= Limits.side && height <= Limits.side && width * height <= Limits.pixels
    }

    /// Whether there is something to see.
    public var isWorthShowing: Bool { min(width, height) >= Limits.shortestSide }
}

/// Numbers at places of a file; what lies past its end is nothing.
private struct Reader {
    let bytes: [UInt8]

    func begins(_ text: String, at place: Int = 0) -> Bool {
        bytes.count >= place + text.utf8.count && bytes[place...].starts(with: text.utf8)
    }

    func big(_ place: Int, _ count: Int) -> Int? {
        guard bytes.count >= place + count else { return nil }
        return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ place: Int, _ count: Int) -> Int? {
        guard bytes.count >= place + count else { return nil }
        return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    var format: PictureHeader.Format? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), begins("IHDR", at: 12) {
            return .png
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins("GIF87a") || begins("GIF89a") { return .gif }
        return begins("RIFF") && begins("WEBP", at: 8) ? .webp : nil
    }

    func size(of format: PictureHeader.Format) -> (width: Int, height: Int)? {
        switch format {
        case .png: pair(big(16, 4), big(20, 4))
        case .gif: pair(little(6, 2), little(8, 2))
        case .jpeg: jpegSize
        case .webp: webpSize
        }
    }

    private func pair(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
        guard let width, let height else { return nil }
        return (width, height)
    }

    /// The first frame header (SOF) behind the segments before it.
    private var jpegSize: (width: Int, height: Int)? {
        var place = 2
        while let marker = big(place, 2) {
            let kind = marker & 0xFF
            guard marker >> 8 == 0xFF else { return nil }
            if kind == 0xFF {
                place += 1
            } else if kind == 0x01 || (0xD0...0xD8).contains(kind) {
                place += 2
            } else if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                return pair(big(place + 7, 2), big(place + 5, 2))
            } else {
                guard let length = big(place + 2, 2), length >= 2, kind != 0xDA, kind != 0xD9 else {
                    return nil
                }
                place += 2 + length
            }
        }
        return nil
    }

    private var webpSize: (width: Int, height: Int)? {
        if begins("VP8 ", at: 12) {
            guard bytes.count > 30, bytes[23...25].elementsEqual([0x9D, 0x01, 0x2A]) else { return nil }
            return pair(little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
        }
        if begins("VP8L", at: 12) {
            guard bytes.count > 25, bytes[20] == 0x2F, let bits = little(21, 4) else { return nil }
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        guard begins("VP8X", at: 12) else { return nil }
        return pair(little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
    }
}
