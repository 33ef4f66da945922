import Archive
import News
import Related

/// A piece of a text around the words that were searched for.
public struct Snippet: Sendable, Hashable {
    /// The piece, with `…` where it was cut.
    public var text: Line
    /// Where the words stand, in letters (`Character`s) from the beginning of `text`.
    public var hits: [Range<Int>]

    /// A piece of a text.
    public init(text: Line, hits: [Range<Int>]) {
        self.text = text
        self.hits = hits
    }
}

/// Finds the place of a text where the words of a query stand closest.
struct SnippetFinder {
    private struct Word {
        var letters: [UInt32]
        var isPrefix: Bool
    }

    private let words: [Word]

    /// Letters of a snippet, and of what stands before its first hit.
    private static let length = 160
    private static let lead = 40
    /// Hits that are looked at; a word on every line need not be found a thousand times.
    private static let mostHits = 200

    /// Looks for the words of terms; those that are asked for in the headline or the byline stand elsewhere.
    init(_ terms: [SearchTerm]) {
        words = terms.filter { $0.column == nil }.flatMap { term -> [Word] in
            let runs = FoldedText(term.words).letters.split(separator: 0).map(Array.init)
            return runs.indices.map {
                Word(letters: runs[$0], isPrefix: term.isPrefix && $0 == runs.count - 1)
            }
        }
    }

    /// The snippet; the beginning of the text where none of the words stands in it.
    func snippet(of text: Line) -> Snippet {
        let folded = FoldedText(text.text)
        let hits = hits(in: folded)
        let first = hits.isEmpty ? 0 : best(hits)
        let letters = Array(text.text)
        let offset = hits.isEmpty ? 0 : hits[first].range.lowerBound
        let start = max(0, min(offset - Self.lead, letters.count - Self.length))
        let end = min(letters.count, start + Self.length)
        let isCut = (before: start > 0, after: end < letters.count)
        let piece = (isCut.before ? "…" : "") + String(letters[start..<end]) + (isCut.after ? "…" : "")
        let line = Line(piece)
        // Trimmed white space would move all hits.
        let shift = (isCut.before ? 1 : 0) - start
        let shown = hits.map { ($0.range.lowerBound + shift)..<($0.range.upperBound + shift) }
            .filter { $0.lowerBound >= 0 && $0.upperBound <= line.text.count }
        return Snippet(text: line, hits: line.text == piece ? shown : [])
    }

    private struct Hit {
        var range: Range<Int>
        var word: Int
    }

    private func hits(in text: FoldedText) -> [Hit] {
        var hits: [Hit] = []
        for place in text.letters.indices where text.startsWord(at: place) {
            for (number, word) in words.enumerated()
            where text.stands(word.letters, at: place, isPrefix: word.isPrefix) {
                let end = text.characters[place + word.letters.count - 1] + 1
                hits.append(Hit(range: text.characters[place]..<end, word: number))
                break
            }
            if hits.count == Self.mostHits { break }
        }
        return hits
    }

    /// The hit from which on most of the words stand within one snippet.
    private func best(_ hits: [Hit]) -> Int {
        var best = (hit: 0, count: 0)
        for first in hits.indices {
            let end = hits[first].range.lowerBound + Self.length - Self.lead
            let count = Set(hits[first...].prefix { $0.range.upperBound <= end }.map(\.word)).count
            if count > best.count { best = (first, count) }
        }
        return best.hit
    }
}

/// A text's letters as searches compare them, each with the character it stands in.
private struct FoldedText {
    /// Bare letters; 0 between words.
    var letters: [UInt32] = []
    var characters: [Int] = []
    private var ideographs: Set<Int> = []

    init(_ text: String) {
        for (number, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                switch FoldedLetter(scalar) {
                case .mark: continue
                case .separator: letters.append(0)
                case .letter(let letter): letters.append(letter)
                case .ideograph(let letter):
                    ideographs.insert(letters.count)
                    letters.append(letter)
                }
                characters.append(number)
            }
        }
    }

    func startsWord(at place: Int) -> Bool {
        letters[place] != 0 && (place == 0 || letters[place - 1] == 0 || ideographs.contains(place))
    }

    func stands(_ word: [UInt32], at place: Int, isPrefix: Bool) -> Bool {
        let end = place + word.count
        guard end <= letters.count, letters[place..<end].elementsEqual(word) else { return false }
        return isPrefix || end == letters.count || letters[end] == 0 || ideographs.contains(end - 1)
    }
}

/// Where the words of a search stand in an article.
public struct SearchExcerpt: Sendable, Hashable {
    /// In the headline, in letters (`Character`s).
    public var headlineHits: [Range<Int>]
    /// In the text.
    public var snippet: Snippet

    /// Places of words.
    public init(headlineHits: [Range<Int>], snippet: Snippet) {
        self.headlineHits = headlineHits
        self.snippet = snippet
    }
}
