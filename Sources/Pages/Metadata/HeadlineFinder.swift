import Markup

/// Finds the headline: the heading that agrees with what the page's metadata call the article.
struct HeadlineFinder {
    /// A headline and the element it stands in, if it is on the page.
    struct Result {
        var text: String
        var element: Int?
    }

    let body: PageBody
    let site: SiteNames
    /// `<title>`.
    let pageTitle: String
    /// The title for social networks, without the site's name.
    let sharedTitle: String
    /// JSON-LD's headline, without the site's name.
    let statedHeadline: String

    /// The page's title without the site's name.
    private let reference: String

    init(body: PageBody, site: SiteNames, pageTitle: String, sharedTitle: String, statedHeadline: String) {
        self.body = body
        self.site = site
        self.pageTitle = pageTitle
        self.sharedTitle = site.stripped(sharedTitle)
        self.statedHeadline = site.stripped(statedHeadline)
        reference = site.stripped(pageTitle)
    }

    func find() -> Result {
        var result = heading() ?? stated() ?? named()
        if result.element == nil, !result.text.isEmpty { result.element = element(saying: result.text) }
        if let element = result.element, body.elements[element].tag == .h1 {
            result.text = site.stripped(result.text)
        }
        return result
    }

    // MARK: The heading that agrees

    private func heading() -> Result? {
        let own = [sharedTitle, statedHeadline, reference].map { Words($0) }
        var best: (score: Double, element: Int, text: String)?
        for (place, element) in headings([.h1]).enumerated() {
            let text = body.text(ofElement: element)
            guard (3..<Limits.headlineLetters).contains(text.count) else { continue }
            let words = Words(text)
            var score = own.map { words.likeness(to: $0) }.max() ?? 0
            let overlap = words.count >= 3 ? words.overlap(with: own[2]) : 0
            if overlap > 0.6 { score = max(score, 0.9 * overlap) }
            if isNamedHeadline(element) { score += 0.1 }
            if site.isOwn(text) { score -= 0.6 }
            score -= 0.02 * Double(place)
            if score > best?.score ?? 0 { best = (score, element, text) }
        }
        guard let best, best.score >= 0.45 else { return nil }
        return Result(text: withoutLabels(best.text, best.element), element: best.element)
    }

    /// A heading with a label or a standfirst in it says more than the headline that it holds.
    private func withoutLabels(_ text: String, _ element: Int) -> String {
        let hasChildren = body.elements[element].end > element + 1
        let words = Words(text)
        let stated = statedHeadline.isEmpty ? sharedTitle : statedHeadline
        guard hasChildren, words.count > Words(stated).count + 1 else { return text }
        for title in [statedHeadline, sharedTitle] {
            let inner = Words(title)
            if inner.letters.count > 12, words.contains(inner) { return title }
        }
        return text
    }

    private func stated() -> Result? {
        if !statedHeadline.isEmpty { return Result(text: statedHeadline) }
        return sharedTitle.isEmpty ? nil : Result(text: sharedTitle)
    }

    // MARK: Pages without metadata

    /// The heading that is a part of `<title>`, else one that is much like it, else the part that says most.
    private func named() -> Result {
        let parts = TitleParts(pageTitle)
        return headingNaming(parts) ?? onlyHeading() ?? likeHeading() ?? partNaming(parts)
    }

    private func headingNaming(_ parts: TitleParts) -> Result? {
        var letters: Set<[UInt8]> = []
        for number in parts.ranges.indices {
            let words = Words(parts.part(number))
            if words.count >= 2, !site.isOwn(parts.part(number)) { letters.insert(words.letters) }
        }
        var said: (length: Int, result: Result)?
        for (index, element) in body.elements.enumerated() where mayBeHeadline(element) {
            guard element.letters.count < 1000 else { continue }
            let text = body.text(ofElement: index)
            let words = Words(text)
            guard (9..<250).contains(text.count), letters.contains(words.letters) else { continue }
            if words.count > said?.length ?? 0 { said = (words.count, Result(text: text, element: index)) }
        }
        return said?.result
    }

    /// A title of a few words names a section; the only heading of the page says more.
    private func onlyHeading() -> Result? {
        let tops = headings([.h1]).filter { Words(body.text(ofElement: $0)).count >= 4 }
        guard tops.count == 1, Words(reference).count <= 4 else { return nil }
        return Result(text: body.text(ofElement: tops[0]), element: tops[0])
    }

    private func likeHeading() -> Result? {
        let words = Words(reference)
        var best: (likeness: Double, result: Result)?
        for element in headings([.h2, .h3]) {
            let text = body.text(ofElement: element)
            let own = Words(text)
            guard (11..<250).contains(text.count), own.count > 2 else { continue }
            let likeness = own.likeness(to: words)
            if likeness > best?.likeness ?? 0.6 { best = (likeness, Result(text: text, element: element)) }
        }
        return best?.result
    }

    private func partNaming(_ parts: TitleParts) -> Result {
        let left = TitleParts(reference)
        let texts = left.ranges.indices.map(left.part).sorted { Words($0).count > Words($1).count }
        if texts.count > 1, Words(texts[0]).count >= 4, reference == pageTitle || Words(texts[1]).count <= 2 {
            return Result(text: texts[0])
        }
        if parts.ranges.count > 2, reference == pageTitle { return Result(text: parts.part(0)) }
        guard reference.isEmpty, let first = headings([.h1]).first else { return Result(text: reference) }
        return Result(text: body.text(ofElement: first), element: first)
    }

    private func mayBeHeadline(_ element: PageElement) -> Bool {
        switch element.tag {
        case .h1, .h2, .h3, .h4: return true
        case .div, .span, .td, .p, .b, .strong, .font: return element.role.contains(.headline)
        default: return false
        }
    }

    private func element(saying text: String) -> Int? {
        let words = Words(text)
        for tags: Set<HTMLTag> in [[.h1], [.h2], [.h3]] {
            for element in headings(tags) {
                if Words(body.text(ofElement: element)).likeness(to: words) > 0.85 { return element }
            }
        }
        return nil
    }

    private func headings(_ tags: Set<HTMLTag>) -> [Int] {
        Array(
            body.elements.indices.lazy.filter { tags.contains(body.elements[$0].tag) }.prefix(Limits.headings)
        )
    }

    private func isNamedHeadline(_ element: Int) -> Bool {
        body.elements[element].role.contains(.headline)
            || body.attribute("itemprop", ofElement: element)?.lowercased().contains("headline") == true
    }
}
