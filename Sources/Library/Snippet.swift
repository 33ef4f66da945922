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

/// Finds the words of a query in texts, and the place of a text where they stand closest.
public struct SnippetFinder: Sendable {
    private struct Word: Sendable {
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

    /// Looks for the words of a query that the full text is asked for; nothing where there are none.
    public init?(query: String, now: Timestamp) {
        guard let terms = try? Archive.terms(of: query, now: now) else { return nil }
        self.init(terms)
        if words.isEmpty { return nil }
    }

    /// Where the words stand in a line, in letters (`Character`s).
    public func places(in line: String) -> [Range<Int>] {
        let offsets = CharacterOffsets(line[...], startingAt: 0)
        return hits(in: FoldedText(line)).compactMap { offsets.characters(in: $0.range) }
    }

    /// The snippet; the beginning of the text where none of the words stands in it.
    func snippet(of text: Line) -> Snippet {
        let text = text.text
        let hits = hits(in: FoldedText(text))
        let offset = hits.isEmpty ? 0 : hits[best(hits)].range.lowerBound
        let (start, end) = window(around: offset, in: text)
        let before = start > text.startIndex ? "…" : ""
        let piece = before + text[start..<end] + (end < text.endIndex ? "…" : "")
        let line = Line(piece)
        // Trimmed white space would move all hits.
        guard line.text == piece else { return Snippet(text: line, hits: []) }
        let offsets = CharacterOffsets(
            text[start..<end], startingAt: text.utf8.distance(from: text.startIndex, to: start))
        let shown = hits.compactMap { offsets.characters(in: $0.range) }
        return Snippet(
            text: line, hits: shown.map { ($0.lowerBound + before.count)..<($0.upperBound + before.count) })
    }

    /// The piece around a place that is given in bytes: some letters before it, and as many in all as a snippet has.
    private func window(around offset: Int, in text: String) -> (start: String.Index, end: String.Index) {
        let place = text.utf8.index(text.startIndex, offsetBy: offset)
        let start = text.index(place, offsetBy: -Self.lead, limitedBy: text.startIndex) ?? text.startIndex
        if let end = text.index(start, offsetBy: Self.length, limitedBy: text.endIndex) {
            return (start, end)
        }
        let earlier = text.index(text.endIndex, offsetBy: -Self.length, limitedBy: text.startIndex)
        return (earlier ?? text.startIndex, text.endIndex)
    }

    /// In bytes of the text.
    private struct Hit {
        var range: Range<Int>
        var word: Int
    }

    private func hits(in text: FoldedText) -> [Hit] {
        var hits: [Hit] = []
        for place in text.letters.indices where text.startsWord(at: place) {
            for (number, word) in words.enumerated()
            where text.stands(word.letters, at: place, isPrefix: word.isPrefix) {
                let end = text.places[place + word.letters.count - 1] + 1
                hits.append(Hit(range: text.places[place]..<end, word: number))
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

/// Which letters of a piece of a text stand at which bytes.
private struct CharacterOffsets {
    /// Where each begins, and where the last one ends, in bytes of the whole text.
    private var starts: [Int]

    init(_ piece: Substring, startingAt offset: Int) {
        starts = [offset]
        for character in piece { starts.append(starts[starts.count - 1] + character.utf8.count) }
    }

    /// The letters that bytes belong to; nothing if they are not all in the piece.
    func characters(in range: Range<Int>) -> Range<Int>? {
        guard let first = starts.first, let last = starts.last, range.lowerBound >= first,
            range.upperBound <= last,
            let end = starts.firstIndex(where: { $0 >= range.upperBound })
        else { return nil }
        return ((starts[...end].lastIndex { $0 <= range.lowerBound }) ?? 0)..<end
    }
}

/// A text's letters as searches compare them, each with the byte it begins at.
private struct FoldedText {
    /// Bare letters; 0 between words.
    var letters: [UInt32] = []
    var places: [Int] = []
    private var ideographs: Set<Int> = []

    init(_ text: String) {
        letters.reserveCapacity(text.utf8.count)
        places.reserveCapacity(text.utf8.count)
        var place = 0
        for scalar in text.unicodeScalars {
            defer { place += UTF8.width(scalar) }
            switch FoldedLetter(scalar) {
            case .mark: continue
            case .separator: letters.append(0)
            case .letter(let letter): letters.append(letter)
            case .ideograph(let letter):
                ideographs.insert(letters.count)
                letters.append(letter)
            }
            places.append(place)
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
