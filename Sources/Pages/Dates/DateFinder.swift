import Markup
import News

/// Finds the day of publication on the page itself.
struct DateFinder {
    let body: PageBody
    let headline: Int?
    let style: DateStyle

    private struct Candidate {
        let isBeside: Bool
        let isUpdate: Bool
        let distance: Int
        let isPlain: Bool
        let moment: Timestamp

        /// What decides, most important first.
        var order: (Int, Int, Int, Int) {
            (isBeside ? 1 : 0, isUpdate ? 1 : 0, distance, isPlain ? 1 : 0)
        }
    }

    /// How many elements from the headline a date still stands beside it.
    private static let near = 150

    func find() -> Timestamp? {
        let marked = marked()
        if let marked, !marked.isBeside, marked.distance <= DateFinder.near { return marked.moment }
        return line(nearHeadline) ?? marked?.moment ?? line(anywhere)
    }

    // MARK: Elements for dates

    private func marked() -> Candidate? {
        var best: Candidate?
        for (index, element) in body.elements.enumerated() {
            guard mayHoldDate(index, element), let candidate = candidate(index, element) else { continue }
            if best.map({ candidate.order < $0.order }) ?? true { best = candidate }
        }
        return best
    }

    private func mayHoldDate(_ index: Int, _ element: PageElement) -> Bool {
        switch element.tag {
        case .time: return true
        case .span, .p, .div, .li, .abbr, .small, .em, .i, .b, .td, .strong, .a, .h2, .h3, .h4, .h5, .h6, .dd,
            .font:
            if element.role.contains(.date) || element.role.contains(.byline) { return true }
            let property = body.attribute("itemprop", ofElement: index)?.lowercased() ?? ""
            return property.contains("date") || property.contains("publish")
        default: return false
        }
    }

    private func candidate(_ index: Int, _ element: PageElement) -> Candidate? {
        let value =
            body.attribute("datetime", ofElement: index) ?? body.attribute("content", ofElement: index)
            ?? (element.tag == .abbr ? body.attribute("title", ofElement: index) : nil)
        if element.tag != .time, holdsMarkedTime(index) { return nil }
        let text = body.letters[element.letters]
        guard value != nil || text.count <= 300 else { return nil }
        guard
            let moment = value.flatMap({ PageDate.find(in: $0, style) })
                ?? (text.count <= 300 ? PageDate.find(in: text, style) : nil)
        else { return nil }
        let away = index - (headline ?? 0)
        let distance = abs(away) * (away >= -30 ? 1 : 3)
        return Candidate(
            isBeside: isBeside(index),
            isUpdate: element.role.contains(.updated) || UpdateWords.stand(in: text),
            distance: distance, isPlain: element.tag != .time, moment: moment)
    }

    /// A `<time>` with its value says it better than the line around it.
    private func holdsMarkedTime(_ index: Int) -> Bool {
        let inner = (index + 1)..<max(index + 1, min(body.elements[index].end, index + 8))
        return inner.contains {
            body.elements[$0].tag == .time && body.attribute("datetime", ofElement: $0)?.isEmpty == false
        }
    }

    private func isBeside(_ index: Int) -> Bool {
        body.ancestors(of: index).contains { outer in
            let element = body.elements[outer]
            switch element.tag {
            case .footer, .aside, .nav: return true
            default: return !element.role.isDisjoint(with: [.comment, .otherNews, .margin])
            }
        }
    }

    // MARK: Lines

    /// The block the headline is in.
    private var first: Int {
        min(headline.map { body.elements[$0].blocks.lowerBound } ?? 0, max(0, body.blocks.count - 1))
    }

    /// The lines behind the headline, then those before it.
    private var nearHeadline: [Int] {
        Array(first..<min(body.blocks.count, first + 13))
            + (max(0, first - 8)..<min(body.blocks.count, first + 1)).reversed()
    }

    private var anywhere: [Int] {
        Array(first..<min(body.blocks.count, first + 60)) + (0..<min(body.blocks.count, 400))
    }

    /// The date of the first short line that has one.
    private func line(_ blocks: [Int]) -> Timestamp? {
        for index in blocks {
            let block = body.blocks[index]
            guard block.count < 160, !isInFooter(block.element) else { continue }
            if let moment = PageDate.find(in: body.text(block), style) { return moment }
        }
        return nil
    }

    private func isInFooter(_ index: Int) -> Bool {
        ([index] + Array(body.ancestors(of: index))).contains { outer in
            let element = body.elements[outer]
            return element.tag == .footer || element.tag == .nav
                || !element.role.isDisjoint(with: [.comment, .margin])
        }
    }
}

/// Words that say that a date is of the last change.
enum UpdateWords {
    private static let stems = [
        "updat", "modif", "aktualis", "mis à jour", "actualiz", "aggiorn", "bijgewerkt", "uppdater",
        "oppdater",
    ]

    static func stand(in text: ArraySlice<UInt8>) -> Bool {
        let lower = LineText.lowered(text)
        return stems.contains { lower.contains(run: Array($0.utf8)) }
    }

    /// Where the first of them begins in a line.
    static func place(in text: ArraySlice<UInt8>) -> Int? {
        // Lower case may have another length only past the letters of our languages.
        let lower = LineText.lowered(text)
        let marks = stems.map { Array($0.utf8) }
        let found = lower.indices.first { index in marks.contains { lower[index...].starts(with: $0) } }
        return found.map { min(text.startIndex + $0, text.endIndex) }
    }
}
