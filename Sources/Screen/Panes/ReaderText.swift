import Library
import News
import Typesetting

/// An article set for the reader at a width: what stands above the body, the body, and what follows it.
///
/// The body is set block by block, as far as it is shown.
struct ReaderText: Sendable {
    /// What a line around the text is.
    enum HeadRole: Sendable {
        case sections
        case headline
        case dek
        case byline
        case rule
        case label
        case note
    }

    /// One line of the reader.
    enum ReaderLine: Sendable, Equatable {
        case head(String, HeadRole)
        case set(StyledLine)
    }

    let width: Int
    /// The pictures among the text.
    let pictures: PictureSetting?
    /// The lines that are set so far.
    private(set) var lines: [ReaderLine]
    private var body: Typesetter
    private var bodyLines = 0
    private let foot: [ReaderLine]

    init(
        _ reading: Reading, width: Int, glyphs: Glyphs, pictures: PictureSetting? = nil, fullTextKey: String,
        dates: String
    ) {
        self.width = width
        self.pictures = pictures
        lines = ReaderText.head(
            reading, width: width, glyphs: glyphs, fullTextKey: fullTextKey, dates: dates)
        let options = Typesetter.Options(listsLinks: true, isASCII: glyphs.isASCII, pictures: pictures)
        // It has no words of its own: where it does not show, nothing stands for it.
        let lead = reading.leadPicture.map {
            Block.figure(alternative: nil, source: $0, isMarkedDecorative: true, caption: [])
        }
        body = Typesetter(blocks: (lead.map { [$0] } ?? []) + reading.blocks, width: width, options: options)
        foot = ReaderText.foot(reading, width: width, glyphs: glyphs)
    }

    /// Sets so many lines, or all there are.
    mutating func set(upTo count: Int) {
        guard lines.count < count, !isFinished else { return }
        let set = body.lines(upTo: count == .max ? .max : count - lines.count + bodyLines)
        lines += set.dropFirst(bodyLines).map(ReaderLine.set)
        bodyLines = set.count
        guard body.isFinished else { return }
        lines += foot
        isFinished = true
    }

    /// Whether the whole article has been set, so that its length is known.
    private(set) var isFinished = false

    /// All lines there are, once it is finished.
    var count: Int? { isFinished ? lines.count : nil }

    /// Letters before a line: a place that stays the same at any width.
    func letters(before line: Int) -> Int { lines.prefix(line).reduce(0) { $0 + ReaderText.letters(of: $1) } }

    /// The line that a letter stands on; sets the whole article.
    mutating func line(atLetter letter: Int) -> Int {
        set(upTo: .max)
        var passed = 0
        for (number, line) in lines.enumerated() {
            passed += ReaderText.letters(of: line)
            if passed > letter { return number }
        }
        return lines.count
    }

    /// Without what a width alone brings about: spaces, rules, the bars of quotations.
    private static func letters(of line: ReaderLine) -> Int {
        guard line.hasWords else { return 0 }
        func count(_ text: String) -> Int { text.unicodeScalars.count { !$0.properties.isWhitespace } }
        switch line {
        case .head(_, .rule): return 0
        case .head(let text, _): return count(text)
        case .set(let line):
            return line.runs.reduce(0) { sum, run in
                switch run.role {
                case .rule, .tableRule, .quoteMark: sum
                default: sum + count(run.text)
                }
            }
        }
    }

    /// Where a numbered link leads.
    func link(_ number: Int) -> LinkTarget? {
        body.links.indices.contains(number - 1) ? body.links[number - 1] : nil
    }

    /// How far below a line the first one with words stands.
    func distanceOfWords(from line: Int) -> Int {
        lines.indices.dropFirst(line).first { lines[$0].hasWords }.map { $0 - line } ?? 0
    }

    private static func head(
        _ reading: Reading, width: Int, glyphs: Glyphs, fullTextKey: String, dates: String
    ) -> [ReaderLine] {
        let article = reading.article
        var lines: [ReaderLine] = []
        func add(_ text: String, _ role: HeadRole) {
            lines += LineBreaker.wrap(text, width: width).map { .head($0, role) }
        }
        let path = (article.sections.isEmpty ? article.categories.prefix(3) : article.sections[...]).map(
            \.text)
        if !path.isEmpty {
            add(
                path.joined(
                    separator: article.sections.isEmpty ? " \(glyphs.dot) " : " \(glyphs.separator) "),
                .sections)
            lines.append(.head("", .note))
        }
        add(article.headline.text, .headline)
        if let dek = article.dek, !dek.isEmpty { add(dek.text, .dek) }
        lines.append(.head("", .note))
        let byline = article.byline.map { "By \($0.text)" }
        let text: String? =
            reading.fullText != nil
            ? "full text" : reading.isExcerpt ? "beginning; \(fullTextKey) fetches all" : nil
        let parts = [byline, reading.listing.sourceTitle.text, "\(reading.minutes) min read", text]
            .compactMap { $0 }
        add(parts.joined(separator: " \(glyphs.dot) "), .byline)
        add(dates, .byline)
        for sentence in reading.fullText?.sentences ?? [] { add(sentence, .byline) }
        lines.append(.head(String(repeating: glyphs.rule, count: width), .rule))
        return lines
    }

    private static func foot(_ reading: Reading, width: Int, glyphs: Glyphs) -> [ReaderLine] {
        var lines: [ReaderLine] = []
        func section(_ label: String, _ texts: [String]) {
            guard !texts.isEmpty else { return }
            lines += [.head("", .note), .head(label, .label)]
            for text in texts { lines += LineBreaker.wrap(text, width: width).map { .head($0, .note) } }
        }
        section(
            "ABOUT THE AUTHOR",
            reading.article.authors.compactMap { author in
                author.biography.map { "\(author.name.text) \(glyphs.dash) \($0.text)" }
            })
        section(
            "ENCLOSURES",
            reading.article.enclosures.map { enclosure in
                let kind = enclosure.type.map { " (\($0.text))" } ?? ""
                return enclosure.address.text + kind
            })
        if let address = reading.article.address { section("ADDRESS", [address.text]) }
        return lines
    }
}

extension ReaderText.ReaderLine {
    /// Whether it is neither blank nor a row of a picture: such lines come and go with pictures.
    fileprivate var hasWords: Bool {
        switch self {
        case .head(let text, _): !text.isEmpty
        case .set(let line): line.picture == nil && !line.runs.isEmpty
        }
    }
}
