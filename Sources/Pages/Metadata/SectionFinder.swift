import Markup

/// Finds the way from the front page to the article: JSON-LD's breadcrumbs, else those on the page, else its section.
struct SectionFinder {
    let body: PageBody
    let linked: LinkedData
    let head: PageHead
    let headline: Words

    /// Names of the front page.
    static let frontPages: Set<String> = [
        "home", "startseite", "start", "accueil", "inicio", "início", "homepage", "home page", "front page",
        "hem", "hjem",
        "etusivu", "strona główna", "главная", "ana sayfa", "anasayfa", "ホーム", "首页", "首頁", "홈",
    ]

    func find() -> [String] {
        let stated = cleaned(linked.breadcrumbs)
        if !stated.isEmpty { return stated }
        let shown = cleaned(shown.isEmpty ? written : shown)
        if !shown.isEmpty { return shown }
        return cleaned([
            head.first("article:section") ?? LinkedData.line(linked.article?["articleSection"]) ?? ""
        ])
    }

    /// Without the front page and the article itself.
    private func cleaned(_ steps: [String]) -> [String] {
        var result: [String] = []
        for step in steps {
            let words = Words(step)
            guard !words.isEmpty, step.count <= 80, words.letters != headline.letters,
                !SectionFinder.frontPages.contains(step.lowercased()), !result.contains(step)
            else { continue }
            if words.letters.count > 20, headline.contains(words) { continue }
            result.append(step)
        }
        return Array(result.prefix(Limits.sections))
    }

    private var shown: [String] {
        guard let trail = body.elements.indices.first(where: isTrail) else { return [] }
        let element = body.elements[trail]
        var steps: [String] = []
        var end = trail
        for inner in (trail + 1)..<max(trail + 1, element.end) where inner >= end {
            let part = body.elements[inner]
            let isStep = part.tag == .a || (part.end == inner + 1 && (part.tag == .span || part.tag == .li))
            guard isStep else { continue }
            end = part.end
            let text = body.text(ofElement: inner).trimmed(of: " ›»>/|•→")
            if !text.isEmpty { steps.append(text) }
        }
        // The last step is often no link.
        let parts = TitleParts(body.text(ofElement: trail))
        return parts.ranges.count > steps.count ? parts.ranges.indices.map(parts.part) : steps
    }

    /// A line above the text that begins at the front page: “Home > World > Climate”.
    private var written: [String] {
        for block in body.blocks.prefix(Limits.trailBlocks) where block.count <= 160 {
            let parts = TitleParts(LineText.collapsed(body.string(block)))
            guard parts.ranges.count >= 2, SectionFinder.frontPages.contains(parts.part(0).lowercased())
            else { continue }
            return parts.ranges.indices.map(parts.part)
        }
        return []
    }

    private func isTrail(_ index: Int) -> Bool {
        let element = body.elements[index]
        guard element.letters.count < 1000, element.letters.count > 2 else { return false }
        if element.role.contains(.breadcrumb) { return true }
        let label = body.attribute("aria-label", ofElement: index)?.lowercased() ?? ""
        return element.tag == .nav && label.contains("breadcrumb")
    }
}
