/// Knows the lines that stand in an article's text and are not of it, by how they begin.
struct PromotionPhrases: Sendable {
    static let shared = PromotionPhrases()

    private enum Kind {
        case beginning
        case whole
        case beforeColon
        case short
        case beforeOn
        case label
        case dated
        case provenance
    }

    /// Phrases by their first two letters.
    private var phrases: [[UInt8]: [(text: [UInt8], kind: Kind)]] = [:]

    private init() {
        add(PromotionPhraseTable.beginnings, .beginning)
        add(PromotionPhraseTable.whole, .whole)
        add(PromotionPhraseTable.beforeColon, .beforeColon)
        add(PromotionPhraseTable.short, .short)
        add(PromotionPhraseTable.beforeOn, .beforeOn)
        add(PromotionPhraseTable.labels, .label)
        add(PromotionPhraseTable.dated, .dated)
        add(PromotionPhraseTable.provenance.joined(separator: "\n"), .provenance)
    }

    private mutating func add(_ lines: String, _ kind: Kind) {
        for line in lines.split(separator: "\n") {
            let text = Array(line.utf8)
            phrases[Array(text.prefix(2)), default: []].append((text, kind))
        }
    }

    /// Whether a line begins as promotions, captions, credits and dates do.
    func begin(_ line: ArraySlice<UInt8>) -> Bool {
        let text = PromotionPhrases.opening(of: line)
        if PromotionPhrases.countsReaders(text) { return true }
        guard let candidates = phrases[Array(text.prefix(2))] else { return false }
        for candidate in candidates where text.starts(with: candidate.text) {
            let rest = text[candidate.text.count...]
            if matches(candidate.kind, rest) { return true }
        }
        return false
    }

    private func matches(_ kind: Kind, _ rest: ArraySlice<UInt8>) -> Bool {
        let endsWord = rest.first.map { !PromotionPhrases.isLetter($0) } ?? true
        switch kind {
        case .beginning: return true
        case .whole: return !rest.contains { PromotionPhrases.isLetter($0) }
        case .beforeColon: return endsWord && sentence(rest).prefix(41).contains(UInt8(ascii: ":"))
        case .short: return endsWord && rest.count <= 60 && !rest.contains(UInt8(ascii: "."))
        case .beforeOn: return endsWord && Array(sentence(rest).prefix(40)).contains(run: Array(" on ".utf8))
        case .label:
            let next = rest.first { $0 != 0x20 }
            return next.map { ":|/".utf8.contains($0) || $0 == 0xC2 } ?? false
        case .dated:
            guard endsWord else { return false }
            let next = rest.drop { $0 == 0x20 }
            if let first = next.first, first == UInt8(ascii: ":") || first &- 0x30 < 10 { return true }
            let word = next.prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }
            return PromotionPhraseTable.datedBefore.contains { word.elementsEqual($0.utf8) }
        case .provenance:
            let sentence = String(decoding: sentence(rest).prefix(160), as: UTF8.self)
            return PromotionPhraseTable.provenanceVerbs.contains {
                sentence.utf8.split(separator: 0x20).map(Array.init).contains(Array($0.utf8))
            }
        }
    }

    private func sentence(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.prefix { $0 != UInt8(ascii: ".") }
    }

    /// The first letters of a line in lower case, from its first letter on.
    private static func opening(of line: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in ScalarReader(line) {
            let isMark = !LetterClass.isWord(scalar) && scalar != 0xA9
            if result.isEmpty, isMark { continue }
            result.append(scalar: LetterClass.lowered(scalar))
            if result.count > 240 { break }
        }
        return result
    }

    /// “12 comments”, “3 min read”.
    private static func countsReaders(_ text: [UInt8]) -> Bool {
        guard let first = text.first, first &- 0x30 < 10 else { return false }
        let words = text.split(separator: 0x20, maxSplits: 3)
        guard words.count >= 2, words[0].allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        let unit = String(decoding: words[1], as: UTF8.self)
        if ["comment", "comments", "share", "shares", "view", "views"].contains(unit) { return true }
        return unit.hasPrefix("min") && words.count >= 3 && words[2].starts(with: "read".utf8)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
