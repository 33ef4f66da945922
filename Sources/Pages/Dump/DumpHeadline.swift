/// Finds the headline of a page-text dump, and the trail of sections before it.
struct DumpHeadline {
    /// The headline's text.
    let text: String
    /// The first line behind it and its repetitions.
    let next: Int
    /// The way from the front page.
    let sections: [String]
    /// The site, where the page's title names it behind the headline.
    let siteName: String?

    /// How far down a headline can be repeated.
    private static let header = 60
    private static let separators = [" › ", " » ", " > ", " / ", " | ", " → ", "›", "»", " :: "]

    /// The headline; nil if nothing looks like one.
    init?(_ lines: [DumpLine]) {
        guard let found = DumpHeadline.repeated(lines) ?? DumpHeadline.beforeText(lines) else {
            return nil
        }
        self = found
    }

    private init(text: String, next: Int, sections: [String], siteName: String? = nil) {
        self.text = text
        self.next = next
        let headline = Words(text)
        self.sections = sections.map(DumpHeadline.unlabelled).filter { step in
            !step.isEmpty && !SectionFinder.frontPages.contains(step.lowercased())
                && !DumpHeadline.isBeginning(step, of: headline)
        }
        self.siteName = siteName
    }

    /// Without “You are here”.
    private static func unlabelled(_ step: String) -> String {
        let lower = step.lowercased()
        for label in labels where lower.hasPrefix(label) {
            return String(step.dropFirst(label.count)).trimmed(of: " :›»>/|")
        }
        return step
    }

    private static let labels = [
        "you are here", "you're here", "you’re here", "breadcrumbs", "breadcrumb", "sie sind hier",
        "sie befinden sich hier", "vous êtes ici", "estás aquí", "está aquí", "você está aqui", "sei qui",
        "u bent hier",
    ]

    /// The headline itself as the last step, perhaps cut: “Why the moor of Grotebrook …”.
    private static func isBeginning(_ step: String, of headline: Words) -> Bool {
        let words = Words(step)
        if words.letters == headline.letters { return true }
        let isCut = step.hasSuffix("…") || step.hasSuffix("...")
        return isCut && words.letters.count >= 8 && headline.letters.starts(with: words.letters)
    }

    // MARK: What is said twice

    /// A line that stands again at the end of another, with the trail before it, or before the site's name.
    private static func repeated(_ lines: [DumpLine]) -> DumpHeadline? {
        let end = min(lines.count, header)
        for later in 1..<max(1, end) {
            let headline = lines[later]
            guard headline.words.count >= 3, headline.count >= 12, headline.isTitleLike else { continue }
            var sections: [String]?
            var site: String?
            for earlier in 0..<later where lines[earlier].words.contains(headline.words) {
                guard let found = around(headline, in: lines[earlier]) else { continue }
                sections = sections?.isEmpty == false ? sections : found.sections
                site = site ?? found.site
            }
            guard var sections else { continue }
            if sections.isEmpty { sections = trail(lines[..<later]) ?? [] }
            return DumpHeadline(
                text: headline.text, next: after(headline, lines, from: later + 1), sections: sections,
                siteName: site)
        }
        return nil
    }

    /// What stands before and behind the headline in a line that repeats it; nil if that is more than labels.
    private static func around(
        _ headline: DumpLine, in line: DumpLine
    ) -> (sections: [String], site: String?)? {
        if line.words == headline.words { return ([], nil) }
        let own = headline.text.utf8.count
        guard line.text.utf8.count - own <= 160 else { return nil }
        if line.text.hasSuffix(headline.text) {
            return (steps(String(line.text.dropLast(headline.text.count))), nil)
        }
        guard line.text.hasPrefix(headline.text) else { return nil }
        let site = line.text.dropFirst(headline.text.count)
        guard let mark = site.first(where: { $0 != " " }), "-–—|·•:».›".contains(mark) else { return nil }
        return ([], String(site).trimmed(of: " -–—|·•:».›"))
    }

