import News

/// What stands between the headline and the text: standfirst, byline, dates.
struct DumpHeader {
    private(set) var dek: String?
    private(set) var authors: [String] = []
    private(set) var published: Timestamp?
    private(set) var updated: Timestamp?
    /// The first line of the text.
    private(set) var next: Int

    /// How many lines a header can have.
    private static let length = 12

    init(_ lines: [DumpLine], from start: Int) {
        next = start
        let end = min(lines.count, start + DumpHeader.length)
        var last = start - 1
        var paragraphs = 0
        for index in start..<max(start, end) {
            let line = lines[index]
            if line.isDated || line.isByline || isNameAtDate(lines, index) {
                last = index
            } else if line.isParagraph || line.count >= 60 && line.endsSentence {
                paragraphs += 1
                if paragraphs > 1 { break }
            }
        }
        for index in start..<(last + 1) { take(lines, index) }
        next = last + 1
        while next < end, lines[next].isPromotion || DumpPhrases.isToolbar(lines[next].text) { next += 1 }
    }

    private mutating func take(_ lines: [DumpLine], _ index: Int) {
        let line = lines[index]
        let isDated = line.isDated
        if isDated {
            let dates = DumpDates(line.text)
            published = published ?? dates.published
            updated = updated ?? dates.updated
        }
        if line.isByline {
            authors += PersonName.split(PersonName.cleaned(line.text))
        } else if isNameAtDate(lines, index) {
            authors.append(line.text)
        } else if !isDated, dek == nil, !line.isPromotion, line.words.count >= 4, line.count <= 500 {
            dek = line.text
        }
    }

    /// A bare name directly above or below a line with a date.
    private func isNameAtDate(_ lines: [DumpLine], _ index: Int) -> Bool {
        guard lines[index].isName else { return false }
        let near = max(0, index - 1)..<min(lines.count, index + 3)
        return near.contains { $0 != index && lines[$0].isDated }
    }
}

/// The dates that one line gives: “Published May 3, 2024, updated May 5, 2024”.
struct DumpDates {
    let published: Timestamp?
    let updated: Timestamp?

    init(_ line: String) {
        let bytes = Array(line.utf8)
        guard let mark = UpdateWords.place(in: bytes[...]) else {
            published = PageDate.find(in: line)
            updated = nil
            return
        }
        let before = PageDate.find(in: bytes[..<mark])
        let after = PageDate.find(in: bytes[mark...])
        // “May 3, 2024 (updated)”.
        published = before
        updated = after
    }
}
