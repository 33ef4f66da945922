import Markup
import News

extension BodyReader {
    /// Opens an inline element; whether it has to be closed.
    mutating func openInline(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> Bool {
        switch tag {
        case .a: return link(node).map { inlines.enter($0) } ?? false
        case .strong, .b: return inlines.enter(.strong)
        case .em, .i, .cite, .dfn, .var: return inlines.enter(.emphasis)
        case .code: return inlines.enter(.code)
        case .del, .s, .strike: return inlines.enter(.deleted)
        case .q: return inlines.enter(.quotation)
        case .sup: return inlines.enter(.superscript)
        case .sub: return inlines.enter(.subscript)
        case .ruby: return inlines.enter(.ruby)
        case .rt: return inlines.enter(.reading)
        default: return false
        }
    }

    /// Where a link leads; nothing for places on the same page and for what is no web or mail address.
    private func link(_ node: HTMLDocument.Node) -> InlineStack.Kind? {
        guard let raw = document.attribute("href", of: node) else { return nil }
        let reference = Line(raw).text
        guard !reference.isEmpty, !reference.hasPrefix("#") else { return nil }
        if reference.prefix(7).lowercased() == "mailto:" {
            return Line(nonEmpty: reference.dropFirst(7)).map { .mail($0) }
        }
        guard let address = WebAddress(reference, relativeTo: base) else { return nil }
        if let base, address != base, address.withoutFragment == base.withoutFragment,
            address.text.contains("#")
        {
            return nil
        }
        return .link(address)
    }

    /// Reads an element that stands for itself; what is in it is not read.
    mutating func readSingle(_ tag: HTMLTag, _ node: HTMLDocument.Node) {
        switch tag {
        case .br: inlines.append(.lineBreak, shows: false)
        case .wbr: inlines.append(.breakOpportunity, shows: false)
        case .hr:
            flush()
            containers[containers.count - 1].pieces.append(.block(.rule))
        case .img, .image: readImage(node)
        case .math: readFormula(node)
        default: readEmbed(tag, node)
        }
    }

    private mutating func readImage(_ node: HTMLDocument.Node) {
        let alternative = document.attribute("alt", of: node)
        if alternative?.isEmpty == true || document.isPixel(node) { return }
        let text = Line(nonEmpty: alternative) ?? Line(nonEmpty: document.attribute("title", of: node))
        if let text, document.isEmojiImage(node) { return inlines.append(.text(Prose(text.text))) }
        if let text, document.isFormulaImage(node) { return inlines.append(.formula(Prose(text.text))) }
        inlines.append(.image(text, imageSource(node)))
    }

    /// The first of the attributes that pages keep a picture's address in, and that leads somewhere.
    private func imageSource(_ node: HTMLDocument.Node) -> WebAddress? {
        for name in ["src", "data-src", "data-lazy-src", "data-original"] {
            guard let reference = document.attribute(name, of: node) else { continue }
            if let address = WebAddress(reference, relativeTo: base) { return address }
        }
        return nil
    }

    /// A film, a sound or a page in the page; nothing where its address could never be opened.
    private mutating func readEmbed(_ tag: HTMLTag, _ node: HTMLDocument.Node) {
        guard !document.isPixel(node), let raw = source(tag, node) else { return }
        let reference = Line(raw).text
        let address = WebAddress(reference, relativeTo: base)
        if reference.isEmpty || (address == nil && reference.contains(":")) { return }
        let kind: Line = tag == .video ? "video" : tag == .audio ? "audio" : "embed"
        let title = Line(nonEmpty: document.attribute("title", of: node))
        inlines.append(.embed(kind: kind, title: title, address))
    }

    private func source(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> String? {
        let own = ["src", "data", "data-src"].lazy.compactMap { document.attribute($0, of: node) }.first
        if let own { return own }
        return document.descendants(of: node).lazy
            .filter { document.tag(of: $0) == .source }
            .compactMap { document.attribute("src", of: $0) }.first
    }

    /// A formula by its TeX source, else by its alternative text, else by its letters.
    private mutating func readFormula(_ node: HTMLDocument.Node) {
        let annotation = document.descendants(of: node).first {
            document.tag(of: $0) == .annotation
                && document.attribute("encoding", of: $0)?.lowercased().contains("tex") == true
        }
        let text: String
        if let annotation {
            text = Line(document.textContent(of: annotation)).text
        } else if let alternative = document.attribute("alttext", of: node) {
            text = Line(alternative).text
        } else {
            text = Line(document.textContent(of: node)).text.replacing(" ", with: "")
        }
        if !text.isEmpty { inlines.append(.formula(Prose(text))) }
    }
}

extension HTMLDocument {
    /// A picture of a letter, as WordPress and Twitter make them of emoji.
    fileprivate func isEmojiImage(_ node: Node) -> Bool {
        hasClass("emoji", node) || hasClass("wp-smiley", node)
    }

    /// A picture of a formula whose alternative text is its source, as Wikipedia and WordPress make them.
    fileprivate func isFormulaImage(_ node: Node) -> Bool {
        hasClass("latex", node) || hasClass("mwe-math-fallback-image-inline", node)
            || hasClass("mwe-math-fallback-image-display", node)
    }
}
