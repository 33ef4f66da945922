import Library
import News
import Typesetting

/// The reader: which article it shows, how it is set, and how far it is scrolled.
struct ReaderPane: Sendable {
    /// Reading places that are remembered.
    private static let rememberedPlaces = 500

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
    private var places: [ArticleID: Int] = [:]

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
        keepPlace()
        reading = received
        pictures = received?.pictures ?? []
        text = nil
        scroll = places[id] ?? 0
        return true
    }

    /// What was asked for did not come: what shows is what is wanted.
    mutating func giveUp() { wanted = reading?.listing.id }

    /// Nothing to read.
    mutating func clear() {
        keepPlace()
        wanted = nil
        reading = nil
        pictures = []
        text = nil
        scroll = 0
        isOpened = false
        isDetached = false
    }

    private mutating func keepPlace() {
        guard let id = reading?.listing.id else { return }
        if places.count >= ReaderPane.rememberedPlaces { places.removeAll() }
        places[id] = scroll > 0 ? scroll : nil
    }

    /// Lets the text be set anew, as its signs have changed.
    mutating func setAnew() { text = nil }

    /// Sets the article for a width and a height, as far as it shows.
    mutating func settle(
        width: Int, height: Int, glyphs: Glyphs, pictures: PictureSetting? = nil, fullTextKey: String,
        dates: (Reading) -> String
    ) {
        guard let reading else {
            visible = []
            return
        }
        if text?.width != width || text?.pictures != pictures {
            let place = text?.width == width ? text?.place(at: scroll) : nil
            text = ReaderText(
                reading, width: width, glyphs: glyphs, pictures: pictures, fullTextKey: fullTextKey,
                dates: dates(reading))
            // What is being read stays where it is when a picture comes above it.
            if scroll > 0, let place { scroll = text?.scroll(to: place) ?? scroll }
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
