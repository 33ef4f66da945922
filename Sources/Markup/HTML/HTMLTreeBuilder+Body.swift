// The `in body` mode (§13.2.6.4.7) and what comes after the body.
extension HTMLTreeBuilder {
    /// The "in body" mode: characters, comments, tags.
    mutating func inBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .text, .whitespace:
            reconstructFormatting()
            insertCharacters(token)
            if isFramesetAllowed, !token.isBlank(bytes) { isFramesetAllowed = false }
        case .null, .doctype: break
        case .comment: insertComment(token)
        case .startTag: return startTagInBody(token, bytes)
        case .endTag: return endTagInBody(token, bytes)
        case .endOfFile:
            if !templateModes.isEmpty { return inTemplate(token, bytes) }
        }
        return .done
    }

    /// The start tags met most; the order of cases is that of the standard.
    private mutating func startTagInBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .a: openAnchor(token)
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
            reconstructFormatting()
            insertFormatting(token)
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section,
            .summary, .ul:
            closeParagraph()
            insertElement(token)
        case .area, .br, .embed, .img, .keygen, .wbr: insertInlineVoid(token)
        case .li: openListItem(token, closing: .li, or: .li)
        case .dd, .dt: openListItem(token, closing: .dd, or: .dt)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if current.namespace == .html, current.tag.isHeading { pop() }
            insertElement(token)
        case .html, .body, .frameset: reopenRoot(token)
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return inHead(token, bytes)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        case .textarea, .xmp, .iframe, .noembed, .plaintext: openRawText(token, bytes)
        case .button, .form, .hr, .input, .option, .optgroup, .select: openControl(token)
        default: openOther(token)
        }
        return .done
    }

    /// The start tags seldom met, and those without a rule of their own.
    private mutating func openOther(_ token: HTMLToken) {
        switch token.tag {
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement(token)
            formatting.addMarker()
            isFramesetAllowed = false
        case .image:
            var image = token
            image.tag = .img
            insertInlineVoid(image)
        case .math: openForeign(token, .mathML)
        case .svg: openForeign(token, .svg)
        case .nobr: openNoBreak(token)
        case .param, .source, .track: insertVoid(token)
        case .pre, .listing:
            closeParagraph()
            insertElement(token)
            dropsLineFeed = true
            isFramesetAllowed = false
        case .rb, .rp, .rt, .rtc: openRubyPart(token)
        case .table:
            if !isQuirky { closeParagraph() }
            insertElement(token)
            isFramesetAllowed = false
            mode = .inTable
        default:
            reconstructFormatting()
            insertElement(token)
        }
    }

    /// End tags close their element if it is in scope, and are ignored otherwise, but for `</p>` and `</br>`.
    private mutating func endTagInBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.tag {
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(token)
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl,
            .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol,
            .pre,
            .search, .section, .select, .summary, .ul, .dd, .dt:
            closeBlock(token.tag, .normal)
        case .li: closeBlock(.li, .listItem)
        case .p:
            if !stack.hasInScope(.p, .button) { insertElement(.p) }
            closeParagraph()
        case .h1, .h2, .h3, .h4, .h5, .h6: closeHeading()
        case .body, .html:
            guard stack.hasInScope(.body) else { return .done }
            mode = .afterBody
            return token.tag == .html ? .again : .done
        case .form: closeForm()
        case .applet, .marquee, .object:
            guard stack.hasInScope(token.tag) else { return .done }
            closeBlock(token.tag, .normal)
            formatting.clearToMarker()
        case .br:
            var lineBreak = HTMLToken(kind: .startTag)
            lineBreak.tag = .br
            insertInlineVoid(lineBreak)
        case .template: closeTemplate()
        default: closeElement(token)
        }
        return .done
    }

    /// Any other end tag: closes its element unless a special one is in between.
    mutating func closeElement(_ token: HTMLToken) {
        var index = stack.count - 1
        while index > 0 {
            let element = stack[index]
            if element.namespace == .html, element.tag == token.tag, element.nameNumber == token.nameNumber {
                if index < stack.count - 1 { generateImpliedEndTags(except: token.tag) }
                return popThrough(index: index)
            }
            if element.isSpecial { return }
            index -= 1
        }
    }

    // MARK: After the body (§13.2.6.4.17, 20)

    /// The "after body" mode: most things still go into the body.
    mutating func afterBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .whitespace: return inBody(token, bytes)
        case .comment: appendComment(token, to: stack[0].node)
        case .doctype: break
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .endTag where token.tag == .html:
            if context == nil { mode = .afterAfterBody }
        case .endOfFile: break
        default:
            mode = .inBody
            return .again
        }
        return .done
    }

    /// The "after after body" mode: comments go into the document.
    mutating func afterAfterBody(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .comment: appendComment(token, to: 0)
        case .whitespace, .doctype: return inBody(token, bytes)
        case .startTag where token.tag == .html: return inBody(token, bytes)
        case .endOfFile: break
        default:
            mode = .inBody
            return .again
        }
        return .done
    }
}

extension HTMLToken {
    /// Whether characters are all white space.
    func isBlank(_ bytes: Span<UInt8>) -> Bool {
        if kind != .text { return kind == .whitespace }
        if letters != .none { return letters.isWhitespace }
        return range.bounds.allSatisfy { bytes[$0].isHTMLSpace }
    }
}
