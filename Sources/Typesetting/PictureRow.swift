import Canvas
import News

/// One row of a set picture.
public struct PictureRow: Sendable, Hashable {
    /// Cells to its left.
    public internal(set) var indent = 0
    /// What stands in it.
    public let content: Content

    /// What a row is made of.
    public enum Content: Sendable, Hashable {
        /// Half cells.
        case cells([PictureCell])
        /// A row of a picture that the terminal draws.
        case part(PlacedPicture, row: Int)
    }

    /// The cells it takes.
    var width: Int {
        switch content {
        case .cells(let cells): cells.count
        case .part(let picture, _): picture.columns
        }
    }
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
    func rows(columns: Int, rows: Int, form: PictureForm) -> [PictureRow] {
        let natural = max(1, fullWidth / Thumbnail.pixelsPerCell)
        let size = Thumbnail.fitting(width: width, height: height, into: (min(columns, natural), rows * 2))
        if form == .whole {
            return placed(columns: size.width, rows: (size.height + 1) / 2)
        }
        let height = min(self.height, (size.height + 1) / 2 * 2)
        let picture = scaled(toWidth: size.width, height: height)
        let pixels = stride(from: 0, to: picture.colors.count, by: 3).map { place in
            RGB(
                red: Int(picture.colors[place]), green: Int(picture.colors[place + 1]),
                blue: Int(picture.colors[place + 2]))
        }
        let palette = form == .trueColors ? ColorChoice.chosen(from: pixels) : ColorChoice.standard
        let colors = palette.dithered(pixels, width: picture.width)
        return stride(from: 0, to: picture.height, by: 2).map { y in
            let upper = colors[y * picture.width..<(y + 1) * picture.width]
            let lower = colors[(y + 1) * picture.width..<min(colors.count, (y + 2) * picture.width)]
            let cells = upper.enumerated().map { column, color in
                let below = lower.startIndex + column
                return PictureCell(upper: color, lower: below < lower.endIndex ? lower[below] : .default)
            }
            return PictureRow(content: .cells(cells))
        }
    }

    /// The picture as rows that the terminal draws.
    private func placed(columns: Int, rows: Int) -> [PictureRow] {
        let picture = PlacedPicture(
            width: width, height: height, colors: colors, columns: columns, rows: rows)
        guard let picture else { return [] }
        return (0..<rows).map { PictureRow(content: .part(picture, row: $0)) }
    }
}
