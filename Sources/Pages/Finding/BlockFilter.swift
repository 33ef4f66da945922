import Markup
import News

/// Takes out of the article's element what is not its text.
struct BlockFilter {
    let body: PageBody
    let appraisal: BlockAppraisal
    let container: Int
    let headline: Int?
    let title: Words
    /// The element says itself that it is the article's text, so short lines in it are believed.
    let isTrusted: Bool

    private var keeps: [Bool]
    private let range: Range<Int>

    init(
        body: PageBody, appraisal: BlockAppraisal, container: Int, headline: Int?, title: Words,
        isTrusted: Bool
    ) {
        self.body = body
        self.appraisal = appraisal
        self.container = container
        self.headline = headline
        self.title = title
        self.isTrusted = isTrusted
        range = body.elements[container].blocks
        keeps = range.map { _ in true }
    }

    /// The numbers of the blocks that are the article.
    mutating func kept() -> [Int] {
        dropSiblingPosts()
        dropPlaces()
        dropLinks()
        dropTexts()
        trimEnds()
        return range.filter { keeps[$0 - range.lowerBound] }
    }

    private func isKept(_ index: Int) -> Bool { keeps[index - range.lowerBound] }
    private mutating func drop(_ index: Int) { keeps[index - range.lowerBound] = false }
    private mutating func drop(_ blocks: Range<Int>) {
        for index in blocks.clamped(to: range) { drop(index) }
    }

    // MARK: Other posts

    /// Of several posts of the same shape side by side, only the one with the headline is the article.
    private mutating func dropSiblingPosts() {
        guard let headline, body.isInside(headline, container) else { return }
        let whole = Double(appraisal.pageMass)
        for index in [headline] + Array(body.ancestors(of: headline)) where body.isInside(index, container) {
            let element = body.elements[index]
            switch element.tag {
            case .article, .div, .section, .li: break
            default: continue
            }
            guard Double(appraisal.mass(element.blocks)) > 0.08 * whole else { continue }
            for sibling in siblings(of: index) where hasSameShape(sibling, index) {
                let blocks = body.elements[sibling].blocks
                if Double(appraisal.mass(blocks)) > 0.12 * whole { drop(blocks) }
            }
        }
    }

    private func siblings(of index: Int) -> [Int] {
        let parent = body.elements[index].parent
        guard parent >= 0 else { return [] }
        var result: [Int] = []
        var child = parent + 1
        while child < body.elements[parent].end {
            if child != index { result.append(child) }
            child = max(child + 1, body.elements[child].end)
        }
        return result
    }

    private func hasSameShape(_ first: Int, _ second: Int) -> Bool {
        guard body.elements[first].tag == body.elements[second].tag else { return false }
        func shape(_ index: Int) -> [Character] {
            (body.attribute("class", ofElement: index) ?? "").filter { !$0.isNumber }
        }
        return shape(first) == shape(second)
    }

    // MARK: Places

    private enum Verdict {
        case keep
        /// Only a quotation in it is text: a post of a social network, shown in the article.
        case onlyQuotes
        case drop
    }

