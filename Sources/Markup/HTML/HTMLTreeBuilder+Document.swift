// The modes before the body (§13.2.6.4.1–6) and `text`.
extension HTMLTreeBuilder {
    /// Before the doctype (§13.2.6.4.1); without one the page is in quirks mode.
    mutating func initial(_ token: HTMLToken) -> Step {
        switch token.kind {
        case .whitespace: return .done
        case .comment: appendComment(token, to: 0)
        case .doctype:
            var record = HTMLNodeRecord(kind: .doctype)
            record.start = token.doctype
            arena.append(arena.add(record), to: 0)
            isQuirky = QuirksTable.isQuirky(arena.doctypes[Int(token.doctype)])
            mode = .beforeHTML
        default:
            isQuirky = true
            mode = .beforeHTML
            return .again
        }
        return .done
    }

    /// The "before html" mode (§13.2.6.4.2).
    mutating func beforeHTML(_ token: HTMLToken) -> Step {
        switch token.kind {
        case .whitespace, .doctype: return .done
        case .comment:
            appendComment(token, to: 0)
            return .done
        case .startTag where token.tag == .html:
            openRoot(token)
            return .done
        case .endTag where !token.endsHeadless: return .done
        default:
            var root = HTMLToken(kind: .startTag)
            root.tag = .html
            openRoot(root)
            return .again
        }
    }

    /// The root goes into the document itself, wherever else things would be inserted.
    private mutating func openRoot(_ token: HTMLToken) {
        let node = arena.addElement(token, .html)
        arena.append(node, to: 0)
        open(node, token, .html)
        mode = .beforeHead
    }

    /// The "before head" mode (§13.2.6.4.3).
    mutating func beforeHead(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace, .doctype: return .done
        case .comment: insertComment(token)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .startTag where token.tag == .head:
            head = insertElement(token)
            mode = .inHead
        case .endTag where !token.endsHeadless: return .done
        default:
            head = insertElement(.head)
            mode = .inHead
            return .again
        }
        return .done
    }

    /// The "in head" mode (§13.2.6.4.4), whose rules other modes borrow for scripts, styles and templates.
    mutating func inHead(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: insertCharacters(token)
        case .comment: insertComment(token)
        case .doctype: break
        case .startTag: return headStartTag(token, bytes)
        case .endTag where token.tag == .head:
            pop()
            mode = .afterHead
        case .endTag where token.tag == .template: closeTemplate()
        case .endTag where !token.endsHeadless: break
        default: return leaveHead()
        }
        return .done
    }

    private mutating func leaveHead() -> Step {
        pop()
        mode = .afterHead
        return .again
    }

    private mutating func headStartTag(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .html: return inBody(token, bytes)
        case .base, .basefont, .bgsound, .link, .meta: insertVoid(token)
        case .title: insertText(token, .rcdata, bytes)
        case .noframes, .style: insertText(token, .rawText, bytes)
        case .script: insertText(token, .script, bytes)
        case .noscript:
            insertElement(token)
            mode = .inHeadNoscript
        case .template: openTemplate(token)
        case .head: break
        default: return leaveHead()
        }
        return .done
    }

    /// The "in head noscript" mode (§13.2.6.4.5): scripting is off, so its content is markup.
    mutating func inHeadNoscript(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .doctype: return .done
        case .whitespace, .comment: return inHead(token, bytes)
        case .startTag:
            switch token.tag {
            case .html: return inBody(token, bytes)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token, bytes)
            case .head, .noscript: return .done
            default: break
            }
        case .endTag:
            if token.tag == .noscript {
                pop()
                mode = .inHead
                return .done
            }
            if token.tag != .br { return .done }
        default: break
        }
        pop()
        mode = .inHead
        return .again
    }

    /// The "after head" mode (§13.2.6.4.6).
    mutating func afterHead(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: insertCharacters(token)
        case .comment: insertComment(token)
        case .doctype: break
        case .startTag: return startTagAfterHead(token, bytes)
        case .endTag where token.tag == .template: closeTemplate()
        case .endTag where !token.endsHeadless || token.tag == .head: break
        default: return openBody()
        }
        return .done
    }

    private mutating func openBody() -> Step {
        insertElement(.body)
        mode = .inBody
        return .again
    }

    /// Metadata after the head is put back into it; anything else opens the body.
    private mutating func startTagAfterHead(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .html: return inBody(token, bytes)
        case .body:
            insertElement(token)
            isFramesetAllowed = false
            mode = .inBody
        case .frameset:
            insertElement(token)
            mode = .inFrameset
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            let element = OpenElement(node: head, depth: current.depth &+ 1, tag: .head)
            arena.nodes[Int(head)].isOpen = true
            stack.push(element)
            let step = inHead(token, bytes)
            if let index = stack.index(of: head) { removeFromStack(at: index) }
            return step
        case .head: break
        default: return openBody()
        }
        return .done
    }

    // MARK: Text

    /// Opens an element whose content is not markup.
    mutating func insertText(_ token: HTMLToken, _ textMode: HTMLTokenizer.TextMode, _ bytes: Span<UInt8>) {
        insertElement(token)
        tokenizer.enter(textMode, of: token.tag, in: bytes)
        originalMode = mode
        mode = .text
    }

    /// The "text" mode (§13.2.6.4.8): the tokenizer gives characters until the end tag.
    mutating func text(_ token: HTMLToken) -> Step {
        if token.isCharacters {
            insertCharacters(token)
            return .done
        }
        pop()
        mode = originalMode
        return token.kind == .endTag ? .done : .again
    }
}

extension HTMLToken {
    /// One of the end tags that, before the body, bring the missing elements about.
    var endsHeadless: Bool {
        tag == .head || tag == .body || tag == .html || tag == .br
    }
}
