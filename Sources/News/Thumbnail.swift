/// A picture of an article, made small: a grid of colours and nothing else, so that it is safe to show.
public struct Thumbnail: Sendable, Hashable {
    /// The longest side that one may have: more than a column of text can show.
    public static let longestSide = 192

    /// Columns of pixels.
    public let width: Int
    /// Rows of pixels.
    public let height: Int
    /// Columns of the picture that it was made of.
    public let fullWidth: Int
    /// Red, green and blue, pixel after pixel from the upper left corner.
    public let colors: [UInt8]

    /// A thumbnail by its colours; nothing where their number is wrong or a side is too long.
    public init?(width: Int, height: Int, fullWidth: Int, colors: [UInt8]) {
        let sides = 1...Thumbnail.longestSide
        guard sides.contains(width), sides.contains(height), colors.count == width * height * 3 else {
            return nil
        }
        self.width = width
        self.height = height
        self.fullWidth = max(width, fullWidth)
        self.colors = colors
    }

    /// The size that fits into another with the same proportions, never larger and never nothing.
    public static func fitting(
        width: Int, height: Int, into room: (width: Int, height: Int)
    ) -> (
        width: Int, height: Int
    ) {
        guard width > room.width || height > room.height else { return (width, height) }
        if width * room.height > height * room.width {
            return (room.width, max(1, (height * room.width + width / 2) / width))
        }
        return (max(1, (width * room.height + height / 2) / height), room.height)
    }

    /// The same picture with fewer pixels: each is the average of those it stands for.
    public func scaled(toWidth newWidth: Int, height newHeight: Int) -> Thumbnail {
        let newWidth = max(1, min(newWidth, width))
        let newHeight = max(1, min(newHeight, height))
        if newWidth == width, newHeight == height { return self }
        let colors = colors.withUnsafeBytes { bytes in
            Thumbnail.averages(
                of: bytes, width: width, height: height, channels: 3, stride: width * 3,
                toWidth: newWidth, height: newHeight)
        }
        return Thumbnail(width: newWidth, height: newHeight, fullWidth: fullWidth, colors: colors) ?? self
    }

    /// Averages over the pixels under each pixel of a smaller grid; what shines through stands on white, as on pages.
    ///
    /// The caller answers for the bytes: `height` rows of `stride`, with `channels` (3 or 4) bytes a pixel.
    public static func averages(
        of bytes: UnsafeRawBufferPointer, width: Int, height: Int, channels: Int, stride: Int,
        toWidth newWidth: Int, height newHeight: Int
    ) -> [UInt8] {
        var colors: [UInt8] = []
        colors.reserveCapacity(newWidth * newHeight * 3)
        for y in 0..<newHeight {
            let rows = y * height / newHeight..<max(y * height / newHeight + 1, (y + 1) * height / newHeight)
            for x in 0..<newWidth {
                let columns = x * width / newWidth..<max(x * width / newWidth + 1, (x + 1) * width / newWidth)
                var sums = (red: 0, green: 0, blue: 0)
                for row in rows {
                    for column in columns {
                        let place = row * stride + column * channels
                        let alpha = channels == 4 ? Int(bytes[place + 3]) : 255
                        let ground = 255 * (255 - alpha)
                        sums.red += Int(bytes[place]) * alpha + ground
                        sums.green += Int(bytes[place + 1]) * alpha + ground
                        sums.blue += Int(bytes[place + 2]) * alpha + ground
                    }
                }
                let weight = rows.count * columns.count * 255
                colors.append(UInt8(sums.red / weight))
                colors.append(UInt8(sums.green / weight))
                colors.append(UInt8(sums.blue / weight))
            }
        }
        return colors
    }
}
