import Markup
import News

extension BlockFilter {
    // MARK: Ends

    func isReal(_ index: Int) -> Bool {
        let block = body.blocks[index]
        guard isKept(index) else { return false }
        return block.isPreformatted || (block.weight >= 70 && block.hasSentence && block.linkShare < 0.4)
    }

    /// Before the first paragraph and after the last only what is close to them and reads like text.
    mutating func trimEnds() {
        guard let first = range.first(where: isReal), let last = range.last(where: isReal) else {
            for index in range where isKept(index) && body.blocks[index].linkShare >= 0.5 {
                drop(index, .links)
            }
            return
        }
        for index in range.lowerBound..<first where isKept(index) && !opens(index, first) {
            drop(index, .before)
        }
        for index in (last + 1)..<max(last + 1, range.upperBound) where isKept(index) && !closes(index, last)
        {
            drop(index, .behind)
        }
        dropCredits()
        restoreTables()
        for index in range.reversed() where isKept(index) {
            guard body.blocks[index].isHeading else { break }
            drop(index, .behind)
        }
    }

    /// A table of data has no sentences, but belongs to the text it stands in or behind.
    private mutating func restoreTables() {
        guard isTrusted else { return }
        for index in (container + 1)..<max(container + 1, body.elements[container].end)
        where body.elements[index].tag == .table && isData(body.elements[index].blocks) {
            for block in body.elements[index].blocks.clamped(to: range) { restore(block) }
        }
    }

    private func isData(_ blocks: Range<Int>) -> Bool {
        guard blocks.count >= 9 else { return false }
        var letters = 0
        var linked = 0
        for index in blocks {
            let block = body.blocks[index]
            guard block.tag == .td || block.tag == .th || block.count < 120 else { return false }
            letters += block.count
            linked += block.linkCount
        }
        return letters < 40 * blocks.count && linked * 3 < letters
    }

    /// Among the first lines, those that name the author or the day.
    private mutating func dropCredits() {
        for index in range.filter(isKept).prefix(6) where body.blocks[index].count < 120 {
            let line = DumpLine(body.string(body.blocks[index]))
            if line.isDated || line.isByline { drop(index, .before) }
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

    // MARK: What is appended

    /// Behind the parent of most paragraphs, and behind something left out, nothing is the article's.
    mutating func dropAppended() {
        guard !isTrusted else { return }
        var masses: [Int: Int] = [:]
        var whole = 0
        for index in range where isReal(index) {
            let block = body.blocks[index]
            whole += block.count
            let parent = body.elements[block.element].parent
            masses[block.tag == .p ? parent : block.element, default: 0] += block.count
        }
        guard let main = masses.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
            main.value * 2 >= whole
        else { return }
        var isPastGap = false
        let start = max(range.lowerBound, body.elements[main.key].blocks.upperBound)
        for index in start..<max(start, range.upperBound) {
            if !isKept(index) {
                isPastGap = true
            } else if isPastGap, !isInTwin(body.blocks[index].element, of: main.key) {
                drop(index, .behind)
            }
        }
    }

    /// Whether an element is in a sibling of the same shape: an article may come in several like sections.
    private func isInTwin(_ index: Int, of main: Int) -> Bool {
        let parent = body.elements[main].parent
        var inner = index
        while inner > parent, body.elements[inner].parent != parent { inner = body.elements[inner].parent }
        guard inner > parent, hasSameShape(inner, main) else { return false }
        let tag = body.elements[main].tag
        return tag == .section || tag == .article
            || body.attribute("class", ofElement: main)?.isEmpty == false
    }
}
