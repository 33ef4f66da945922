/// The lines that make a pane's frame.
public struct Frame: Sendable, Hashable {
    /// Corners clockwise from the upper left, then horizontal, then vertical.
    public let corners: [Unicode.Scalar]
    /// The horizontal line.
    public let horizontal: Unicode.Scalar
    /// The vertical line.
    public let vertical: Unicode.Scalar

    /// Thin lines.
    public static let thin = Frame(corners: ["┌", "┐", "┘", "└"], horizontal: "─", vertical: "│")
    /// Heavy lines, for the pane that has the focus.
    public static let heavy = Frame(corners: ["┏", "┓", "┛", "┗"], horizontal: "━", vertical: "┃")
    /// ASCII, for terminals that are not UTF-8.
    public static let ascii = Frame(corners: ["+", "+", "+", "+"], horizontal: "-", vertical: "|")
    /// ASCII for the pane that has the focus.
    public static let asciiHeavy = Frame(corners: ["#", "#", "#", "#"], horizontal: "=", vertical: "#")
}

extension Canvas {
    /// Draws a frame along a rectangle's edge, with a title in the top line and a note at the right of the bottom line,
    /// in a style of their own if there is one.
    public mutating func draw(
        _ frame: Frame, along rect: Rect, style: Style, title: String = "",
        note: String = "", titleStyle: Style? = nil
    ) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let (left, right, top, bottom) = (rect.x, rect.maxX - 1, rect.y, rect.maxY - 1)
        for x in left + 1..<right {
            draw(sign: frame.horizontal, x: x, y: top, style: style)
            draw(sign: frame.horizontal, x: x, y: bottom, style: style)
        }
        for y in top + 1..<bottom {
            draw(sign: frame.vertical, x: left, y: y, style: style)
            draw(sign: frame.vertical, x: right, y: y, style: style)
        }
        for (corner, place) in zip(
            frame.corners, [(left, top), (right, top), (right, bottom), (left, bottom)])
        {
            draw(sign: corner, x: place.0, y: place.1, style: style)
        }
        if !title.isEmpty, rect.width > 6 {
            let label = " " + DisplayWidth.truncated(title, to: rect.width - 6) + " "
            draw(label, x: rect.x + 2, y: rect.y, style: titleStyle ?? style)
        }
        let width = DisplayWidth.of(note) + 2
        if !note.isEmpty, rect.width > width + 3 {
            draw(" " + note + " ", x: rect.maxX - width - 2, y: rect.maxY - 1, style: titleStyle ?? style)
        }
    }
}