    private mutating func dropPlaces() {
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
            let verdict = verdict(on: index, share: Double(mass) / whole)
            if verdict != .keep || outer != .keep { verdicts[index] = verdict == .keep ? outer : verdict }
        }
        for index in range {
            switch verdicts[body.blocks[index].element] ?? .keep {
            case .keep: continue
            case .drop: drop(index)
            case .onlyQuotes: if !isInQuote(body.blocks[index].element) { drop(index) }
            }
        }
    }

    private func verdict(on index: Int, share: Double) -> Verdict {
        let element = body.elements[index]
        guard share <= 0.45 else { return .keep }
        if element.tag.isBesideText, !(element.tag == .figure && holdsText(index)) { return .drop }
        if element.landmark == .beside { return .drop }
        guard element.role.contains(.besideText) || (element.role.contains(.picture) && share < 0.12) else {
            return .keep
        }
        if element.role.contains(.picture), !element.role.contains(.besideText), holdsText(index) {
            return .keep
        }
        return element.role.contains(.embed) ? .onlyQuotes : .drop
    }

    /// A figure may be a table, a listing or a quotation.
    private func holdsText(_ index: Int) -> Bool {
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

    // MARK: Links

    private mutating func dropLinks() {
        for index in range where isKept(index) {
            let block = body.blocks[index]
            let share = block.linkShare
            if share > 0.85, !block.isPreformatted, block.links >= 1 {
                if block.count < 250 || block.links > 2 { drop(index) }
            } else if share > 0.55, block.count < 120 {
                drop(index)
            }
        }
        for index in (container + 1)..<max(container + 1, body.elements[container].end) {
            switch body.elements[index].tag {
            case .ul, .ol, .table, .dl:
                if isLinkList(body.elements[index].blocks) { drop(body.elements[index].blocks) }
            default: continue
            }
        }
    }

    private func isLinkList(_ blocks: Range<Int>) -> Bool {
        var count = 0
        var linked = 0
        for index in blocks.clamped(to: range) {
            count += body.blocks[index].count
            linked += body.blocks[index].linkCount
        }
        guard count > 0, count < 3000 else { return false }
        let share = Double(linked) / Double(count)
        if !isTrusted { return share > 0.6 }
        return share > 0.8 && (blocks.count > 2 || share > 0.9)
    }

    // MARK: Texts

    private mutating func dropTexts() {
        var seen: Set<[UInt8]> = []
        for index in range where isKept(index) {
            let block = body.blocks[index]
            let words = Words(body.text(block))
            if words.isEmpty || repeatsHeadline(block, words)
                || (block.tag == .h1 && index < range.lowerBound + 4)
            {
                drop(index)
            } else if block.count < 260, PromotionPhrases.shared.begin(body.text(block)) {
                drop(index)
            } else if appraisal.repeats[index] >= 3, (11..<80).contains(block.count), !isTrusted,
                !block.isPreformatted, !block.isListItem
            {
                drop(index)
            } else if block.count > 60, !seen.insert(words.letters).inserted {
                drop(index)
            }
        }
    }

    private func repeatsHeadline(_ block: TextBlock, _ words: Words) -> Bool {
        guard !title.isEmpty else { return false }
        if words.letters == title.letters { return true }
        let long = title.letters.count
        guard words.letters.count > 20, Double(abs(words.letters.count - long)) <= 0.35 * Double(long) else {
            return false
        }
        return title.contains(words) || words.contains(title)
    }

    // MARK: Ends

    private func isReal(_ index: Int) -> Bool {
        let block = body.blocks[index]
        guard isKept(index) else { return false }
        return block.isPreformatted || (block.weight >= 70 && block.hasSentence && block.linkShare < 0.4)
    }

    /// Before the first paragraph and after the last only what is close to them and reads like text.
    private mutating func trimEnds() {
        guard let first = range.first(where: isReal), let last = range.last(where: isReal) else {
            for index in range where isKept(index) && body.blocks[index].linkShare >= 0.5 { drop(index) }
            return
        }
        for index in range.lowerBound..<first where isKept(index) && !opens(index, first) { drop(index) }
        for index in (last + 1)..<max(last + 1, range.upperBound) where isKept(index) && !closes(index, last)
        {
            drop(index)
        }
        for index in range.reversed() where isKept(index) {
            guard body.blocks[index].isHeading else { break }
            drop(index)
        }
    }

    private func opens(_ index: Int, _ first: Int) -> Bool {
        let block = body.blocks[index]
        let isLine = block.tag == .p || block.tag == .li
        let isSection = block.isHeading && block.tag != .h1 && block.tag != .h5 && block.tag != .h6
        let hasDate = PageDate.find(in: body.text(block)) != nil
        if isTrusted, isLine || isSection, !(block.count < 60 && hasDate) { return true }
        if index >= first - 2, isSection || (isLine && (block.hasSentence || block.count > 60)) {
            return true
        }
        return isLine && block.hasSentence && block.count > 25 && !hasDate
    }

    private func closes(_ index: Int, _ last: Int) -> Bool {
        let block = body.blocks[index]
        switch block.tag {
        case .p, .li, .blockquote, .td, .dd:
            if block.hasSentence || block.isListItem, block.linkShare < 0.4 { return true }
        default: break
        }
        switch block.tag {
        case .p, .li, .td: if isTrusted, block.count > 15 { return true }
        default: break
        }
        return (block.tag == .p || block.tag == .div) && index <= last + 2 && block.count > 20
            && block.hasSentence
    }
}
