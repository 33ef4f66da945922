/// The lines that make a pane's frame.
public struct Frame: Sendable, Hashable {
    /// Corners clockwise from the upper left, then horizontal, then vertical.
    public let corners: [String]
    /// The horizontal line.
    public let horizontal: String
    /// The vertical line.
    public let vertical: String

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
        let line = String(repeating: frame.horizontal, count: rect.width - 2)
        draw(frame.corners[0] + line + frame.corners[1], x: rect.x, y: rect.y, style: style)
        draw(frame.corners[3] + line + frame.corners[2], x: rect.x, y: rect.maxY - 1, style: style)
        for y in rect.y + 1..<rect.maxY - 1 {
            draw(frame.vertical, x: rect.x, y: y, style: style)
            draw(frame.vertical, x: rect.maxX - 1, y: y, style: style)
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
