// Templates, framesets, and finding the mode again (§13.2.4.1, §13.2.6.4.16, 18–19, 21).
extension HTMLTreeBuilder {
    /// A template may hold parts of a table: its own stack of modes says which.
    mutating func openTemplate(_ token: HTMLToken) {
        insertElement(token)
        formatting.addMarker()
        isFramesetAllowed = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    /// The end tag of a template closes whatever is open in it.
    mutating func closeTemplate() {
        guard stack.lastIndex(of: .template) != nil else { return }
        generateImpliedEndTagsThoroughly()
        popThrough(.template)
        formatting.clearToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    /// The "in template" mode (§13.2.6.4.16): the first tag decides what kind of content this is.
    mutating func inTemplate(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .startTag:
            switch token.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return inHead(token, bytes)
            case .caption, .colgroup, .tbody, .tfoot, .thead: return enterTemplate(.inTable)
            case .col: return enterTemplate(.inColumnGroup)
            case .tr: return enterTemplate(.inTableBody)
            case .td, .th: return enterTemplate(.inRow)
            default: return enterTemplate(.inBody)
            }
        case .endTag:
            if token.tag == .template { closeTemplate() }
            return .done
        case .endOfFile:
            guard stack.lastIndex(of: .template) != nil else { return .done }
            popThrough(.template)
            formatting.clearToMarker()
            _ = templateModes.popLast()
            resetMode()
            return .again
        default: return inBody(token, bytes)
        }
    }

    private mutating func enterTemplate(_ newMode: Mode) -> Step {
        if !templateModes.isEmpty { templateModes[templateModes.count - 1] = newMode }
        mode = newMode
        return .again
    }

    /// Resets the insertion mode appropriately (§13.2.4.1).
    mutating func resetMode() {
        var index = stack.count - 1
        while index >= 0 {
            let isLast = index == 0
            let element = isLast ? context ?? stack[0] : stack[index]
            if element.namespace == .html, let found = modeInside(element, isLast: isLast) {
                mode = found
                return
            }
            index -= 1
        }
        mode = .inBody
    }

    /// The mode for content of an element; nil if that depends on what it is in.
    private func modeInside(_ element: OpenElement, isLast: Bool) -> Mode? {
        switch element.tag {
        case .td, .th: isLast ? .inBody : .inCell
        case .tr: .inRow
        case .tbody, .thead, .tfoot: .inTableBody
        case .caption: .inCaption
        case .colgroup: .inColumnGroup
        case .table: .inTable
        case .template: templateModes.last ?? .inBody
        case .head: isLast ? .inBody : .inHead
        case .body: .inBody
        case .frameset: .inFrameset
        case .html: head == 0 ? .beforeHead : .afterHead
        default: isLast ? .inBody : nil
        }
    }

    // MARK: Framesets

    /// The "in frameset" mode (§13.2.6.4.18).
    mutating func inFrameset(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: insertCharacters(token)
        case .comment: insertComment(token)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .startTag where token.tag == .frameset: insertElement(token)
        case .startTag where token.tag == .frame: insertVoid(token)
        case .startTag where token.tag == .noframes: return inHead(token, bytes)
        case .endTag where token.tag == .frameset:
            pop()
            if context == nil, !isCurrent(.frameset) { mode = .afterFrameset }
        default: break
        }
        return .done
    }

    /// The "after frameset" mode (§13.2.6.4.19).
    mutating func afterFrameset(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: insertCharacters(token)
        case .comment: insertComment(token)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .startTag where token.tag == .noframes: return inHead(token, bytes)
        case .endTag where token.tag == .html: mode = .afterAfterFrameset
        default: break
        }
        return .done
    }

    /// The "after after frameset" mode (§13.2.6.4.21).
    mutating func afterAfterFrameset(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .comment: appendComment(token, to: 0)
        case .whitespace: return inBody(token, bytes)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .startTag where token.tag == .noframes: return inHead(token, bytes)
        default: break
        }
        return .done
    }
}
