import Markup

extension BlockFilter {
    /// Lines that are no text: the headline again, promotions, repetitions.
    mutating func dropTexts() {
        var seen: [[UInt8]: Int] = [:]
        for index in range where isKept(index) {
            let block = body.blocks[index]
            let words = Words(body.text(block))
            let parent = body.elements[block.element].parent
            if words.isEmpty || repeatsHeadline(block, words)
                || (block.tag == .h1 && index < range.lowerBound + 4)
            {
                drop(index, .headline)
            } else if block.count < 260, PromotionPhrases.shared.begin(body.text(block)) {
                drop(index, .promotion)
            } else if isRepeatedLabel(index) {
                drop(index, .repetition)
            } else if block.count > 60 {
                // A line set large elsewhere is a repetition, a line said twice in the text is not.
                if let other = seen[words.letters], other != parent { drop(index, .repetition) }
                seen[words.letters] = parent
            }
        }
    }

    /// A short line that stands three times on the page is a button.
    private func isRepeatedLabel(_ index: Int) -> Bool {
        let block = body.blocks[index]
        return appraisal.repeats[index] >= 3 && (11..<80).contains(block.count) && !isTrusted
            && !block.isPreformatted && !block.isListItem
    }

    private func repeatsHeadline(_ block: TextBlock, _ words: Words) -> Bool {
        guard !title.isEmpty else { return false }
        if words.letters == title.letters { return true }
        let long = title.letters.count
        guard words.letters.count > 20, Double(abs(words.letters.count - long)) <= 0.35 * Double(long) else {
            return false
        }
        return title.contains(words) || words.contains(title)
    }
}
