import Library
import News
import Typesetting

/// The reader: which article it shows, how it is set, and how far it is scrolled.
struct ReaderPane: Sendable {
    /// The article that was asked for last.
    private(set) var wanted: ArticleID?
    /// The article that shows.
    private(set) var reading: Reading?
    /// The addresses of its pictures, in the order of reading.
    private(set) var pictures: [WebAddress] = []
    /// Whether it was opened to be read, not only shown because it is selected.
    var isOpened = false
    /// Whether it came from somewhere else than the list's selection.
    private(set) var isDetached = false
    private(set) var scroll = 0
    private(set) var text: ReaderText?
    /// The lines that show.
    private(set) var visible: [ReaderText.ReaderLine] = []
    /// Places that articles were left at, in letters, to be kept; 0 forgets one.
    private var leftPlaces: [ArticleID: Int] = [:]
    /// The letter that the first line is to have, once the text is set.
    private var wantedLetter: Int?
    /// How far that line stands below the top.
    private var wantedDistance = 0
    private var height = 0

    /// Asks for an article.
    mutating func want(_ id: ArticleID, isDetached: Bool) {
        wanted = id
        self.isDetached = isDetached
        isOpened = false
    }

    /// Takes an article in, if it is still the one that is wanted.
    ///
    /// - Returns: Whether it shows now.
    mutating func receive(_ id: ArticleID, _ received: Reading?) -> Bool {
        guard id == wanted else { return false }
        let place = reading?.listing.id == id ? letter : leftPlaces[id] ?? received?.place
        leave()
        reading = received
        pictures = received?.pictures ?? []
        text = nil
        scroll = 0
        wantedLetter = place
        return true
    }

    /// What was asked for did not come: what shows is what is wanted.
    mutating func giveUp() { wanted = reading?.listing.id }

    /// Nothing to read.
    mutating func clear() {
        leave()
        wanted = nil
        reading = nil
        pictures = []
        text = nil
        scroll = 0
        isOpened = false
        isDetached = false
    }

    /// The first letter that shows.
    private var letter: Int? { wantedLetter ?? (scroll > 0 ? text?.letters(before: scroll) : nil) }

    /// Remembers how far the article was read; one that was read to its end begins anew.
    mutating func leave() {
        guard let reading, wantedLetter == nil else { return }
        let place = scroll > 0 && !isAtEnd(height: height) ? letter ?? 0 : 0
        guard place != reading.place else { return }
        leftPlaces[reading.listing.id] = place
        self.reading?.place = place
    }

    /// The places that have to be kept.
    mutating func takeLeftPlaces() -> [ArticleID: Int] {
        defer { leftPlaces = [:] }
        return leftPlaces
    }

    /// Lets the text be set anew, as its signs have changed.
    mutating func setAnew() {
        wantedLetter = letter
        text = nil
    }

    /// Sets the article for a width and a height, as far as it shows.
    mutating func settle(
        width: Int, height: Int, glyphs: Glyphs, pictures: PictureSetting? = nil, fullTextKey: String,
        dates: (Reading) -> String
    ) {
        guard let reading else {
            visible = []
            return
        }
        self.height = height
        if text?.width != width || text?.pictures != pictures {
            // What is being read stays where it is when a picture comes above it.
            if text?.width == width, scroll > 0 { wantedDistance = text?.distanceOfWords(from: scroll) ?? 0 }
            wantedLetter = letter
            text = ReaderText(
                reading, width: width, glyphs: glyphs, pictures: pictures, fullTextKey: fullTextKey,
                dates: dates(reading))
        }
        if let place = wantedLetter {
            scroll = place > 0 ? max(0, (text?.line(atLetter: place) ?? 0) - wantedDistance) : 0
            wantedLetter = nil
            wantedDistance = 0
        }
        // The first screen at once; from the first scroll on the whole, so that progress can be told.
        text?.set(upTo: scroll > 0 ? .max : height + 1)
        let known = text?.lines.count ?? 0
        if known < scroll + height { scroll = max(0, known - height) }
        visible = Array((text?.lines ?? []).dropFirst(scroll).prefix(height))
    }

    /// The links of the lines that show, in the order of reading.
    var visibleLinks: [(number: Int, target: LinkTarget)] {
        var seen: Set<Int> = []
        return visible.flatMap { line in
            guard case .set(let line) = line else { return [Int]() }
            return line.runs.compactMap(\.link).filter { seen.insert($0).inserted }
        }.compactMap { number in text?.link(number).map { (number, $0) } }
    }

    /// Scrolls by lines; `settle` keeps it within the article.
    mutating func scroll(by lines: Int) { scroll = max(0, scroll + lines) }

    mutating func scrollToTop() { scroll = 0 }

    /// Sets the whole article and scrolls to its end.
    mutating func scrollToEnd() {
        text?.set(upTo: .max)
        scroll = text?.lines.count ?? 0
    }

    /// Whether the last line shows.
    func isAtEnd(height: Int) -> Bool {
        guard let count = text?.count else { return text == nil }
        return scroll + height >= count
    }

    /// How much has been passed, in percent; unknown until the whole is set.
    func progress(height: Int) -> Int? {
        guard let count = text?.count else { return nil }
        return count <= height ? 100 : min(100, (scroll + height) * 100 / count)
    }

    /// Shows the article's row as it is now; its text stays until it is opened anew.
    mutating func reload(_ listings: [Listing]) {
        if let current = listings.first(where: { $0.id == reading?.listing.id }) {
            reading?.listing = current
        }
    }

    mutating func apply(_ change: MarkChange, to ids: Set<ArticleID>) {
        if let id = reading?.listing.id, ids.contains(id) { reading?.listing.apply(change) }
    }
}
