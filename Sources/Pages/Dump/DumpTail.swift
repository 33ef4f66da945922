import News

/// What stands behind the text, or is put into it: other news, the author's biography, the last change, subjects.
struct DumpTail {
    private(set) var recentNews: [Reference] = []
    private(set) var biography: String?
    private(set) var author: String?
    private(set) var updated: Timestamp?
    private(set) var subjects: [Line] = []
    /// The lines of the text itself.
    private(set) var text: [DumpLine] = []

    private let lines: ArraySlice<DumpLine>
    private let authors: [Words]
    private let names: [String]
    /// The last line that is surely of the text.
    private let last: Int

    init(_ lines: ArraySlice<DumpLine>, authors: [String]) {
        self.lines = lines
        self.authors = authors.map { Words($0) }
        names = authors
        last = DumpTail.lastParagraph(lines, self.authors)
        var index = lines.startIndex
        while index < lines.endIndex {
            let line = lines[index]
            if index > last, DumpPhrases.ends(line.text) { break }
            index = take(line, at: index)
        }
    }

    /// The last paragraph before anything that ends an article.
    private static func lastParagraph(_ lines: ArraySlice<DumpLine>, _ authors: [Words]) -> Int {
        var last = lines.startIndex - 1
        for index in lines.indices {
            let line = lines[index]
            let isEnd =
                DumpPhrases.announcesAuthor(line.text) || DumpPhrases.ends(line.text)
                || authors.contains(line.words)
                || (line.isDated && UpdateWords.stand(in: Array(line.text.utf8)[...]))
            if isEnd, last >= lines.startIndex, !hasMuchText(lines[index...]) { break }
            if line.isParagraph { last = index }
        }
        return last
    }

    /// Whether more than a biography follows.
    private static func hasMuchText(_ lines: ArraySlice<DumpLine>) -> Bool {
        lines.lazy.filter(\.isParagraph).prefix(4).count >= 4
    }

    private mutating func take(_ line: DumpLine, at index: Int) -> Int {
        if DumpPhrases.announcesOtherNews(line.text), let end = list(after: index) { return end }
        if index > last || !line.isParagraph {
            if authors.contains(line.words) || DumpPhrases.announcesAuthor(line.text) || isAbout(line) {
                return aboutAuthor(after: index)
            }
            if line.isName, index > last, let end = box(at: index) { return end }
        }
        let subjects = DumpPhrases.subjects(line.text)
        if !subjects.isEmpty {
            self.subjects += subjects.map { Line($0) }
        } else if line.isDated, UpdateWords.stand(in: Array(line.text.utf8)[...]) {
            updated = DumpDates(line.text).updated ?? updated
        } else if !line.isPromotion, !DumpPhrases.isToolbar(line.text), index <= last + 6,
            isOfText(line, index)
        {
            text.append(line)
        }
        return index + 1
    }

    /// “About Ada Byron”.
    private func isAbout(_ line: DumpLine) -> Bool {
        names.contains { DumpPhrases.isAbout(line.text, $0) }
    }

    /// Behind the last paragraph only sentences are text.
    private func isOfText(_ line: DumpLine, _ index: Int) -> Bool {
        index <= last || line.hasSentence && line.endsSentence
            || DumpPhrases.attributes(line.text) && index == last + 1
    }

    // MARK: Other news

    /// The titles below a heading; nil if none follow.
    private mutating func list(after heading: Int) -> Int? {
        var index = heading + 1
        var titles: [Reference] = []
        while index < lines.endIndex, titles.count < Limits.recentNews {
            let line = lines[index]
            let isOther =
                DumpPhrases.announcesOtherNews(line.text) || DumpPhrases.announcesAuthor(line.text)
                || DumpPhrases.ends(line.text) || authors.contains(line.words)
            // Subjects and dates may stand between the titles.
            let isLabel = line.words.count == 1 && line.count <= 24
            if isOther || line.isParagraph || !(line.isTitleLike || isLabel)
                || (index > last && line.isPromotion)
            {
                break
            }
            if line.words.count >= 3, !line.isDated {
                titles.append(Reference(title: Line(DumpTail.unmarked(line.text))))
            }
            index += 1
            // Within the text a list ends where the text goes on with a heading.
            if index < last, index < lines.endIndex, titles.count >= 1, index + 1 < lines.endIndex,
                lines[index + 1].isParagraph, !lines[index].isParagraph, titles.count >= 3
            {
                break
            }
        }
        guard !titles.isEmpty else { return nil }
        let known = Set(recentNews.map(\.title))
        recentNews += titles.filter { !known.contains($0.title) }
        recentNews = Array(recentNews.prefix(Limits.recentNews))
        return index
    }

    /// A title without its bullet or number.
    static func unmarked(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        let isNumbered = (1...2).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
        return (isNumbered ? String(rest.dropFirst(2)) : text).trimmed(of: "•*·-–›»> ")
    }

    // MARK: The author

    /// Takes the biography below a name or heading, and the name where it is repeated.
    private mutating func aboutAuthor(after index: Int) -> Int {
        var next = index + 1
        while next < lines.endIndex,
            authors.contains(lines[next].words) || isAbout(lines[next])
                || (author == nil && authors.isEmpty && lines[next].isName)
        {
            if authors.isEmpty { author = lines[next].text }
            next += 1
        }
        guard biography == nil else { return next }
        // A post or an address may stand between the name and the biography.
        for index in next..<max(next, min(next + 3, lines.endIndex)) where index > last {
            let line = lines[index]
            if line.hasSentence, line.count >= 30, !line.isAddress {
                biography = line.text
                return index + 1
            }
            if line.count > 80 || DumpPhrases.announcesOtherNews(line.text) || DumpPhrases.ends(line.text) {
                break
            }
        }
        return next
    }

    /// A name, what is said about its bearer, and perhaps the name again.
    private mutating func box(at index: Int) -> Int? {
        let next = index + 1
        guard next < lines.endIndex, lines[next].hasSentence, lines[next].count >= 40,
            lines[next].words.contains(lines[index].words)
        else { return nil }
        if authors.isEmpty { author = lines[index].text }
        biography = biography ?? lines[next].text
        let behind = next + 1
        return behind < lines.endIndex && lines[behind].words == lines[index].words ? behind + 1 : behind
    }
}
