import Markup

/// Finds the standfirst on the page: what stands near the headline and is marked as one.
struct DekFinder {
    let body: PageBody
    let headline: Int?
    /// What the metadata give as the page's description.
    let description: String
    /// What the article is called, here and there.
    let titles: [Words]

    /// How many blocks behind the headline a standfirst begins.
    private static let near = 12
    private static let beside: ElementRole = [
        .picture, .comment, .otherNews, .caption, .breadcrumb, .biography,
    ]

    /// The standfirst of the page, else its description, whole where the metadata cut it.
    func find() -> String {
        guard let headline else { return description }
        return marked(.dek, behind: headline) ?? marked(.lead, behind: headline) ?? placed(behind: headline)
            ?? whole(behind: headline) ?? description
    }

    // MARK: By name

    private func marked(_ role: ElementRole, behind headline: Int) -> String? {
        let first = body.elements[headline].blocks.lowerBound
        for index in body.elements.indices where body.elements[index].blocks.lowerBound > first {
            let element = body.elements[index]
            guard element.blocks.lowerBound <= first + DekFinder.near else { break }
            let isNamed = element.role.contains(role) || isMarked(index)
            guard isNamed, !element.blocks.isEmpty, element.letters.count < 1200, !isBeside(index) else {
                continue
            }
            let share = element.blocks.map { body.blocks[$0].linkShare }.max() ?? 0
            let text = body.text(ofElement: index)
            if share < 0.5, mayBeDek(text) { return text }
        }
        return nil
    }

    private func mayBeDek(_ text: String) -> Bool {
        guard (30...600).contains(text.count), Words(text).count >= 5 || text.count >= 60 else {
            return false
        }
        if PromotionPhrases.shared.begin(Array(text.utf8)[...]) || PersonName.isIntroduced(text) {
            return false
        }
        let words = Words(text)
        if titles.contains(where: { $0.likeness(to: words) > 0.6 || $0.overlap(with: words) > 0.85 }) {
            return false
        }
        return PageDate.find(in: text) == nil || text.count > 100
    }

    // MARK: By place

    /// A second heading below the headline, or a line between the headline and the byline.
    private func placed(behind headline: Int) -> String? {
        let first = body.elements[headline].blocks.lowerBound
        let near = min(first + 1, body.blocks.count)..<min(body.blocks.count, first + 4)
        for index in near {
            let block = body.blocks[index]
            if isCredit(index) || isBeside(block.element) { return nil }
            guard block.count > 35, block.linkShare < 0.3 else { continue }
            let text = LineText.collapsed(body.string(block))
            guard mayBeDek(text), block.count <= 400 else { return nil }
            let isSentence = text.unicodeScalars.last.map { LetterClass.endsSentence($0.value) } ?? false
            let isSecond = block.isHeading && index <= first + 2
            return isSentence && (isSecond || isAboveCredit(index)) ? text : nil
        }
        return nil
    }

    private func isAboveCredit(_ index: Int) -> Bool {
        (index + 1..<max(index + 1, min(body.blocks.count, index + 4))).contains(where: isCredit)
    }

    /// A short line that names the author or the day.
    private func isCredit(_ index: Int) -> Bool {
        let block = body.blocks[index]
        guard block.count < 120 else { return false }
        if PageDate.find(in: body.text(block)) != nil { return true }
        let element = body.elements[block.element]
        let outer = element.parent >= 0 ? body.elements[element.parent].role : []
        return element.role.union(outer).contains(.byline) || PersonName.isIntroduced(body.string(block))
    }

    private func isMarked(_ index: Int) -> Bool {
        let property = body.attribute("itemprop", ofElement: index)?.lowercased()
        return property == "description" || property == "alternativeheadline"
    }

    private func isBeside(_ index: Int) -> Bool {
        ([index] + Array(body.ancestors(of: index))).contains { outer in
            let element = body.elements[outer]
            switch element.tag {
            case .aside, .nav, .footer, .figure: return true
            default: return !element.role.isDisjoint(with: DekFinder.beside)
            }
        }
    }

    /// The line that a description cut short begins.
    private func whole(behind headline: Int) -> String? {
        guard description.hasSuffix("…") || description.hasSuffix("...") else { return nil }
        let start = Words(description.trimmed(of: "….[] "))
        guard start.count >= 6 else { return nil }
        let known = start.letters.prefix(max(20, start.letters.count - 12))
        let first = body.elements[headline].blocks.lowerBound
        for block in body.blocks[first...].prefix(DekFinder.near)
        where block.count >= 40 && block.count <= 600 {
            if Words(body.text(block)).letters.starts(with: known) { return body.string(block) }
        }
        return nil
    }
}
