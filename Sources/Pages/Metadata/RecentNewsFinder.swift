import Markup
import News

/// Finds the page's own list of other news: links with whole headlines, in a box or under a heading that says so.
struct RecentNewsFinder {
    let body: PageBody
    let base: WebAddress?
    let headline: Words
    /// The page itself, which is no other news.
    let address: WebAddress?

    private static let headings = [
        "related", "recent", "more", "latest", "also", "read next", "recommended", "top stories", "you may",
        "mehr", "weitere", "auch interessant", "lesen sie auch", "à lire", "lire aussi", "te puede", "más",
        "leia", "leggi", "lees ook", "read more", "popular", "trending", "don't miss",
    ]

    func find() -> [Reference] {
        var result: [Reference] = []
        var seen: Set<WebAddress> = []
        for (index, element) in body.elements.enumerated() where element.tag == .a && element.isLink {
            guard result.count < Limits.recentNews, element.letters.count < 800 else { continue }
            let text = body.text(ofElement: index)
            guard (15...200).contains(text.count), Words(text).count >= 3, isListed(index),
                let target = body.attribute("href", ofElement: index),
                let address = WebAddress(target, relativeTo: base), address != self.address,
                Words(text).letters != headline.letters, seen.insert(address).inserted
            else { continue }
            result.append(Reference(title: Line(text), address: address))
        }
        return result
    }

    private func isListed(_ index: Int) -> Bool {
        for outer in body.ancestors(of: index).prefix(8) {
            let element = body.elements[outer]
            if element.role.contains(.otherNews) { return true }
            switch element.tag {
            case .ul, .ol, .div, .section, .aside: if isAnnounced(outer) { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a heading before an element, or the first one in it, announces other news.
    private func isAnnounced(_ index: Int) -> Bool {
        var before = body.document.previousSibling(of: body.elements[index].node)
        while let node = before, body.document.kind(of: node) != .element {
            before = body.document.previousSibling(of: node)
        }
        guard let before else { return false }
        switch body.document.tag(of: before) {
        case .h2, .h3, .h4, .h5, .p, .div, .span: break
        default: return false
        }
        var letters: [UInt8] = []
        for node in body.document.descendants(of: before) where body.document.kind(of: node) == .text {
            letters += body.document.utf8(of: node).prefix(80)
            if letters.count > 80 { break }
        }
        let text = String(decoding: letters, as: UTF8.self).lowercased().trimmed(of: " \n\t•»›")
        return RecentNewsFinder.headings.contains { text.hasPrefix($0) }
    }
}
