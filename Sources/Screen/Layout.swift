import Canvas

/// Which panes stand where, decided by the screen's size and by what was opened.
struct Layout: Equatable {
    /// The smallest screen that can be used.
    static let smallest = Size(width: 40, height: 10)

    /// How the width is shared.
    enum Shape: Equatable {
        case tooSmall
        case single
        case stacked
        case threeColumns
        case fourColumns
    }

    let shape: Shape
    /// The panes that show, the topmost last.
    private(set) var panes: [(pane: Pane, frame: Rect)] = []

    static func == (left: Layout, right: Layout) -> Bool {
        left.shape == right.shape && left.panes.elementsEqual(right.panes) { $0 == $1 }
    }

    /// The panes of a screen.
    ///
    /// - Parameters:
    ///   - size: The screen's.
    ///   - focus: The pane that has the keys; the one that shows where there is room for one.
    ///   - drawer: A pane that was opened over the others, where it has no column of its own.
    ///   - isReadingAlone: Nothing but the reader.
    ///   - sizes: How much larger or smaller the person wants panes.
    init(
        size: Size, focus: Pane, drawer: Pane?, isReadingAlone: Bool, sizes: PaneSizes = PaneSizes()
    ) {
        let body = Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
        shape = Layout.shape(for: size)
        if isReadingAlone, shape != .tooSmall {
            panes = [(.reader, body)]
            return
        }
        switch shape {
        case .tooSmall: break
        case .single: panes = [(focus, body)]
        case .stacked:
            let listHeight = max(5, min(body.height * 2 / 5 + sizes.rows, body.height - 5))
            panes = [
                (.list, Rect(x: 0, y: 1, width: size.width, height: listHeight)),
                (.reader, Rect(x: 0, y: 1 + listHeight, width: size.width, height: body.height - listHeight)),
            ]
        case .threeColumns, .fourColumns: addColumns(sizes.widths(in: shape, of: body.width), in: body)
        }
        if let drawer, !shows(drawer) {
            addDrawer(drawer, width: sizes.drawerWidth(drawer, of: body.width), in: body)
        }
    }

    private static func shape(for size: Size) -> Shape {
        guard size.width >= smallest.width, size.height >= smallest.height else { return .tooSmall }
        switch size.width {
        case ..<80: return .single
        case ..<110: return .stacked
        case ..<160: return .threeColumns
        default: return .fourColumns
        }
    }

    /// Whether a pane is on the screen.
    func shows(_ pane: Pane) -> Bool { frame(of: pane) != nil }

    /// Where a pane is, if it shows.
    func frame(of pane: Pane) -> Rect? { panes.last { $0.pane == pane }?.frame }

    /// The pane under a cell, the topmost first.
    func pane(at point: Point) -> Pane? { panes.last { $0.frame.contains(point) }?.pane }

    private mutating func addColumns(_ columns: [(pane: Pane, width: Int)], in body: Rect) {
        var x = body.x
        for column in columns {
            panes.append((column.pane, Rect(x: x, y: body.y, width: column.width, height: body.height)))
            x += column.width
        }
    }

    private mutating func addDrawer(_ pane: Pane, width: Int, in body: Rect) {
        let x = pane == .sources ? body.x : body.maxX - width
        panes.append((pane, Rect(x: x, y: body.y, width: width, height: body.height)))
    }
}
