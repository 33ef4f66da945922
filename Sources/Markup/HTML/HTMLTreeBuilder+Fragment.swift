// Fragments (§13.4).
extension HTMLTreeBuilder {
    /// Sets everything up for the content of an element; the document node stands in for the root element.
    mutating func begin(inside context: String, _ bytes: Span<UInt8>) {
        var key = HTMLTagTable.Key()
        for byte in context.utf8 { key.append(byte.asciiLowercased) }
        let tag = tokenizer.tags.tag(key)
        self.context = OpenElement(node: 0, tag: tag)
        stack.push(OpenElement(node: 0, tag: .html))
        switch tag {
        case .title, .textarea: tokenizer.enter(.rcdata, of: tag, in: bytes)
        case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.enter(.rawText, of: tag, in: bytes)
        case .script: tokenizer.enter(.script, of: tag, in: bytes)
        case .plaintext: tokenizer.enter(.plainText, of: tag, in: bytes)
        default: break
        }
        // No start tag was read, so no end tag is the appropriate one: such text goes on to the end.
        tokenizer.rawEnd = bytes.count
        if tag == .template { templateModes.append(.inTemplate) }
        // Forms do not nest; this one is no node of the fragment.
        if tag == .form { form = .max }
        resetMode()
    }
}
