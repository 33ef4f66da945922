import Library
import News

/// A search that is lit: what was asked, where the words stand, and the list that it was called from.
struct SearchView: Sendable {
    /// How the text is read.
    enum Kind: Sendable {
        /// Words, as they are typed: the last one may go on.
        case words
        /// A query.
        case filter
    }

    let kind: Kind
    /// The list that comes back when the search is left.
    let origin: ListPane
    let originFocus: Pane
    /// Where the words stand, by article.
    var excerpts: [ArticleID: SearchExcerpt] = [:]
    var asked: Set<ArticleID> = []
    /// Finds the words in what is read.
    var finder: SnippetFinder?
    /// Where the query cannot be read, and why.
    var trouble: (column: Int, reason: Line)?

    /// With fewer letters every article would be a hit.
    private static let fewestLetters = 2

    init(_ kind: Kind, from origin: ListPane, focus: Pane) {
        self.kind = kind
        self.origin = origin.atRest
        originFocus = focus
    }

    /// The query for what was typed; nothing when that is too little to search for.
    func query(_ text: String) -> String? {
        let query = Line(text).text
        guard !query.isEmpty else { return nil }
        guard kind == .words else { return query }
        guard query.utf8.count >= SearchView.fewestLetters else { return nil }
        let last = query.split(separator: " ").last ?? ""
        let isOpen = text.last.map { $0.isLetter || $0.isNumber } ?? false
        let isPlain =
            !last.contains { ":<>=\"()*".contains($0) } && query.filter { $0 == "\"" }.count % 2 == 0
        return isOpen && isPlain ? query + "*" : query
    }

    /// Another query: what was found for the last one is of no use.
    mutating func begin() {
        excerpts = [:]
        asked = []
        trouble = nil
    }
}
