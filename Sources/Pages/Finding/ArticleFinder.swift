import Markup

/// Finds the blocks of a page that are its article.
struct ArticleFinder {
    /// The blocks, in order, and the element that holds them; or the text itself, where only the metadata have it.
    struct Result {
        var blocks: [Int] = []
        var container: Int?
        var paragraphs: [String] = []
        /// Letters found.
        var length = 0
    }

    let body: PageBody
    let headline: Int?
    let title: String
    let description: String
    /// What stands above the text on the page.
    let standfirst: String
    /// The article's text as the metadata give it.
    let statedText: String?

    func find() -> Result {
        let stencil = statedText.flatMap { Stencil($0) }
        let sure = stencil?.sure(in: body) ?? []
        let keywords = ArticleFinder.longWords(title + " " + description)
        let appraisal = BlockAppraisal(body, keywords: keywords, sure: Set(sure))
        let container = ArticleContainer(body: body, appraisal: appraisal, headline: headline)
        guard let found = container.find() else { return stencil.map(result) ?? Result() }
        let words = Words(title)
        var filter = BlockFilter(
            body: body, appraisal: appraisal, container: found, headline: headline, title: words,
            isTrusted: container.isMarked(body.elements[found]))
        var kept = filter.kept()
        kept = withoutStandfirst(kept)
        if let stencil {
            if let cut = stencil.cut(body, kept: kept, sure: sure, title: words) {
                kept = cut
            } else if stencil.replaces(length(kept)) {
                return result(stencil)
            }
        }
        return Result(blocks: kept, container: found, length: length(kept))
    }

    /// The standfirst is shown above the text; as its first line it would stand there twice.
    private func withoutStandfirst(_ kept: [Int]) -> [Int] {
        let standfirst = Words(standfirst)
        guard standfirst.count >= 5, kept.count > 3 else { return kept }
        return kept.enumerated().filter { place, index in
            place > 1 || !isSetApart(body.blocks[index])
                || Words(body.text(body.blocks[index])).letters != standfirst.letters
        }.map(\.element)
    }

    /// A heading, or in an element that is named a standfirst; not a plain first paragraph.
    private func isSetApart(_ block: TextBlock) -> Bool {
        let element = body.elements[block.element]
        let outer: ElementRole = element.parent >= 0 ? body.elements[element.parent].role : []
        return block.isHeading || element.role.union(outer).contains(.dek)
    }

    /// Digests of the words that are long enough to tell a subject.
    private static func longWords(_ text: String) -> Set<UInt64> {
        var result: Set<UInt64> = []
        for part in text.split(separator: " ") {
            let words = Words(String(part))
            if words.letters.count > 4 { result.formUnion(words.digests) }
        }
        return result
    }

    private func length(_ blocks: [Int]) -> Int { blocks.reduce(0) { $0 + body.blocks[$1].count } }

    private func result(_ stencil: Stencil) -> Result {
        guard stencil.replaces(0) else { return Result() }
        return Result(paragraphs: stencil.paragraphs, length: stencil.length)
    }
}
