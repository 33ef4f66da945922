import Markup

/// Finds the authors' names on the page itself.
struct BylineFinder {
    let body: PageBody
    let site: SiteNames
    let headline: Int?

    private struct Candidate {
        var score: Double
        let element: Int
        let name: String
        let kind: Kind
    }

    private enum Kind {
        case marked
        case link
        case named
    }

    /// Parts of addresses of authors' pages; the first are said by no other page.
    private static let authorPaths: Set<String> = [
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "journalist", "journalists",
        "writer", "writers", "staff", "contributor", "contributors", "editors", "newsteam", "reporters",
        "correspondents", "autorin", "redakteure",
    ]
    private static let peoplePaths: Set<String> = [
        "profile", "profiles", "by", "people", "person", "team", "redaktion", "redaktor", "reporter",
        "columnist", "columnists", "user", "users", "member", "members",
    ]
    /// Words that begin other lines near an author's name.
    private static let notNames: Set<String> = [
        "about", "view", "all", "more", "see", "post", "posts", "article", "articles", "follow", "share",
        "profile", "the", "contact", "email", "comment", "comments", "published", "updated", "written", "by",
        "author", "reply", "login", "log", "powered", "zur", "zum", "alle", "datum", "quelle", "cc", "mehr",
        "weitere",
        "image", "photo", "foto", "credit", "source", "kommentare", "updated", "date", "teilen", "home",
    ]

    /// The names, in order; empty if none is found.
    func find() -> [LinkedData.Person] {
        let candidates = candidates
        if let best = candidates.max(by: { ($0.score, -$0.element) < ($1.score, -$1.element) }),
            best.score >= 1.8
        {
            return names(best, candidates)
        }
        return lineNearHeadline().map { [LinkedData.Person(name: $0)] } ?? []
    }

    /// The best and those of its kind that stand beside it.
    private func names(_ best: Candidate, _ candidates: [Candidate]) -> [LinkedData.Person] {
        var result = [person(best)]
        guard best.kind != .named else { return result }
        for other in candidates where other.element != best.element && other.kind == best.kind {
            guard abs(other.element - best.element) < 25, other.score >= best.score - 1,
                !result.contains(where: { $0.name.contains(other.name) || other.name.contains($0.name) })
            else { continue }
            result.append(person(other))
        }
        return Array(result.prefix(5))
    }

    private func person(_ candidate: Candidate) -> LinkedData.Person {
        LinkedData.Person(name: candidate.name, page: body.attribute("href", ofElement: candidate.element))
    }

    // MARK: Candidates

    private var candidates: [Candidate] {
        var result: [Candidate] = []
        for (index, element) in body.elements.enumerated() {
            guard let (kind, score) = claim(index, element), let name = name(in: index) else { continue }
            var candidate = Candidate(score: score, element: index, name: name.text, kind: kind)
            if name.isIntroduced { candidate.score += 1 }
            candidate.score += place(of: index)
            if !name.text.contains(" ") {
                if kind != .marked { candidate.score -= 0.7 }
                if name.text.uppercased() == name.text { candidate.score -= 0.5 }
            }
            result.append(candidate)
        }
        return result
    }

    private func claim(_ index: Int, _ element: PageElement) -> (Kind, Double)? {
        if let rel = body.attribute("rel", ofElement: index)?.lowercased(),
            rel.split(separator: " ").contains("author")
        {
            return (.marked, 5)
        }
        if let property = body.attribute("itemprop", ofElement: index)?.lowercased(),
            property.split(separator: " ").contains(where: { $0 == "author" || $0 == "creator" })
        {
            return (.marked, 5)
        }
        if element.tag == .a, let score = linkScore(index) { return (.link, score) }
        if element.role.contains(.byline) { return (.named, 3) }
        return element.tag == .address ? (.named, 2) : nil
    }

    private func linkScore(_ index: Int) -> Double? {
        guard let address = body.attribute("href", ofElement: index)?.lowercased() else { return nil }
        let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        if parts.contains(where: { BylineFinder.authorPaths.contains(String($0)) }) { return 3.5 }
        let isPerson = parts.contains { BylineFinder.peoplePaths.contains(String($0)) || $0.hasPrefix("@") }
        return isPerson ? 1.5 : nil
    }

