import Markup

/// Finds what the page says about its author.
struct BiographyFinder {
    let body: PageBody
    let headline: Int?

    /// A paragraph in a box about the author; the one that names him, if his name is known.
    func find(author: String?) -> String? {
        var best: (score: Int, text: String)?
        let name = author.map { Words($0) }
        let surname = author?.split(separator: " ").last.map { Words(String($0)) }
        for block in body.blocks
        where block.count >= 40 && block.count < 1500 && block.hasSentence && block.linkShare < 0.6 {
            guard isAboutAuthor(block.element) else { continue }
            let text = body.string(block)
            let words = Words(text)
            var score = 1
            if let name, words.contains(name) {
                score = 3
            } else if let surname, words.contains(surname) {
                score = 2
            }
            if score > best?.score ?? 0 { best = (score, LineText.collapsed(text)) }
        }
        return best?.text
    }

    private func isAboutAuthor(_ index: Int) -> Bool {
        for outer in ([index] + Array(body.ancestors(of: index))).prefix(6) {
            let element = body.elements[outer]
            if element.role.contains(.comment) { return false }
            if element.role.contains(.biography) { return true }
            if body.attribute("itemprop", ofElement: outer)?.lowercased() == "author", element.tag != .article
            {
                return true
            }
        }
        return false
    }
}
