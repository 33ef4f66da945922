import Markup

/// How much each block of a page speaks for being the article's text, and sums of it over elements.
struct BlockAppraisal: Sendable {
    /// The value of each block; negative for what speaks against.
    private(set) var values: [Double] = []
    /// Letters of sentences up to each block, once each.
    private var mass: [Int] = [0]
    private var positive: [Double] = [0]
    private var negative: [Double] = [0]
    /// How often each block's text stands on the page.
    private(set) var repeats: [Int] = []
    /// How strongly each element's place speaks against its text: 0, 1 or 2.
    private(set) var aversion: [Int] = []
    let pageMass: Int
    private var isWrapping: [Bool] = []
    private var claimsBeside: [Bool] = []

    init(_ body: PageBody, keywords: Set<UInt64>, sure: Set<Int>) {
        repeats = BlockAppraisal.countRepeats(body)
        for (index, block) in body.blocks.enumerated() {
            let isReal =
                block.linkShare < 0.4 && block.count >= 40 && block.hasSentence && repeats[index] == 1
            mass.append(mass[index] + (isReal ? block.count : 0))
        }
        pageMass = max(1, mass[body.blocks.count])
        isWrapping = wrapping(body)
        claimsBeside = body.elements.map { $0.role.contains(.besideText) }
        aversion = aversions(body)
        for (index, block) in body.blocks.enumerated() {
            var value = BlockAppraisal.plainValue(block)
            if value > 0 {
                let against = aversion[block.element]
                if against > 0 { value *= against == 1 ? 0.15 : 0.05 }
                if repeats[index] > 1 { value *= 0.2 }
            }
            value = min(value, 2500)
            if value > 0 { value *= BlockAppraisal.bonus(body.text(block), keywords) }
            if sure.contains(index) { value = abs(value) + Double(block.count) * 1.5 }
            values.append(value)
            positive.append(positive[index] + max(0, value))
            negative.append(negative[index] + max(0, -value))
        }
    }

    // MARK: Sums

    /// Letters of sentences within a range of blocks.
    func mass(_ blocks: Range<Int>) -> Int { mass[blocks.upperBound] - mass[blocks.lowerBound] }

    /// What speaks for a range of blocks.
    func positive(_ blocks: Range<Int>) -> Double {
        positive[blocks.upperBound] - positive[blocks.lowerBound]
    }

    /// What speaks against a range of blocks.
    func negative(_ blocks: Range<Int>) -> Double {
        negative[blocks.upperBound] - negative[blocks.lowerBound]
    }

    func sum(_ blocks: Range<Int>) -> Double { positive(blocks) - negative(blocks) }

    /// Whether an element's name says that it is beside the text, and it does not hold the article all the same.
    func isBeside(_ index: Int) -> Bool { claimsBeside[index] && !isWrapping[index] }

    /// Elements around one that is marked as the article's text and holds most of what they hold.
    private func wrapping(_ body: PageBody) -> [Bool] {
        var result = body.elements.map { _ in false }
        for element in body.elements where element.role.contains(.articleText) || element.isMarkedArticleBody
        {
            let own = mass(element.blocks)
            guard own * 7 >= pageMass else { continue }
            var outer = element.parent
            while outer >= 0, !result[outer], mass(body.elements[outer].blocks) <= 2 * own {
                result[outer] = true
                outer = body.elements[outer].parent
            }
        }
        return result
    }

    // MARK: Values

    private static func plainValue(_ block: TextBlock) -> Double {
        let length = Double(block.weight)
        let share = block.linkShare
        if block.isPreformatted { return length * 0.6 }
        if block.isHeading { return share < 0.5 ? 0 : -length * 0.5 }
        if share > 0.5 { return -min(length, 200) * 0.8 - 8 }
        if block.hasSentence, length >= 80 { return length * (1 - share) }
        if block.hasSentence, length >= 40 { return length * 0.5 * (1 - share) }
        if length >= 120, share < 0.2, !block.hasSentence, block.tag.holdsPlainText { return length * 0.3 }
        if block.isListItem { return block.hasSentence ? length * 0.3 : -4 }
        return -min(length, 60) * 0.25 - 4
    }

    /// More for a block that shares long words with the page's title and description.
    private static func bonus(_ text: ArraySlice<UInt8>, _ keywords: Set<UInt64>) -> Double {
        guard !keywords.isEmpty else { return 1 }
        let shared = Set(Words(text).digests).intersection(keywords).count
        return shared >= 2 ? 1 + min(0.5, 0.12 * Double(shared)) : 1
    }

    private static func countRepeats(_ body: PageBody) -> [Int] {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for block in body.blocks { counts[body.text(block), default: 0] += 1 }
        return body.blocks.map { counts[body.text($0)] ?? 1 }
    }

    // MARK: Places

    /// Names do not decide against the evidence: an element that holds a third of the page's sentences is no sidebar.
    private func aversions(_ body: PageBody) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(body.elements.count)
        for (index, element) in body.elements.enumerated() {
            let outer = element.parent >= 0 ? result[element.parent] : 0
            result.append(element.isInline ? outer : max(outer, aversion(of: element, isBeside(index))))
        }
        return result
    }

    private func aversion(of element: PageElement, _ isBeside: Bool) -> Int {
        guard element.tag != .body else { return 0 }
        let isNeutral = element.tag == .main || element.tag == .article
        let share = Double(mass(element.blocks))
        if share > 0.35 * Double(pageMass) {
            let isNever = element.role.contains(.neverText) && !isNeutral && element.tag != .form
            return isNever && share < 0.9 * Double(pageMass) ? 1 : 0
        }
        switch element.tag {
        case .nav: return 2
        case .aside, .form, .footer: return 1
        default: break
        }
        if element.landmark == .beside { return 2 }
        return !isNeutral && isBeside ? 1 : 0
    }
}

extension HTMLTag {
    /// Elements whose long text without a full stop may be a paragraph all the same.
    fileprivate var holdsPlainText: Bool { self == .p || self == .div || self == .td || self == .li }
}
