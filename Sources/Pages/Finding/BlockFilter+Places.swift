import Markup

extension BlockFilter {
    private enum Verdict {
        case keep
        /// Only a quotation in it is text: a post of a social network, shown in the article.
        case onlyQuotes
        case drop
    }

    /// Elements for something else than the text: figures, asides, boxes for promotion.
    mutating func dropPlaces() {
        let sentences = sentenceMass
        let whole = Double(max(1, sentences[range.count]))
        var verdicts: [Int: Verdict] = [:]
        let inner = (container + 1)..<body.elements[container].end
        for index in inner {
            let element = body.elements[index]
            let outer = verdicts[element.parent] ?? .keep
            guard outer != .drop, !element.isInline else {
                if outer != .keep { verdicts[index] = outer }
                continue
            }
            let blocks = element.blocks.clamped(to: range)
            let mass =
                sentences[blocks.upperBound - range.lowerBound]
                - sentences[blocks.lowerBound - range.lowerBound]
            let verdict = verdict(on: index, mass: mass, share: Double(mass) / whole)
            if verdict != .keep || outer != .keep { verdicts[index] = verdict == .keep ? outer : verdict }
        }
        for index in range {
            switch verdicts[body.blocks[index].element] ?? .keep {
            case .keep: continue
            case .drop: drop(index, .place)
            case .onlyQuotes: if !isInQuote(body.blocks[index].element) { drop(index, .place) }
            }
        }
    }

    private func verdict(on index: Int, mass: Int, share: Double) -> Verdict {
        let element = body.elements[index]
        guard share <= 0.45 else { return .keep }
        if element.tag.isBesideText, !(element.tag == .figure && holdsText(index)) { return .drop }
        if element.landmark == .beside { return .drop }
        let isPicture = element.role.contains(.picture) && !isRow(element.tag) && share < 0.12 && mass < 300
        guard appraisal.isBeside(index) || isPicture else {
            return .keep
        }
        if element.role.contains(.picture), !appraisal.isBeside(index), holdsText(index) {
            return .keep
        }
        return element.role.contains(.embed) ? .onlyQuotes : .drop
    }

    /// Rows and cells are named after what they list.
    private func isRow(_ tag: HTMLTag) -> Bool { tag == .tr || tag == .td || tag == .th || tag == .tbody }

    /// A figure may be a table, a listing or a quotation.
    func holdsText(_ index: Int) -> Bool {
        for inner in (index + 1)..<max(index + 1, body.elements[index].end) {
            switch body.elements[inner].tag {
            case .table, .pre, .blockquote: return true
            default: continue
            }
        }
        return false
    }

    private func isInQuote(_ index: Int) -> Bool {
        body.elements[index].tag == .blockquote
            || body.ancestors(of: index).contains { body.elements[$0].tag == .blockquote }
    }

    /// Letters of sentences in the container up to each block.
    private var sentenceMass: [Int] {
        var result = [0]
        for index in range {
            let block = body.blocks[index]
            let counts = block.linkShare < 0.4 && block.hasSentence
            result.append(result[result.count - 1] + (counts ? block.count : 0))
        }
        return result
    }
}