    /// The steps of a trail; one that is run together is left whole, without the front page.
    private static func steps(_ trail: String) -> [String] {
        let trail = trail.trimmed(of: " ›»>/|→:")
        guard !trail.isEmpty else { return [] }
        if let parts = split(trail) { return parts }
        for home in ["Home", "Startseite", "Accueil", "Inicio", "Início", "Homepage"]
        where trail.hasPrefix(home) {
            let rest = trail.dropFirst(home.count).drop { $0 == " " }
            guard rest.first.map({ $0.isUppercase || !$0.isLetter }) ?? true else { continue }
            return unjoined(rest)
        }
        return unjoined(trail[...])
    }

    /// Links that a crawler ran together: “NewsData Center” is “News” and “Data Center”.
    private static func unjoined(_ trail: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        for letter in trail {
            if letter.isUppercase, part.count > 3, part.suffix(3).allSatisfy(\.isLowercase) {
                parts.append(part)
                part = ""
            }
            part.append(letter)
        }
        parts.append(part)
        return parts.map { LineText.collapsed($0) }.filter { !$0.isEmpty }
    }

    private static func split(_ trail: String) -> [String]? {
        for separator in separators {
            let parts = DumpHeadline.parts(of: trail, at: separator)
            if parts.count >= 2 { return parts }
        }
        return nil
    }

    private static func parts(of text: String, at separator: String) -> [String] {
        let bytes = Array(text.utf8)
        let mark = Array(separator.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index...].starts(with: mark) else {
                index += 1
                continue
            }
            parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
            index += mark.count
            start = index
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts.map { LineText.collapsed($0) }.filter { !$0.isEmpty }
    }

    // MARK: What stands before the text

    /// The first line with some words in the lines before the first paragraph.
    private static func beforeText(_ lines: [DumpLine]) -> DumpHeadline? {
        let limit = min(lines.count, 400)
        let paragraph =
            (0..<limit).first { lines[$0].isParagraph && $0 + 1 < limit && !isMeta(lines[$0]) } ?? limit
        let first = max(0, min(paragraph, limit) - 8)
        for index in first..<max(first, min(limit, paragraph + 1)) {
            let line = lines[index]
            guard line.words.count >= 3, line.count >= 12, line.isTitleLike, !isMeta(line),
                !isTrail(line.text)
            else { continue }
            let parts = TitleParts(line.text)
            let hasSite =
                parts.ranges.count == 2 && Words(parts.part(0)).count >= 4 && Words(parts.part(1)).count <= 4
            return DumpHeadline(
                text: hasSite ? parts.part(0) : line.text, next: after(line, lines, from: index + 1),
                sections: trail(lines[..<index]) ?? [], siteName: hasSite ? parts.part(1) : nil)
        }
        return nil
    }

    private static func isMeta(_ line: DumpLine) -> Bool {
        line.isDated || line.isByline || line.isPromotion
    }

    private static func isTrail(_ text: String) -> Bool {
        guard let parts = split(text), parts.count >= 2 else { return false }
        if SectionFinder.frontPages.contains(unlabelled(parts[0]).lowercased()) { return true }
        // “World / Americas”.
        return text.count <= 60
            && parts.allSatisfy { $0.split(separator: " ").count <= 3 && !$0.contains(where: \.isNumber) }
    }

    /// The nearest line above the headline that is a trail: “Home › World › Climate”.
    private static func trail(_ lines: ArraySlice<DumpLine>) -> [String]? {
        for line in lines.suffix(6).reversed() where line.count <= 160 {
            if isTrail(line.text), let parts = split(line.text) { return parts }
        }
        return stack(lines)
    }

    /// A trail with a line for each step, below a line that says so: “Breadcrumb”, “Home”, “World”.
    private static func stack(_ lines: ArraySlice<DumpLine>) -> [String]? {
        let near = lines.suffix(6)
        let isLabel: (DumpLine) -> Bool = { labels.contains($0.text.lowercased().trimmed(of: " :")) }
        guard let label = near.lastIndex(where: isLabel) else { return nil }
        let steps = near[(label + 1)...].map(\.text)
        return !steps.isEmpty && steps.allSatisfy({ $0.count <= 40 }) ? steps : nil
    }

    /// Past lines that say the headline once more.
    private static func after(_ headline: DumpLine, _ lines: [DumpLine], from start: Int) -> Int {
        var next = start
        while next < min(lines.count, start + 3), lines[next].words == headline.words { next += 1 }
        return next
    }
}