    private func name(in index: Int) -> (text: String, isIntroduced: Bool)? {
        var source = index
        for inner in (index + 1)..<max(index + 1, min(body.elements[index].end, index + 12)) {
            let isNamed = body.attribute("itemprop", ofElement: inner)?.split(separator: " ").contains("name")
            if isNamed == true || body.elements[inner].role.contains(.personName) {
                source = inner
                break
            }
        }
        guard body.elements[source].letters.count < 400 else { return nil }
        let raw = body.text(ofElement: source)
        guard !raw.isEmpty, raw.count <= 140 else { return nil }
        let name = PersonName.cleaned(raw)
        guard PersonName.isPlausible(name), name.split(separator: " ").count <= 9 else { return nil }
        let first = name.prefix { $0.isLetter }.lowercased()
        if BylineFinder.notNames.contains(first) || name.first?.isNumber == true { return nil }
        let bytes = Array(name.utf8)
        if PromotionPhrases.shared.begin(bytes[...]) { return nil }
        if bytes.count > 30, LineText.hasSentence(bytes[...]) { return nil }
        return (name, PersonName.isIntroduced(raw))
    }

    // MARK: Places

    private func place(of index: Int) -> Double {
        var score = 0.0
        var isInArticle = false
        var isBeside = false
        var isInMargin = false
        for (steps, outer) in body.ancestors(of: index).enumerated() {
            let element = body.elements[outer]
            if element.tag == .article || !element.role.isDisjoint(with: [.articleText, .post]) {
                isInArticle = true
            }
            if element.tag == .nav { isBeside = true }
            if steps < 8, !element.role.isDisjoint(with: [.comment, .otherNews]) { isBeside = true }
            let isMargin = element.tag == .footer || element.tag == .aside || element.role.contains(.margin)
            if steps < 10, isMargin { isInMargin = true }
        }
        if isBeside { score -= 4 } else if isInMargin, !isInArticle { score -= 2.5 }
        guard let headline else { return score }
        let distance = index - headline
        switch distance {
        case -12...60: return score + 1.5
        case 0...150: return score + 0.5
        case ..<(-60): return score - 0.8
        default: return score - 0.3
        }
    }

    // MARK: Lines

    /// A line near the headline that introduces a name, or has one beside a date.
    private func lineNearHeadline() -> String? {
        guard !body.blocks.isEmpty else { return nil }
        let first = min(headline.map { body.elements[$0].blocks.lowerBound } ?? 0, body.blocks.count - 1)
        let near = Array(first..<min(body.blocks.count, first + 17)) + (max(0, first - 5)..<first).reversed()
        for index in near where body.blocks[index].count < 110 {
            let line = body.string(body.blocks[index])
            if PersonName.isIntroduced(line) {
                let name = PersonName.cleaned(line)
                let isName = PersonName.isPlausible(name) && name.first?.isUppercase == true
                if isName, name.split(separator: " ").count <= 8 { return name }
            }
            if PersonName.introduces(line), index + 1 < body.blocks.count {
                let next = LineText.collapsed(body.string(body.blocks[index + 1]))
                if PersonName.looksPersonal(next) { return next }
            }
            if let name = nameBesideDate(line) { return name }
        }
        return nil
    }

    /// “21 September 2020, Somebody”, “Posted on … by Somebody”.
    private func nameBesideDate(_ line: String) -> String? {
        guard PageDate.find(in: line) != nil else { return nil }
        for part in line.split(whereSeparator: { "|•·–—-/,".contains($0) }) {
            var words = part.split(separator: " ")
            if let by = words.firstIndex(where: { $0.lowercased() == "by" || $0.lowercased() == "von" }) {
                words.removeFirst(by + 1)
            }
            let name = words.joined(separator: " ")
            let isDate = words.contains { MonthTable.isMonth($0.lowercased().trimmed(of: ".,")) }
            if !isDate, words.count <= 4, PersonName.looksPersonal(name), PersonName.isPlausible(name),
                !site.isSite(name),
                !BylineFinder.notNames.contains(words[0].lowercased())
            {
                return name
            }
        }
        return nil
    }
}
