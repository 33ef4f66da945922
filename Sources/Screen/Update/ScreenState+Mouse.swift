import Canvas
import News

extension ScreenState {
    /// Clicks select, double clicks open, borders follow the mouse, the wheel scrolls what is under it and never marks anything.
    mutating func handle(_ mouse: Mouse) -> [ScreenEffect] {
        if let border = draggedBorder {
            switch mouse.action {
            case .drag:
                drag(border, to: mouse.at)
                return []
            case .release, .press, .doubleClick: draggedBorder = nil
            case .wheelUp, .wheelDown: break
            }
        }
        if hasOverlay {
            switch mouse.action {
            case .wheelUp: return performInOverlay(.moveUp, count: 3)
            case .wheelDown: return performInOverlay(.moveDown, count: 3)
            default: return []
            }
        }
        guard linkHints == nil, let pane = layout.pane(at: mouse.at),
            let frame = layout.frame(of: pane)
        else {
            return []
        }
        switch mouse.action {
        case .wheelUp: return scroll(pane, by: -3)
        case .wheelDown: return scroll(pane, by: 3)
        case .press, .doubleClick:
            notice = nil
            draggedBorder = layout.border(at: mouse.at)
            var effects = pane == focus ? [] : focus(on: pane)
            if draggedBorder != nil { return effects }
            let row = mouse.at.y - frame.y - 1
            guard row >= 0, row < height(of: pane), let chosen = select(row: row, in: pane) else {
                return effects
            }
            effects += chosen
            return mouse.action == .doubleClick ? effects + catchUp() + openSelection() : effects
        case .release, .drag: return []
        }
    }

    private mutating func scroll(_ pane: Pane, by lines: Int) -> [ScreenEffect] {
        switch pane {
        case .reader: return scrollReader(by: lines)
        case .related:
            related.move(by: lines.signum())
            return []
        case .sources:
            sources.move(by: lines.signum())
            return []
        case .list:
            let focused = focus
            focus = .list
            defer { focus = focused }
            return move(by: lines.signum())
        }
    }

    /// Selects what stands on a row of a pane; nothing where nothing stands.
    private mutating func select(row: Int, in pane: Pane) -> [ScreenEffect]? {
        switch pane {
        case .list:
            let index = list.top + row / rowHeight
            guard index < list.rows.count else { return nil }
            list.select(index)
            return follow()
        case .sources:
            guard sources.top + row < sources.rows.count else { return nil }
            sources.select(sources.top + row)
        case .related:
            let lines = related.lines
            guard lines.indices.contains(related.top + row), let entry = lines[related.top + row].entry else {
                return nil
            }
            related.select(entry)
        case .reader: break
        }
        return []
    }
}
