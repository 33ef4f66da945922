// The elements that have rules of their own in the body (§13.2.6.4.7).
extension HTMLTreeBuilder {
    /// `<br>`, `<img>` and the like.
    mutating func insertInlineVoid(_ token: HTMLToken) {
        reconstructFormatting()
        insertVoid(token)
        isFramesetAllowed = false
    }

    /// Links do not nest: an open one is closed, even where its end tag would not reach it.
    mutating func openAnchor(_ token: HTMLToken) {
        if let entry = formatting.lastIndex(of: .a) {
            let node = formatting[entry].node
            adopt(token)
            if let left = formatting.index(of: node) { formatting.remove(at: left) }
            if arena.nodes[Int(node)].isOpen, let index = stack.index(of: node) { removeFromStack(at: index) }
        }
        reconstructFormatting()
        insertFormatting(token)
    }

    /// Nor does `<nobr>`.
    mutating func openNoBreak(_ token: HTMLToken) {
        reconstructFormatting()
        if stack.hasInScope(.nobr) {
            adopt(token)
            reconstructFormatting()
        }
        insertFormatting(token)
    }

    /// Closes the item before, unless another block is in between.
    mutating func openListItem(_ token: HTMLToken, closing first: HTMLTag, or second: HTMLTag) {
        isFramesetAllowed = false
        var index = stack.count - 1
        while index > 0 {
            let element = stack[index]
            if element.isHTML(first) || element.isHTML(second) {
                generateImpliedEndTags(except: element.tag)
                popThrough(element.tag)
                break
            }
            if element.isSpecial, !element.isHTML(.address), !element.isHTML(.div), !element.isHTML(.p) {
                break
            }
            index -= 1
        }
        closeParagraph()
        insertElement(token)
    }

    /// `<rt>` and `<rp>` may stand in an `<rtc>`, the others close it.
    mutating func openRubyPart(_ token: HTMLToken) {
        if stack.hasInScope(.ruby) {
            generateImpliedEndTags(except: token.tag == .rt || token.tag == .rp ? .rtc : .other)
        }
        insertElement(token)
    }

    /// Elements whose content is text, whatever it looks like.
    mutating func openRawText(_ token: HTMLToken, _ bytes: Span<UInt8>) {
        if token.tag == .plaintext || token.tag == .xmp { closeParagraph() }
        switch token.tag {
        case .plaintext:
            insertElement(token)
            tokenizer.enter(.plainText, of: .plaintext, in: bytes)
        case .textarea:
            insertText(token, .rcdata, bytes)
            dropsLineFeed = true
            isFramesetAllowed = false
        default:
            if token.tag == .xmp { reconstructFormatting() }
            if token.tag != .noembed { isFramesetAllowed = false }
            insertText(token, .rawText, bytes)
        }
    }

    /// A second `<html>`, `<body>` or a `<frameset>` in place of the body.
    mutating func reopenRoot(_ token: HTMLToken) {
        if token.tag == .html {
            guard !stack.mayHold(.template), stack[0].node != 0 else { return }
            return arena.mergeAttributes(of: token, into: stack[0].node)
        }
        guard stack.count > 1, stack[1].isHTML(.body), !stack.mayHold(.template) else { return }
        if token.tag == .body {
            isFramesetAllowed = false
            return arena.mergeAttributes(of: token, into: stack[1].node)
        }
        guard isFramesetAllowed else { return }
        arena.detach(stack[1].node)
        popThrough(index: 1)
        insertElement(token)
        mode = .inFrameset
    }

    // MARK: Forms

    /// Forms and what belongs into them.
    mutating func openControl(_ token: HTMLToken) {
        switch token.tag {
        case .form:
            guard form == 0 || stack.mayHold(.template) else { return }
            closeParagraph()
            let node = insertElement(token)
            if !stack.mayHold(.template) { form = node }
        case .button:
            if stack.hasInScope(.button) {
                generateImpliedEndTags()
                popThrough(.button)
            }
            reconstructFormatting()
            insertElement(token)
            isFramesetAllowed = false
        case .hr:
            closeParagraph()
            if stack.hasInScope(.select) { generateImpliedEndTags() }
            insertVoid(token)
            isFramesetAllowed = false
        case .input: insertInput(token)
        case .select: openSelect(token)
        default: openOption(token)
        }
    }

    /// An `<input>` cannot be in a `<select>`; a hidden one does not keep a frameset away.
    private mutating func insertInput(_ token: HTMLToken) {
        if context?.isHTML(.select) == true { return }
        if stack.hasInScope(.select) { popThrough(.select) }
        reconstructFormatting()
        insertVoid(token)
        if !arena.holds(token, "type", "hidden") { isFramesetAllowed = false }
    }

    /// A `<select>` within a `<select>` is its end tag.
    private mutating func openSelect(_ token: HTMLToken) {
        if context?.isHTML(.select) == true { return }
        if stack.hasInScope(.select) { return popThrough(.select) }
        reconstructFormatting()
        insertElement(token)
        isFramesetAllowed = false
    }

    /// Options close one another, in and out of a `<select>`.
    private mutating func openOption(_ token: HTMLToken) {
        if stack.hasInScope(.select) {
            generateImpliedEndTags(except: token.tag == .option ? .optgroup : .other)
        } else if isCurrent(.option) {
            pop()
        }
        reconstructFormatting()
        insertElement(token)
    }

    /// Forms are closed by identity, whatever is open inside, which stays open (§13.2.6.4.7, end tag "form").
    mutating func closeForm() {
        guard !stack.mayHold(.template) else { return closeBlock(.form, .normal) }
        let node = form
        form = 0
        guard node != 0, stack.hasInScope(where: { $0.node == node }) else { return }
        generateImpliedEndTags()
        if let index = stack.index(of: node) { removeFromStack(at: index) }
    }

    // MARK: Blocks

    /// Closes an element and all in it, if it is in scope.
    mutating func closeBlock(_ tag: HTMLTag, _ scope: OpenElements.Scope) {
        guard stack.hasInScope(tag, scope) else { return }
        generateImpliedEndTags(except: tag.hasImpliedEnd ? tag : .other)
        popThrough(tag)
    }

    /// Any heading's end tag closes any heading.
    mutating func closeHeading() {
        guard stack.hasInScope(where: { $0.namespace == .html && $0.tag.isHeading }) else { return }
        generateImpliedEndTags()
        while stack.count > 1 {
            let isLast = current.namespace == .html && current.tag.isHeading
            pop()
            if isLast { return }
        }
    }
}
