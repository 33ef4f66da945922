import Markup

/// The article's text as JSON-LD gives it, laid over the page to find the blocks that are in it.
///
/// Its own breaks and links are gone, so the page's blocks are taken wherever they agree with it.
struct Stencil {
    let text: String
    private let words: Words
    private let triples: Set<UInt64>

    /// A text of some length; nil for less.
    init?(_ stated: String) {
        guard stated.utf8.count > 300 else { return nil }
        text = PlainText.paragraphs(stated)
        words = Words(text)
        guard words.count > 3 else { return nil }
        triples = Set(words.triples)
    }

    var length: Int { text.unicodeScalars.count }

    var paragraphs: [String] {
        text.split(whereSeparator: \.isNewline).map { LineText.collapsed($0) }.filter { !$0.isEmpty }
    }

    /// The blocks whose words stand in the text, in order.
    func sure(in body: PageBody) -> [Int] {
        body.blocks.indices.filter { index in
            let own = Words(body.text(body.blocks[index])).triples
            guard own.count >= 4 else { return false }
            let shared = own.lazy.filter { triples.contains($0) }.count
            return Double(shared) >= 0.75 * Double(own.count)
        }
    }

    /// Whether the page shows so little that the text itself is the article.
    func replaces(_ shown: Int) -> Bool { length > 600 && length > 2 * shown }

    /// Exactly the blocks that are in the text; nil if the two do not fit each other.
    func cut(_ body: PageBody, kept: [Int], sure: [Int], title: Words) -> [Int]? {
        guard let first = sure.first, let last = sure.last else { return nil }
        func count(_ blocks: [Int]) -> Int {
            blocks.reduce(0) { $0 + Words(body.text(body.blocks[$1])).count }
        }
        let isSure = Set(sure)
        let cover = Double(count(sure)) / Double(max(1, words.count))
        let own = count(kept)
        let shared = count(kept.filter(isSure.contains))
        guard cover >= 0.8, cover <= 1.5, own == 0 || Double(shared) >= 0.6 * Double(own) else { return nil }
        let isKept = Set(kept)
        var result: [Int] = []
        var seen: Set<[UInt8]> = []
        var searches = 0
        for index in first...last {
            let block = body.blocks[index]
            let own = Words(body.text(block))
            if isSure.contains(index) {
                if !isKept.contains(index), isCaption(block, body) { continue }
            } else if !isKept.contains(index)
                || !(block.isHeading && block.tag != .h1 || holds(own, &searches))
            {
                continue
            }
            if block.count > 60, !seen.insert(own.letters).inserted { continue }
            if own.letters == title.letters { continue }
            if block.count < 200, PromotionPhrases.shared.begin(body.text(block)), !holds(own, &searches) {
                continue
            }
            result.append(index)
        }
        while let end = result.last, body.blocks[end].isHeading { result.removeLast() }
        return result
    }

    /// Whether a line stands in the text; short ones have to be searched for, so only so many are.
    private func holds(_ own: Words, _ searches: inout Int) -> Bool {
        guard own.count < 3 else { return own.triples.allSatisfy(triples.contains) }
        searches += 1
        return searches <= Limits.stencilSearches && words.contains(own)
    }

    private func isCaption(_ block: TextBlock, _ body: PageBody) -> Bool {
        ([block.element] + Array(body.ancestors(of: block.element))).contains {
            body.elements[$0].tag == .figure || body.elements[$0].tag == .figcaption
        }
    }
}
