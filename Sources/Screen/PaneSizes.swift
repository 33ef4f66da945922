import Canvas

/// How much larger or smaller the person wants panes than they come; kept for the session.
///
/// Every pane keeps enough to be read, whatever is wished and however narrow the screen becomes.
struct PaneSizes: Sendable, Equatable {
    /// Columns more than a pane comes with.
    private var sources = 0
    private var list = 0
    private var related = 0
    /// Rows more for the list where it stands over the reader.
    private(set) var rows = 0

    /// Columns for one step.
    private static let step = 2

    /// The columns of a shape, from left to right; the reader has what the others leave.
    func widths(in shape: Layout.Shape, of width: Int) -> [(pane: Pane, width: Int)] {
        // From here panes give way to the reader, the last first.
        var columns: [(pane: Pane, width: Int)] = [Pane.list, .sources, .related].compactMap { pane in
            PaneSizes.usual(pane, shape, of: width).map {
                (pane, max(PaneSizes.least(pane), $0 + self[pane]))
            }
        }
        var left = width - PaneSizes.least(.reader) - columns.reduce(0) { $0 + $1.width }
        for index in columns.indices.reversed() where left < 0 {
            let less = min(-left, columns[index].width - PaneSizes.least(columns[index].pane))
            columns[index].width -= less
            left += less
        }
        columns.append((.reader, PaneSizes.least(.reader) + left))
        return columns.sorted { $0.pane.rawValue < $1.pane.rawValue }
    }

    /// The width of a pane that is opened over the others.
    func drawerWidth(_ pane: Pane, of width: Int) -> Int {
        max(min(width - 10, 20), min(width - 10, 40 + self[pane]))
    }

    /// Gives a pane more or less room, as far as there is any.
    mutating func resize(_ pane: Pane, by steps: Int, in layout: Layout, of size: Size) {
        let steps = max(-200, min(200, steps))
        if layout.shape == .stacked, pane == .list || pane == .reader {
            setListHeight(
                (layout.frame(of: .list)?.height ?? 0) + (pane == .list ? steps : -steps), size: size)
        } else if pane == .reader {
            // What the reader gets comes from the list first.
            let before = width(of: .list, layout)
            setWidth(of: .list, to: before - steps * PaneSizes.step, layout, size)
            let gained = before - width(of: .list, in: layout.shape, size)
            let wanted = steps * PaneSizes.step - gained
            if wanted != 0 { setWidth(of: .related, to: width(of: .related, layout) - wanted, layout, size) }
        } else {
            setWidth(of: pane, to: width(of: pane, layout) + steps * PaneSizes.step, layout, size)
        }
    }

    /// Gives a pane a width, as near as can be.
    mutating func setWidth(of pane: Pane, to width: Int, _ layout: Layout, _ size: Size) {
        guard let usual = PaneSizes.usual(pane, layout.shape, of: size.width) else {
            self[pane] = max(-20, min(width, size.width - 10) - 40)
            return
        }
        let others = layout.panes.reduce(0) { sum, shown in
            shown.pane == pane || shown.pane == .reader ? sum : sum + shown.frame.width
        }
        let most = size.width - others - PaneSizes.least(.reader)
        self[pane] = max(PaneSizes.least(pane), min(width, most)) - usual
    }

    /// Gives the list over the reader a height, as near as can be.
    mutating func setListHeight(_ height: Int, size: Size) {
        let body = size.height - 2
        rows = max(5, min(height, body - 5)) - body * 2 / 5
    }

    private func width(of pane: Pane, _ layout: Layout) -> Int { layout.frame(of: pane)?.width ?? 0 }

    private func width(of pane: Pane, in shape: Layout.Shape, _ size: Size) -> Int {
        widths(in: shape, of: size.width).first { $0.pane == pane }?.width ?? 0
    }

    private subscript(pane: Pane) -> Int {
        get {
            switch pane {
            case .sources: sources
            case .list: list
            case .related: related
            case .reader: 0
            }
        }
        set {
            switch pane {
            case .sources: sources = newValue
            case .list: list = newValue
            case .related: related = newValue
            case .reader: break
            }
        }
    }

    /// The narrowest that a pane becomes.
    private static func least(_ pane: Pane) -> Int {
        switch pane {
        case .sources: 16
        case .list: 26
        case .reader: 32
        case .related: 20
        }
    }

    /// The columns that a pane beside the reader comes with.
    private static func usual(_ pane: Pane, _ shape: Layout.Shape, of width: Int) -> Int? {
        switch (shape, pane) {
        case (.threeColumns, .list): 37 + surplus(of: width, beside: 37 + 32)
        case (.threeColumns, .related): 32
        case (.fourColumns, .sources): 28
        case (.fourColumns, .list): 44 + surplus(of: width, beside: 28 + 44 + 38)
        case (.fourColumns, .related): 38
        default: nil
        }
    }

    /// What a text cannot use of a wide screen: headlines can.
    private static func surplus(of width: Int, beside others: Int) -> Int {
        let margins = 6
        return max(0, min(40, width - others - ScreenSettings.widestText - margins))
    }
}

extension Layout {
    /// Whether a pane can have more or less room.
    func isAdjustable(_ pane: Pane) -> Bool { panes.count > 1 && shows(pane) }

    /// Whether the last pane stands over the others.
    private var hasDrawer: Bool { panes.count > (shape == .stacked ? 2 : shape == .threeColumns ? 3 : 4) }

    /// The border between two panes at a cell: what follows the mouse when it is dragged.
    func border(at point: Point) -> Border? {
        guard panes.count > 1 else { return nil }
        // A pane over the others has its own border.
        if let top = panes.last, hasDrawer, top.frame.contains(point) {
            let isInner = point.x == (top.pane == .sources ? top.frame.maxX - 1 : top.frame.x)
            return isInner ? .side(of: top.pane) : nil
        }
        if shape == .stacked {
            guard let list = frame(of: .list) else { return nil }
            return point.y == list.maxY - 1 || point.y == list.maxY ? .foot : nil
        }
        for (left, right) in zip(panes, panes.dropFirst()) where left.frame.maxX == right.frame.x {
            guard point.y >= left.frame.y, point.y < left.frame.maxY else { continue }
            if point.x == left.frame.maxX - 1 || point.x == right.frame.x {
                return .side(of: left.pane == .reader ? right.pane : left.pane)
            }
        }
        return nil
    }

    /// A border that can be dragged.
    enum Border: Sendable, Equatable {
        /// The one beside a pane, towards the reader.
        case side(of: Pane)
        /// The one under the list.
        case foot
    }
}

extension ScreenState {
    /// Gives the focused pane more or less room.
    mutating func resizePane(by steps: Int) -> [ScreenEffect] {
        sizes.resize(focus, by: steps, in: layout, of: size)
        return []
    }

    /// A border follows the mouse.
    mutating func drag(_ border: Layout.Border, to point: Point) {
        let layout = layout
        switch border {
        case .foot: sizes.setListHeight(point.y, size: size)
        case .side(let pane):
            guard let frame = layout.frame(of: pane) else { return }
            let width = pane == .related ? frame.maxX - point.x : point.x - frame.x + 1
            sizes.setWidth(of: pane, to: width, layout, size)
        }
    }
}
