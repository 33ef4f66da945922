// Tables (§13.2.6.4.9–12).
extension HTMLTreeBuilder {
    /// Characters now belong to the table itself: they are kept until it is clear where they go.
    var isTableText: Bool {
        switch mode {
        case .inTable, .inTableBody, .inRow: current.namespace == .html && current.holdsTableText
        default: false
        }
    }

    /// White space stays in the table, anything else is moved before it (§13.2.6.4.10).
    mutating func flushTableText(_ bytes: Span<UInt8>) {
        let runs = tableText
        tableText.removeAll(keepingCapacity: true)
        if runs.allSatisfy({ $0.kind == .null || $0.isBlank(bytes) }) {
            for run in runs where run.kind != .null { insertCharacters(run) }
        } else {
            for run in runs { _ = inTableOtherwise(run, bytes) }
        }
    }

    /// The "in table" mode (§13.2.6.4.9).
    mutating func inTable(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .comment: insertComment(token)
        case .doctype: break
        case .startTag: return startTagInTable(token, bytes)
        case .endTag: return endTagInTable(token, bytes)
        case .endOfFile: return inBody(token, bytes)
        default:
            // Characters come here only when another mode has just handed them on.
            guard isTableText else { return inTableOtherwise(token, bytes) }
            tableText.append(token)
        }
        return .done
    }

    /// By the rules of the body, but put before the table.
    private mutating func inTableOtherwise(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        isFostering = true
        defer { isFostering = false }
        return inBody(token, bytes)
    }

    /// Opens the parts of a table, supplying those left out.
    private mutating func startTagInTable(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .caption:
            clearStack(to: .table)
            formatting.addMarker()
            insertElement(token)
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertElement(token)
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertElement(.colgroup)
            mode = .inColumnGroup
            return .again
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertElement(token)
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertElement(.tbody)
            mode = .inTableBody
            return .again
        case .table: return closeTable() ? .again : .done
        case .style, .script, .template: return inHead(token, bytes)
        case .input where arena.holds(token, "type", "hidden"): insertVoid(token)
        case .form:
            guard form == 0, !stack.mayHold(.template) else { return .done }
            form = insertElement(token)
            pop()
        default: return inTableOtherwise(token, bytes)
        }
        return .done
    }

    private mutating func endTagInTable(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .table: _ = closeTable()
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
        case .template: closeTemplate()
        default: return inTableOtherwise(token, bytes)
        }
        return .done
    }

    /// Closes the innermost table; false if there is none in scope.
    private mutating func closeTable() -> Bool {
        guard stack.hasInScope(.table, .table) else { return false }
        popThrough(.table)
        resetMode()
        return true
    }

    enum TableContext {
        case table, body, row
    }

    /// Pops to the table, its section, or its row.
    mutating func clearStack(to context: TableContext) {
        while stack.count > 1 {
            if current.namespace == .html {
                switch current.tag {
                case .html, .template: return
                case .table where context == .table: return
                case .tbody, .tfoot, .thead: if context == .body { return }
                case .tr where context == .row: return
                default: break
                }
            }
            pop()
        }
    }

    /// The "in caption" mode (§13.2.6.4.11).
    mutating func inCaption(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch (token.kind, token.tag) {
        case (.endTag, .caption):
            _ = closeCaption()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
            (.startTag, .td), (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr),
            (.endTag, .table):
            return closeCaption() ? .again : .done
        case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
            (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
            return .done
        default: return inBody(token, bytes)
        }
    }

    /// Closes the caption; false if there is none in scope.
    private mutating func closeCaption() -> Bool {
        guard stack.hasInScope(.caption, .table) else { return false }
        generateImpliedEndTags()
        popThrough(.caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    /// The "in column group" mode (§13.2.6.4.12): only `<col>` and white space.
    mutating func inColumnGroup(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: insertCharacters(token)
        case .comment: insertComment(token)
        case .doctype: break
        case .endOfFile: return inBody(token, bytes)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .startTag where token.tag == .col: insertVoid(token)
        case .startTag where token.tag == .template: return inHead(token, bytes)
        case .endTag where token.tag == .template: closeTemplate()
        case .endTag where token.tag == .col: break
        default:
            guard isCurrent(.colgroup) else { return .done }
            pop()
            mode = .inTable
            return token.kind == .endTag && token.tag == .colgroup ? .done : .again
        }
        return .done
    }
}

extension OpenElement {
    var holdsTableText: Bool { tag.fostersContent || tag == .template }
}
