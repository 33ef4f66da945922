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
            if words.count >= 3 { score = max(score, 0.9 * words.overlap(with: own[2])) }
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

    /// The heading that is a part of `<title>`, else the longest part of it.
    private func named() -> Result {
        let parts = TitleParts(pageTitle)
        var letters: Set<[UInt8]> = []
        for number in parts.ranges.indices {
            let words = Words(parts.part(number))
            if words.count >= 2, !site.isOwn(parts.part(number)) { letters.insert(words.letters) }
        }
        for (index, element) in body.elements.enumerated() where mayBeHeadline(element) {
            let text = body.text(ofElement: index)
            guard (9..<250).contains(text.count), letters.contains(Words(text).letters) else { continue }
            return Result(text: text, element: index)
        }
        var result = Result(text: reference)
        if parts.ranges.count > 1, reference == pageTitle {
            let longest = parts.ranges.indices.map(parts.part).max { Words($0).count < Words($1).count }
            if let longest, Words(longest).count >= 4 { result.text = longest }
        }
        let words = Words(reference)
        var likeness = 0.6
        for element in headings([.h2, .h3]) {
            let text = body.text(ofElement: element)
            let own = Words(text)
            guard (11..<250).contains(text.count), own.count > 2, own.likeness(to: words) > likeness else {
                continue
            }
            likeness = own.likeness(to: words)
            result = Result(text: text, element: element)
        }
        if result.text.isEmpty, let first = headings([.h1]).first {
            result = Result(text: body.text(ofElement: first), element: first)
        }
        return result
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
