import Markup
import News

extension BodyReader {
    /// What an element opens where it stands; nothing if it is out of place and so only flows.
    func containerKind(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> BodyContainer.Kind? {
        switch tag {
        case .h1: return .heading(1)
        case .h2: return .heading(2)
        case .h3: return .heading(3)
        case .h4: return .heading(4)
        case .h5: return .heading(5)
        case .h6: return .heading(6)
        case .ul, .menu, .dir: return .list(ListStyle(marker: .bullet, start: nil, isReversed: false))
        case .ol: return .list(listStyle(node))
        case .blockquote: return quote(node)
        case .pre, .listing, .xmp, .plaintext: return .code
        case .dl: return .definitions
        case .table:
            let role = document.attribute("role", of: node)
            return .table(isPresentation: role == "presentation" || role == "none")
        case .figure:
            if case .pullQuote = container { return nil }
            return document.isMarkedPullQuote(node) ? .pullQuote(isQuotation: false) : .figure
        case .details: return .details
        default: return partKind(tag, node)
        }
    }

    /// What an element opens that has a meaning only straight in another one.
    private func partKind(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> BodyContainer.Kind? {
        switch (tag, container) {
        case (.li, .list): .item(number: number("value", of: node))
        case (.dt, .definitions): .term
        case (.dd, .definitions): .description
        case (.caption, .table), (.figcaption, .figure), (.figcaption, .pullQuote): .caption
        case (.summary, .details): .summary
        case (.tr, .table): .row(isHead: document.parent(of: node).map { document.tag(of: $0) } == .thead)
        case (.td, .row), (.th, .row):
            .cell(
                isHead: tag == .th,
                columns: min(max(1, number("colspan", of: node) ?? 1), BodyLimits.columns),
                rows: min(max(1, number("rowspan", of: node) ?? 1), BodyLimits.rowSpan))
        default: nil
        }
    }

    private func quote(_ node: HTMLDocument.Node) -> BodyContainer.Kind? {
        if case .pullQuote = container { return nil }
        return document.isMarkedPullQuote(node) ? .pullQuote(isQuotation: true) : .quote
    }

    /// Whether a flowing element says that it repeats a line of the article, large.
    func isPullQuote(_ tag: HTMLTag, _ node: HTMLDocument.Node) -> Bool {
        guard tag == .aside || tag == .div || tag == .p || tag == .section else { return false }
        if case .pullQuote = container { return false }
        return document.isMarkedPullQuote(node)
    }

    private func listStyle(_ node: HTMLDocument.Node) -> ListStyle {
        let marker: Block.List.Marker =
            switch document.attribute("type", of: node) {
            case "a": .lowerLetter
            case "A": .upperLetter
            case "i": .lowerRoman
            case "I": .upperRoman
            default: .decimal
            }
        return ListStyle(
            marker: marker, start: number("start", of: node),
            isReversed: document.attribute("reversed", of: node) != nil)
    }

    private func number(_ name: String, of node: HTMLDocument.Node) -> Int? {
        guard let value = document.attribute(name, of: node).flatMap({ Int(Line($0).text) }) else {
            return nil
        }
        return abs(value.clamped) <= BodyLimits.listNumber ? value : nil
    }
}

extension Int {
    /// A number whose magnitude can be taken.
    fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}

extension HTMLDocument {
    /// Whether one of its classes is a word for a pull quote.
    fileprivate func isMarkedPullQuote(_ node: Node) -> Bool {
        guard let classes = attribute("class", of: node)?.lowercased() else { return false }
        return classes.split(separator: " ").contains {
            ["pullquote", "pull-quote", "pull_quote", "wp-block-pullquote"].contains($0)
        }
    }
}
