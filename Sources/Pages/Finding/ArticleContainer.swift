import Markup

/// Finds the element that holds the article.
struct ArticleContainer {
    let body: PageBody
    let appraisal: BlockAppraisal
    /// The headline's element, if it is known.
    let headline: Int?

    private let headlineChain: Set<Int>

    init(body: PageBody, appraisal: BlockAppraisal, headline: Int?) {
        self.body = body
        self.appraisal = appraisal
        self.headline = headline
        var chain: Set<Int> = []
        if let headline {
            chain.insert(headline)
            chain.formUnion(body.ancestors(of: headline))
        }
        headlineChain = chain
    }

    /// The element that holds the article best; nil if the page has no text.
    func find() -> Int? {
        guard let richest else { return nil }
        let candidates = candidates(richest)
        let scored = candidates.map { (index: $0, score: score($0)) }
        guard var best = scored.max(by: { ($0.score, $0.index) < ($1.score, $1.index) })?.index else {
            return nil
        }
        // A marked element that still holds nearly all of it has fewer boxes around the text.
        for candidate in candidates.sorted() where body.isInside(candidate, best) {
            let element = body.elements[candidate]
            let isNamed = isMarked(element) || element.tag == .article
            guard isNamed || headlineChain.contains(candidate) else { continue }
            if positive(candidate) >= (isNamed ? 0.8 : 0.92) * positive(best) { best = candidate }
        }
        return best
    }

    /// Whether an element says that it is the article's text.
    func isMarked(_ element: PageElement) -> Bool {
        element.isMarkedArticleBody || element.role.contains(.articleText)
    }

    private func positive(_ index: Int) -> Double { appraisal.positive(body.elements[index].blocks) }
    private func negative(_ index: Int) -> Double { appraisal.negative(body.elements[index].blocks) }

    private func canHold(_ index: Int) -> Bool {
        let element = body.elements[index]
        return !element.isInline && !element.blocks.isEmpty
    }

    // MARK: The richest element

    /// The deepest element with nearly the greatest sum of values, or an ancestor that adds more good than bad.
    private var richest: Int? {
        var best: Double = -.infinity
        for index in body.elements.indices where canHold(index) {
            best = max(best, appraisal.sum(body.elements[index].blocks))
        }
        guard best > -.infinity else { return nil }
        let floor = best - abs(best) * 0.0005
        var found: Int?
        for index in body.elements.indices where canHold(index) {
            let element = body.elements[index]
            guard appraisal.sum(element.blocks) >= floor else { continue }
            if found.map({ body.elements[$0].depth < element.depth }) ?? true { found = index }
        }
        return found.map(climbed)
    }

    private func climbed(from start: Int) -> Int {
        var base = start
        while body.elements[base].tag.isPartOfText, body.elements[base].parent >= 0 {
            base = body.elements[base].parent
        }
        var current = base
        for outer in body.ancestors(of: base) where !body.elements[outer].isInline {
            let gain = positive(outer) - positive(current)
            let loss = negative(outer) - negative(current)
            if gain >= 0.06 * positive(base), gain >= 0.5 * (gain + loss) { current = outer }
            if body.elements[outer].tag == .body { break }
        }
        return current
    }

    // MARK: Candidates

    private func candidates(_ richest: Int) -> Set<Int> {
        var result: Set<Int> = [richest]
        for (index, element) in body.elements.enumerated() where canHold(index) {
            let isNamed =
                isMarked(element) || element.tag == .article || element.tag == .main
                || element.landmark == .article || element.landmark == .main
            let isPart = (element.tag == .p || element.tag == .li) && !element.isMarkedArticleBody
            if isNamed, !isPart, positive(index) > 30 { result.insert(index) }
        }
        if let headline {
            for index in body.ancestors(of: headline).prefix(4) where canHold(index) {
                if body.elements[index].tag != .body, positive(index) > 30 { result.insert(index) }
            }
        }
        return result
    }

    private func score(_ index: Int) -> Double {
        let element = body.elements[index]
        let value = positive(index) - 0.35 * negative(index)
        guard value > 0 else { return value }
        return value * nameFactor(element) * placeFactor(index) * headlineFactor(index)
    }

    private func nameFactor(_ element: PageElement) -> Double {
        if element.isMarkedArticleBody { return 1.8 }
        if element.role.contains(.articleText) { return 1.5 }
        if element.tag == .article || element.landmark == .article { return 1.3 }
        return element.tag == .main || element.landmark == .main ? 1.1 : 1
    }

    private func placeFactor(_ index: Int) -> Double {
        let whole = Double(appraisal.pageMass)
        var factor = 1.0
        for outer in [index] + Array(body.ancestors(of: index)) {
            let element = body.elements[outer]
            if element.tag == .body { break }
            if element.tag == .footer || element.tag == .aside || element.tag == .nav { return 0.15 }
            let share = Double(appraisal.mass(element.blocks))
            let isNeutral = element.tag == .main || element.tag == .article || element.tag == .form
            if element.role.contains(.neverText), !isNeutral, share < 0.9 * whole { return 0.15 }
            if appraisal.isBeside(outer), share < 0.35 * whole { factor = 0.5 }
        }
        return factor
    }

    private func headlineFactor(_ index: Int) -> Double {
        guard let headline, !body.elements[headline].blocks.isEmpty else { return 1 }
        if headlineChain.contains(index) { return 1.25 }
        let distance = body.elements[index].blocks.lowerBound - body.elements[headline].blocks.lowerBound
        if distance < -2 { return 0.45 }
        var steps = 0
        for outer in body.ancestors(of: index) {
            steps += 1
            if headlineChain.contains(outer) { break }
        }
        if steps <= 3, distance < 25 { return 1.2 }
        return distance < 60 ? 1 : 0.6
    }
}
