import Canvas
import News

/// One row of a set picture.
public struct PictureRow: Sendable, Hashable {
    /// Cells to its left.
    public internal(set) var indent = 0
    /// Its cells.
    public let cells: [PictureCell]
}

/// A cell of a picture: its upper half in one colour, its lower half in another.
///
/// Two pixels a cell are square, need no sign that fonts draw differently, and no library to choose it.
public struct PictureCell: Sendable, Hashable {
    /// The sign whose ink is the upper half.
    public static let sign: Unicode.Scalar = "▀"

    /// The upper half.
    public let upper: Color
    /// The lower half.
    public let lower: Color
}

extension Thumbnail {
    /// Pixels of the full picture that a cell stands for at least: a small picture stays small.
    private static let pixelsPerCell = 8

    /// The picture as rows of cells, within so many columns and rows.
    func rows(columns: Int, rows: Int, hasTrueColors: Bool) -> [PictureRow] {
        let natural = max(1, fullWidth / Thumbnail.pixelsPerCell)
        let size = Thumbnail.fitting(width: width, height: height, into: (min(columns, natural), rows * 2))
        let height = min(self.height, (size.height + 1) / 2 * 2)
        let picture = scaled(toWidth: size.width, height: height)
        let pixels = stride(from: 0, to: picture.colors.count, by: 3).map { place in
            RGB(
                red: Int(picture.colors[place]), green: Int(picture.colors[place + 1]),
                blue: Int(picture.colors[place + 2]))
        }
        let palette = hasTrueColors ? ColorChoice.chosen(from: pixels) : ColorChoice.standard
        let colors = palette.dithered(pixels, width: picture.width)
        return stride(from: 0, to: picture.height, by: 2).map { y in
            let upper = colors[y * picture.width..<(y + 1) * picture.width]
            let lower = colors[(y + 1) * picture.width..<min(colors.count, (y + 2) * picture.width)]
            return PictureRow(
                cells: upper.enumerated().map { column, color in
                    let below = lower.startIndex + column
                    return PictureCell(upper: color, lower: below < lower.endIndex ? lower[below] : .default)
                })
        }
    }
}
