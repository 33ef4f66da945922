// SVG and MathML within HTML (§13.2.6.5).
extension HTMLTreeBuilder {
    /// The element whose kind decides how content is read: the context of a fragment stands in for the root.
    var adjustedCurrent: OpenElement {
        if stack.count <= 1, let context { return context }
        return current
    }

    /// Whether the tokenizer may meet CDATA sections.
    @inline(__always)
    var isCurrentNodeForeign: Bool { adjustedCurrent.namespace != .html }

    /// Whether a token is for the rules of foreign content (§13.2.6, tree construction dispatcher).
    @inline(__always)
    func usesForeignRules(_ token: HTMLToken) -> Bool {
        guard stack.count > 0, isCurrentNodeForeign else { return false }
        return usesForeignRules(token, in: adjustedCurrent)
    }

    private func usesForeignRules(_ token: HTMLToken, in element: OpenElement) -> Bool {
        switch token.kind {
        case .endOfFile: return false
        case .text, .whitespace, .null: return !element.isMathMLTextPoint && !isHTMLPoint(element)
        case .startTag:
            if element.isMathMLTextPoint { return token.tag == .mglyph || token.tag == .malignmark }
            if element.namespace == .mathML, element.tag == .annotationXML, token.tag == .svg { return false }
            return !isHTMLPoint(element)
        default: return true
        }
    }

    /// An HTML integration point.
    private func isHTMLPoint(_ element: OpenElement) -> Bool {
        if element.isSVGHTMLPoint { return true }
        guard element.namespace == .mathML, element.tag == .annotationXML, element.node != 0,
            let encoding = arena.attribute("encoding", of: element.node)
        else { return false }
        let value = arena.string(encoding.value).lowercased()
        return value == "text/html" || value == "application/xhtml+xml"
    }

    /// The `<svg>` or `<math>` that begins foreign content.
    mutating func openForeign(_ token: HTMLToken, _ namespace: HTMLNamespace) {
        reconstructFormatting()
        insertForeign(token, namespace)
    }

    private mutating func insertForeign(_ token: HTMLToken, _ namespace: HTMLNamespace) {
        if token.isSelfClosing {
            insertVoid(token, namespace)
        } else {
            insertElement(token, namespace)
        }
    }

    /// The rules for tokens in foreign content.
    mutating func foreignContent(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch token.kind {
        case .null: insertCharacters(HTMLTokenizer.text(.replacement))
        case .whitespace, .text:
            insertCharacters(token)
            if isFramesetAllowed, !token.isBlank(bytes) { isFramesetAllowed = false }
        case .comment: insertComment(token)
        case .startTag:
            guard breaksOut(token) else {
                insertForeign(token, adjustedCurrent.namespace)
                return .done
            }
            leaveForeignContent()
            return rules(of: mode, token, bytes)
        case .endTag:
            if token.tag == .br || token.tag == .p {
                leaveForeignContent()
                return rules(of: mode, token, bytes)
            }
            return foreignEndTag(token, bytes)
        case .doctype, .endOfFile: break
        }
        return .done
    }

    private func breaksOut(_ token: HTMLToken) -> Bool {
        guard token.tag == .font else { return token.tag.breaksOutOfForeignContent }
        let range = Int(token.attributeStart)..<Int(token.attributeStart) + Int(token.attributeCount)
        return ["color", "face", "size"].contains { arena.attribute($0, in: range) != nil }
    }

    /// Closes foreign elements up to one that holds HTML.
    private mutating func leaveForeignContent() {
        while stack.count > 1, current.namespace != .html, !current.isMathMLTextPoint, !isHTMLPoint(current) {
            pop()
        }
    }

    /// Closes the innermost foreign element of the name; past those, HTML's own rules hold.
    private mutating func foreignEndTag(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        var index = stack.count - 1
        while index > 0 {
            let element = stack[index]
            if element.namespace == .html { return rules(of: mode, token, bytes) }
            if element.tag == token.tag, element.nameNumber == token.nameNumber {
                popThrough(index: index)
                return .done
            }
            index -= 1
        }
        return .done
    }
}
