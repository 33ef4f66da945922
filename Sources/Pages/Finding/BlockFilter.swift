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

    /// Why each block is left out; nil for those that stay.
    private(set) var reasons: [Reason?]
    let range: Range<Int>

    /// Why a block is no text of the article.
    enum Reason: Sendable {
        /// It is in another post.
        case otherPost
        /// It is in an element for something else.
        case place
        /// It is links.
        case links
        /// It is in a list of links.
        case linkList
        case headline
        case promotion
        case repetition
        /// It stands before the text.
        case before
        /// It stands behind the text.
        case behind
    }

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
        reasons = range.map { _ in nil }
    }

    /// The numbers of the blocks that are the article.
    mutating func kept() -> [Int] {
        dropSiblingPosts()
        dropOtherArticles()
        dropPlaces()
        dropLinks()
        dropTexts()
        trimEnds()
        dropAppended()
        return range.filter(isKept)
    }

    func isKept(_ index: Int) -> Bool { reasons[index - range.lowerBound] == nil }
    mutating func drop(_ index: Int, _ reason: Reason) { reasons[index - range.lowerBound] = reason }
    /// Takes back that a block stands before or behind the text.
    mutating func restore(_ index: Int) {
        switch reasons[index - range.lowerBound] {
        case .before, .behind, .repetition: reasons[index - range.lowerBound] = nil
        default: break
        }
    }
    mutating func drop(_ blocks: Range<Int>, _ reason: Reason) {
        for index in blocks.clamped(to: range) where isKept(index) { drop(index, reason) }
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
                if Double(appraisal.mass(blocks)) > 0.12 * whole { drop(blocks, .otherPost) }
            }
        }
    }

    /// Another `<article>` than the one that holds the headline and some text is another article.
    private mutating func dropOtherArticles() {
        guard let headline, let own = body.ancestors(of: headline).first(where: isArticle),
            body.isInside(own, container), appraisal.mass(body.elements[own].blocks) >= 200
        else { return }
        for index in (container + 1)..<body.elements[container].end where isArticle(index) {
            if index == own || body.isInside(index, own) || body.isInside(own, index) { continue }
            drop(body.elements[index].blocks, .otherPost)
        }
    }

    private func isArticle(_ index: Int) -> Bool {
        body.elements[index].tag == .article || body.elements[index].landmark == .article
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

    func hasSameShape(_ first: Int, _ second: Int) -> Bool {
        guard body.elements[first].tag == body.elements[second].tag else { return false }
        func shape(_ index: Int) -> [Character] {
            (body.attribute("class", ofElement: index) ?? "").filter { !$0.isNumber }
        }
        return shape(first) == shape(second)
    }

    // MARK: Links

    private mutating func dropLinks() {
        for index in range where isKept(index) {
            let block = body.blocks[index]
            let share = block.linkShare
            if share > 0.85, !block.isPreformatted, block.links >= 1 {
                if block.count < 250 || block.links > 2 || (share > 0.98 && block.count < 600) {
                    drop(index, .links)
                }
            } else if share > 0.55, block.count < 120, !isSentence(block) {
                drop(index, .links)
            }
        }
        for index in (container + 1)..<max(container + 1, body.elements[container].end) {
            switch body.elements[index].tag {
            case .ul, .ol, .table, .dl:
                if isLinkList(body.elements[index].blocks) { drop(body.elements[index].blocks, .linkList) }
            default: continue
            }
        }
    }

    /// A paragraph with a link of a few words in it, that ends as sentences do.
    private func isSentence(_ block: TextBlock) -> Bool {
        guard block.tag == .p, block.linkShare < 0.85, block.count >= 50, block.links <= 2 else {
            return false
        }
        return body.text(block).last == UInt8(ascii: ".")
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
}
