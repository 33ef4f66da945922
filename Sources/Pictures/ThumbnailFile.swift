import News

/// A thumbnail as bytes: between the two processes, and in the cache.
enum ThumbnailFile {
    private static let signature: [UInt8] = Array("TidPic1\n".utf8)

    /// Signature, width, height and full width, colours.
    static func bytes(of thumbnail: Thumbnail) -> [UInt8] {
        let numbers = [thumbnail.width, thumbnail.height, thumbnail.fullWidth].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return signature + numbers + thumbnail.colors
    }

    /// The thumbnail; nothing where the bytes are not exactly one.
    static func thumbnail(in bytes: [UInt8]) -> Thumbnail? {
        guard bytes.count > 20, bytes.starts(with: signature) else { return nil }
        let numbers = (0..<3).map { number in
            (0..<4).reduce(0) { $0 | Int(bytes[8 + number * 4 + $1]) << (8 * $1) }
        }
        return Thumbnail(
            width: numbers[0], height: numbers[1], fullWidth: numbers[2], colors: Array(bytes[20...]))
    }
}
