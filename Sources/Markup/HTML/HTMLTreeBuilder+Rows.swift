// The inside of tables (§13.2.6.4.13–15).
extension HTMLTreeBuilder {
    /// The "in table body" mode (§13.2.6.4.13).
    mutating func inTableBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .startTag:
            switch token.tag {
            case .tr:
                clearStack(to: .body)
                insertElement(token)
                mode = .inRow
                return .done
            case .th, .td:
                clearStack(to: .body)
                insertElement(.tr)
                mode = .inRow
                return .again
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeSection()
            default: break
            }
        case .endTag:
            switch token.tag {
            case .tbody, .tfoot, .thead:
                guard stack.hasInScope(token.tag, .table) else { return .done }
                _ = closeSection()
                return .done
            case .table: return closeSection()
            case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
            default: break
            }
        default: break
        }
        return inTable(token, bytes)
    }

    /// Closes the section and looks at the token again as the table would.
    private mutating func closeSection() -> Step {
        let isOpen = stack.hasInScope(.table) {
            $0.isHTML(.tbody) || $0.isHTML(.thead) || $0.isHTML(.tfoot)
        }
        guard isOpen else { return .done }
        clearStack(to: .body)
        pop()
        mode = .inTable
        return .again
    }

    /// The "in row" mode (§13.2.6.4.14).
    mutating func inRow(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .startTag:
            switch token.tag {
            case .th, .td:
                clearStack(to: .row)
                insertElement(token)
                mode = .inCell
                formatting.addMarker()
                return .done
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow()
            default: break
            }
        case .endTag:
            switch token.tag {
            case .tr:
                _ = closeRow()
                return .done
            case .table: return closeRow()
            case .tbody, .tfoot, .thead: return stack.hasInScope(token.tag, .table) ? closeRow() : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
            default: break
            }
        default: break
        }
        return inTable(token, bytes)
    }

    /// Closes the row and looks at the token again as the section would.
    private mutating func closeRow() -> Step {
        guard stack.hasInScope(.tr, .table) else { return .done }
        clearStack(to: .row)
        pop()
        mode = .inTableBody
        return .again
    }

    /// The "in cell" mode (§13.2.6.4.15).
    mutating func inCell(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .startTag:
            switch token.tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return closeCell()
            default: break
            }
        case .endTag:
            switch token.tag {
            case .td, .th:
                guard stack.hasInScope(token.tag, .table) else { return .done }
                generateImpliedEndTags()
                popThrough(token.tag)
                formatting.clearToMarker()
                mode = .inRow
                return .done
            case .body, .caption, .col, .colgroup, .html: return .done
            case .table, .tbody, .tfoot, .thead, .tr:
                return stack.hasInScope(token.tag, .table) ? closeCell() : .done
            default: break
            }
        default: break
        }
        return inBody(token, bytes)
    }

    /// Closes the cell and looks at the token again as the row would.
    private mutating func closeCell() -> Step {
        guard stack.hasInScope(.table, where: { $0.isHTML(.td) || $0.isHTML(.th) }) else {
            // The cell was closed by the depth limit; the row goes on.
            mode = context == nil ? .inRow : mode
            return context == nil ? .again : .done
        }
        generateImpliedEndTags()
        while stack.count > 1 {
            let isLast = isCurrent(.td) || isCurrent(.th)
            pop()
            if isLast { break }
        }
        formatting.clearToMarker()
        mode = .inRow
        return .again
    }
}
