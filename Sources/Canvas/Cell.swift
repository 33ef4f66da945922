/// One cell of the grid.
public struct Cell: Sendable, Hashable {
    /// The base letter; U+0000 marks the right half of a wide letter.
    public var base: Unicode.Scalar
    /// The first combining mark, or U+0000.
    public var mark1: Unicode.Scalar
    /// The second combining mark, or U+0000.
    public var mark2: Unicode.Scalar
    /// How it looks.
    public var style: Style

    /// An empty cell.
    public init(style: Style = .plain) {
        base = " "
        mark1 = "\0"
        mark2 = "\0"
        self.style = style
    }

    /// A cluster's (left) cell.
    public init(_ cluster: Cluster, style: Style) {
        base = cluster.base
        mark1 = cluster.marks.0
        mark2 = cluster.marks.1
        self.style = style
    }

    /// The mark behind a text that runs right to left (U+200E): it keeps what follows from being turned round with it.
    public static let isolation: Unicode.Scalar = "\u{200E}"

    /// Whether a text that runs right to left ends here.
    public var endsRightToLeft: Bool { mark2 == Cell.isolation }

    /// Whether this is the right half of a wide letter.
    public var isContinuation: Bool { base.value == 0 }
}
