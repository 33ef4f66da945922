/// A picture that the terminal itself draws, over cells that each stand for a part of it.
public struct PlacedPicture: Sendable, Hashable {
    /// Columns of pixels.
    public let width: Int
    /// Rows of pixels.
    public let height: Int
    /// Red, green and blue, pixel after pixel from the upper left corner.
    public let colors: [UInt8]
    /// Columns of cells that it covers.
    public let columns: Int
    /// Rows of cells that it covers.
    public let rows: Int

    /// A picture over cells; nothing where the number of its colours is wrong, or it covers more than can be named.
    public init?(width: Int, height: Int, colors: [UInt8], columns: Int, rows: Int) {
        let sides = 1...PlacedPicture.signs.count
        guard width > 0, height > 0, colors.count == width * height * 3, sides.contains(columns),
            sides.contains(rows)
        else { return nil }
        self.width = width
        self.height = height
        self.colors = colors
        self.columns = columns
        self.rows = rows
    }

    /// The letter of kitty's graphics protocol that a part of a picture is drawn over.
    public static let placeholder: Unicode.Scalar = "\u{10EEEE}"

    /// The marks that name a row, and behind it a column, by the order that the protocol gives them (from 0 on).
    ///
    /// sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders; the first 96 are more than a column of text has.
    static let signs: [Unicode.Scalar] = [
        0x0305, 0x030D, 0x030E, 0x0310, 0x0312, 0x033D, 0x033E, 0x033F, 0x0346, 0x034A, 0x034B, 0x034C,
        0x0350, 0x0351, 0x0352, 0x0357, 0x035B, 0x0363, 0x0364, 0x0365, 0x0366, 0x0367, 0x0368, 0x0369,
        0x036A, 0x036B, 0x036C, 0x036D, 0x036E, 0x036F, 0x0483, 0x0484, 0x0485, 0x0486, 0x0487, 0x0592,
        0x0593, 0x0594, 0x0595, 0x0597, 0x0598, 0x0599, 0x059C, 0x059D, 0x059E, 0x059F, 0x05A0, 0x05A1,
        0x05A8, 0x05A9, 0x05AB, 0x05AC, 0x05AF, 0x05C4, 0x0610, 0x0611, 0x0612, 0x0613, 0x0614, 0x0615,
        0x0616, 0x0617, 0x0657, 0x0658, 0x0659, 0x065A, 0x065B, 0x065D, 0x065E, 0x06D6, 0x06D7, 0x06D8,
        0x06D9, 0x06DA, 0x06DB, 0x06DC, 0x06DF, 0x06E0, 0x06E1, 0x06E2, 0x06E4, 0x06E7, 0x06E8, 0x06EB,
        0x06EC, 0x0730, 0x0732, 0x0733, 0x0735, 0x0736, 0x073A, 0x073D, 0x073F, 0x0740, 0x0741, 0x0743,
    ].compactMap { (value: UInt32) in Unicode.Scalar(value) }
}

extension Canvas {
    /// Draws one row of a picture, cut at a width and at the canvas's edge; nothing where there are too many pictures.
    public mutating func draw(
        row: Int, of picture: PlacedPicture, x: Int, y: Int, width: Int, background: Color
    ) {
        guard (0..<picture.rows).contains(row), let number = number(of: picture) else { return }
        for column in 0..<max(0, min(picture.columns, width)) {
            var part = Cluster(base: PlacedPicture.placeholder, width: 1)
            part.marks = (PlacedPicture.signs[row], PlacedPicture.signs[column])
            let style = Style(foreground: .picture(number), background: background)
            draw(part, x: x + column, y: y, style: style)
        }
    }
}
