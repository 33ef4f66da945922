/// A number of columns and rows.
public struct Size: Sendable, Hashable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// So many columns, so many rows.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A cell's place, from the upper left corner.
public struct Point: Sendable, Hashable {
    /// The column, from 0.
    public var x: Int
    /// The row, from 0.
    public var y: Int

    /// A place by column and row.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
    /// The left column.
    public var x: Int
    /// The top row.
    public var y: Int
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// A rectangle; a negative extent counts as none.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The first row below.
    public var maxY: Int { y + height }
    /// The first column to the right.
    public var maxX: Int { x + width }

    /// Whether a place lies inside.
    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
    }

    /// The rectangle with a margin taken off on each side.
    public func inset(horizontally dx: Int, vertically dy: Int) -> Rect {
        Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }
}
